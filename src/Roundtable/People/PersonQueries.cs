using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.People;

/// <summary>Phrases about people, sessions and tokens.</summary>
public static class PersonQueries
{
    /// <summary>The person with this address, however it is typed.</summary>
    public static Task<Person?> WithEmail(this IQueryable<Person> people, string? email, CancellationToken ct = default)
    {
        var key = Folded.Of(EmailAddress.Cleaned(email));
        return key is "" ? Task.FromResult<Person?>(null) : people.FirstOrDefaultAsync(p => p.EmailKey == key, ct);
    }

    /// <summary>Whose name or address holds these words.</summary>
    public static IQueryable<Person> Matching(this IQueryable<Person> people, string? words)
    {
        foreach (var word in (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var key = Folded.Of(word);
            people = people.Where(p => p.EmailKey.Contains(key) || p.NameKey.Contains(key));
        }
        return people;
    }

    /// <summary>By name.</summary>
    public static IQueryable<Person> InOrder(this IQueryable<Person> people) => people.OrderBy(p => p.NameKey).ThenBy(p => p.Id);

    public static IQueryable<Session> Open(this IQueryable<Session> sessions, Instant now)
    {
        var (usual, shared, longest) = (now - Session.Life, now - Session.SharedLife, now - Session.Longest);
        return sessions.Where(s => s.EndedAt == null && s.LastSeenAt > (s.IsShared ? shared : usual) && s.StartedAt > longest);
    }

    public static IQueryable<Session> Of(this IQueryable<Session> sessions, Guid person) => sessions.Where(s => s.PersonId == person);
    public static IQueryable<Passkey> Of(this IQueryable<Passkey> passkeys, Guid person) => passkeys.Where(p => p.PersonId == person);

    /// <summary>A person's access tokens that still open something.</summary>
    public static IQueryable<Link> Tokens(this IQueryable<Link> links, Guid person, Instant now) =>
        links.Where(l => l.PersonId == person && l.Purpose == LinkPurpose.Api && l.RevokedAt == null && l.ExpiresAt > now);
}
