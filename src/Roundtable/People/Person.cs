using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Happenings;
using Roundtable.Platform.Text;

namespace Roundtable.People;

/// <summary>When a person hears of what concerns them.</summary>
public enum NotificationChoice { AtOnce, Daily, Weekly, OnlyWhatNeedsMe }

/// <summary>
/// Somebody the site knows: who signs in, or who was only ever invited and answers by personal links. An account is no more than
/// a person whose mailbox or passkey has been proven.
/// </summary>
public sealed class Person : Record
{
    public const int LongestName = 200;

    /// <summary>Where most of the country's libraries are; each person corrects their own.</summary>
    public const string UsualTimeZone = "America/Chicago";

    private Person() { }

    public string FullName { get; private set; } = "";

    /// <summary>Both names, folded, for the search.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>What the person wants to be called, if not by the full name.</summary>
    public string? CalledName { get; private set; }

    /// <summary>As it was typed: mail goes exactly there.</summary>
    public string Email { get; private set; } = "";
    public string EmailKey { get; private set; } = "";

    /// <summary>Two-letter code of the language the person reads.</summary>
    public string Language { get; private set; } = TextBook.Default;

    /// <summary>IANA name, such as <c>America/New_York</c>.</summary>
    public string TimeZone { get; private set; } = UsualTimeZone;
    public NotificationChoice Notifications { get; private set; }

    /// <summary>No mail at all but what the person asks for, such as a sign-in code.</summary>
    public bool StopEverything { get; private set; }
    public bool IsAdministrator { get; private set; }
    public Instant KnownSince { get; private init; }
    public Instant? SuspendedAt { get; private set; }

    public bool IsSuspended => SuspendedAt is not null;
    public string Called => CalledName ?? FullName;

    /// <summary>Writes down a person, whether they will ever sign in or not.</summary>
    /// <exception cref="Refusal">No name, or an address no mail can reach.</exception>
    public static Person Known(string? fullName, string? email, string? language, Instant now, string? timeZone = null)
    {
        var person = new Person { KnownSince = now };
        var (name, address) = (NameOf(fullName, "FullName"), AddressOf(email));
        (person.FullName, person.NameKey, person.Email, person.EmailKey) = (name, Folded.Of(name), address, Folded.Of(address));
        person.Language = TextBook.Languages.Contains(language) ? language! : TextBook.Default;
        person.TimeZone = timeZone is not null && IsTimeZone(timeZone) ? timeZone : UsualTimeZone;
        return person;
    }

    /// <summary>Corrects how the site speaks with the person.</summary>
    /// <exception cref="Refusal">No name, or a language or time zone there is not.</exception>
    public void Introduce(Actor actor, Instant now, string? fullName, string? calledName, string? language, string? timeZone)
    {
        var name = NameOf(fullName, "FullName");
        var called = string.IsNullOrWhiteSpace(calledName) ? null : NameOf(calledName, "CalledName");
        if (!TextBook.Languages.Contains(language)) throw new Refusal("people.language.unknown", "Language");
        if (timeZone is null || !IsTimeZone(timeZone)) throw new Refusal("people.time-zone.unknown", "TimeZone");
        if ((FullName, CalledName, Language, TimeZone) == (name, called, language, timeZone)) return;
        (FullName, CalledName, NameKey, Language, TimeZone) = (name, called, Folded.Of($"{name} {called}"), language!, timeZone);
        Log(actor, now, new PersonIntroduced());
    }

    /// <summary>Moves to an address the person has proven. Whether somebody else has it is for the caller to see.</summary>
    /// <exception cref="Refusal">Not the person themself, or no address another mail could reach.</exception>
    public void ChangeEmail(Actor actor, string? email, Instant now)
    {
        if (actor.PersonId != Id || !actor.IsSignedIn) throw new Refusal("access.not-allowed");
        var address = NewAddress(email);
        (Email, EmailKey) = (address, Folded.Of(address));
        Log(actor, now, new EmailChanged());
    }

    /// <exception cref="Refusal">No address, or the one the person has.</exception>
    public string NewAddress(string? email) => AddressOf(email) is var address && address != Email ? address : throw new Refusal("people.email.same", "Email");

    /// <summary>Decides how much mail comes and when.</summary>
    public void Choose(Actor actor, Instant now, NotificationChoice notifications, bool stopEverything)
    {
        if ((Notifications, StopEverything) == (notifications, stopEverything)) return;
        (Notifications, StopEverything) = (notifications, stopEverything);
        Log(actor, now, new MailChosen());
    }

    /// <exception cref="Refusal">Only administrators make administrators.</exception>
    public void MakeAdministrator(Actor actor, Instant now)
    {
        MustAdminister(actor);
        if (IsSuspended) throw new Refusal("people.suspended-first");
        if (IsAdministrator) return;
        IsAdministrator = true;
        Log(actor, now, new AdministratorMade());
    }

    /// <exception cref="Refusal">Nobody takes it from themselves, so that one always remains.</exception>
    public void TakeAdministration(Actor actor, Instant now)
    {
        MustAdminister(actor);
        MustBeAnother(actor);
        if (!IsAdministrator) return;
        IsAdministrator = false;
        Log(actor, now, new AdministrationTaken());
    }

    /// <summary>Keeps the person out until restored. Their sessions, links and tokens stop at once.</summary>
    /// <exception cref="Refusal">Not an administrator, or oneself.</exception>
    public void Suspend(Actor actor, Instant now)
    {
        MustAdminister(actor);
        MustBeAnother(actor);
        if (IsSuspended) return;
        SuspendedAt = now;
        Log(actor, now, new PersonSuspended());
    }

    public void Restore(Actor actor, Instant now)
    {
        MustAdminister(actor);
        if (!IsSuspended) return;
        SuspendedAt = null;
        Log(actor, now, new PersonRestored());
    }

    /// <summary>The person asked to be forgotten: name and address go at once. What they did stays, without a name.</summary>
    public void Forget(Actor actor, Instant now)
    {
        if (actor.PersonId != Id && !actor.IsSystem) throw new Refusal("access.not-allowed");
        if (IsAdministrator) throw new Refusal("people.administrator-stays");
        (FullName, CalledName, Email, EmailKey, StopEverything) = ("", null, "", $"forgotten:{Id:N}", true);
        Log(actor, now, new PersonForgotten());
    }

    /// <summary>Notes that an administrator made a sign-in address for this person to pass on by hand.</summary>
    /// <exception cref="Refusal">Not an administrator, or the person is suspended.</exception>
    public void GetAddressFrom(Actor actor, Instant now)
    {
        MustAdminister(actor);
        if (IsSuspended) throw new Refusal("people.suspended");
        Log(actor, now, new SignInAddressMade());
    }

    /// <summary>Tells of the person what was done with their ways in, where the thing itself has no chain of its own.</summary>
    internal void Note(Actor actor, Instant now, Particulars what) => Log(actor, now, what);

    public static bool IsTimeZone(string name) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is not null;

    private static void MustAdminister(Actor actor)
    {
        if (!actor.IsAdministrator && !actor.IsSystem) throw new Refusal("people.administrators-only");
    }

    private void MustBeAnother(Actor actor)
    {
        if (actor.PersonId == Id) throw new Refusal("people.not-yourself");
    }

    private static string NameOf(string? typed, string input) => string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) switch
    {
        "" => throw new Refusal("people.name.missing", input),
        { Length: > LongestName } => throw new Refusal("people.name.long", input, LongestName),
        var name when name.Any(char.IsControl) => throw new Refusal("people.name.missing", input),
        var name => name,
    };

    private static string AddressOf(string? typed) => EmailAddress.Cleaned(typed) switch
    {
        null when string.IsNullOrWhiteSpace(typed) => throw new Refusal("people.email.missing", "Email"),
        null => throw new Refusal("people.email.wrong", "Email"),
        var address => address,
    };
}
