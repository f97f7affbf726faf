using NodaTime;
using Roundtable.Platform.Access;

namespace Roundtable.Platform.Mail;

public sealed partial class Letter
{
    /// <summary>Puts the words on paper.</summary>
    /// <exception cref="Refusal">Longer than mail readers show.</exception>
    internal void Write(LetterPaper paper, string? stopAddress)
    {
        var html = paper.Html(stopAddress);
        if (System.Text.Encoding.UTF8.GetByteCount(html) > LongestHtml) throw new Refusal("mail.too-long");
        Subject = OneLine(paper.SubjectLine);
        Text = paper.PlainText(stopAddress);
        Html = html;
        StopAddress = stopAddress;
    }

    /// <summary>Leaves time to cancel.</summary>
    internal void Hold(Instant until)
    {
        if (State is LetterState.Waiting && Tries == 0 && until > NextTry) NextTry = until;
    }

    /// <summary>Does not send it after all.</summary>
    /// <exception cref="Refusal">It is already on its way.</exception>
    public void Cancel(Instant now)
    {
        if (State is not LetterState.Waiting) throw new Refusal("mail.already-sent");
        End(LetterState.Cancelled, now);
    }

    /// <summary>The server took it.</summary>
    internal void Deliver(Instant now)
    {
        (Reason, Answer) = (null, null);
        End(LetterState.Sent, now);
    }

    /// <summary>Not now; later again, or never after the last try.</summary>
    internal void Postpone(Actor actor, Instant now, string reason, string? answer)
    {
        if (Tries > Waits.Count)
        {
            Fail(actor, now, reason, answer);
            return;
        }
        (Reason, Answer) = (reason, answer);
        (State, LeasedUntil, NextTry) = (LetterState.Waiting, null, now + Waits[Math.Max(Tries, 1) - 1]);
    }

    /// <summary>
    /// The connection ended after the text was handed over: the server may have it. Sent once more under the same Message-ID,
    /// so that nobody gets more than two; then given up.
    /// </summary>
    internal void Doubt(Actor actor, Instant now, string? answer)
    {
        Doubts++;
        if (Doubts > 1) Fail(actor, now, "mail.reason.doubt", answer);
        else Postpone(actor, now, "mail.reason.doubt", answer);
    }

    internal void Fail(Actor actor, Instant now, string reason, string? answer)
    {
        (Reason, Answer) = (reason, answer);
        End(LetterState.Failed, now);
        Log(actor, now, new LetterFailed(Kind, AboutId, reason));
    }

    /// <summary>An administrator has repaired what was wrong: the letter starts anew.</summary>
    /// <exception cref="Refusal">It is sent, being sent, cancelled, or its text is erased.</exception>
    public void TryAgain(Actor actor, Instant now)
    {
        if (State is not (LetterState.Failed or LetterState.Waiting)) throw new Refusal("mail.not-again");
        if (Text is null) throw new Refusal("mail.text-gone");
        var (again, from) = (Kind, State);
        (State, Tries, Doubts, NextTry, LeasedUntil, EndedAt) = (LetterState.Waiting, 0, 0, now, null, null);
        LastChance = now + LetterKind.UsualLife;
        Log(actor, now, new LetterTriedAgain(again, from.ToString()));
    }

    /// <summary>Keeps that it was sent, not what it said.</summary>
    /// <summary>The person asked to be forgotten: nothing of them stays here, and what was not sent is not sent.</summary>
    public void Forget(Instant now)
    {
        if (!HasEnded) (State, EndedAt) = (LetterState.Cancelled, now);
        (Address, Name, Subject) = ("", "", "");
        Erase();
    }

    internal void Erase() => (Text, Html, Calendar, StopAddress) = (null, null, null, null);

    private void End(LetterState state, Instant now)
    {
        (State, EndedAt, LeasedUntil) = (state, now, null);
        if (IsFleeting) Erase();
    }
}

/// <summary>An administrator had a letter tried again.</summary>
public sealed record LetterTriedAgain(string Letter, string From) : Happenings.Particulars
{
    public override string Kind() => "letter.tried-again";
}
