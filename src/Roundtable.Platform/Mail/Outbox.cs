using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;

namespace Roundtable.Platform.Mail;

/// <summary>
/// Where capabilities post letters. A posted letter is saved with the act that caused it and sent afterwards; letters to more
/// than one person wait two minutes, so that the act can be taken back.
/// </summary>
public sealed class Outbox(RoundtableDb db, TextBook book, Settings settings, IClock clock, CurrentActor who)
{
    private static readonly Duration StopLinkLife = Duration.FromDays(730);
    private readonly List<Letter> posted = [];

    /// <summary>Letters of this request, for the page where sending can be cancelled.</summary>
    public Guid Batch { get; } = Ids.New();

    /// <summary>The words of a reader's language, for what stands outside the letter's own text.</summary>
    public Texts In(string language) => book.In(language);

    /// <summary>The address of a page, as letters give it.</summary>
    public Uri Address(string path) => new($"{settings.BaseUrl.AbsoluteUri.TrimEnd('/')}/{path.TrimStart('/')}");

    /// <summary>Posts a letter with the next save.</summary>
    /// <param name="from">In whose name; the site's own when none.</param>
    /// <param name="about">What it is about; <c>db.Letters.About(id)</c> finds its fate.</param>
    /// <returns>None when the person has stopped this kind of mail.</returns>
    public async Task<Letter?> Post(LetterKind kind, Addressee to, Action<LetterPaper> write,
        LetterSender? from = null, Guid? partnership = null, Guid? about = null, LetterCalendar? calendar = null, CancellationToken ct = default)
    {
        if (kind.CanBeStopped && await IsStopped(kind, to, ct)) return null;
        var now = clock.GetCurrentInstant();
        var sender = from ?? new LetterSender(book.In(to.Language)["mail.site"]);
        var letter = new Letter(kind, to, sender, Batch, partnership, about, calendar, settings.BaseUrl.Host, now);
        var paper = new LetterPaper(book.In(to.Language));
        write(paper);
        paper.WhyUnlessSaid(kind.Why, sender.Shown);
        letter.Write(paper, kind.CanBeStopped ? StopAddress(letter, now) : null);
        db.Add(letter);
        HoldIfMany(letter, now);
        return letter;
    }

    private Task<bool> IsStopped(LetterKind kind, Addressee to, CancellationToken ct) =>
        db.MailStops.Of(to.PersonId, Letter.HashOf(to.Address)).AnyAsync(s => s.Kind == kind.Key || s.Kind == LetterKind.Every, ct);

    private string StopAddress(Letter letter, Instant now)
    {
        db.Add(Link.Make(LinkPurpose.MailChoices, now, StopLinkLife, out var secret, letter.PersonId, letter.PartnershipId, letter.Id));
        return Address($"u/{secret}").AbsoluteUri;
    }

    // Jobs write to many people too, but nobody sits there to cancel.
    private void HoldIfMany(Letter letter, Instant now)
    {
        posted.Add(letter);
        if (who.Actor.IsSystem) return;
        var together = posted.Where(l => l.Kind == letter.Kind).ToList();
        if (together.Select(l => l.AddressHash).Distinct().Count() < 2) return;
        foreach (var one in together) one.Hold(now + Letter.CancelWindow);
    }
}
