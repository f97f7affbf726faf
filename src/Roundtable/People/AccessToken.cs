using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;

namespace Roundtable.People;

/// <summary>
/// What a person gives a program so that it may act for them: a link of its own purpose, shown once as <c>rt_…</c>,
/// for reading or for writing too, until a date.
/// </summary>
public static class AccessToken
{
    public const string Mark = "rt_";
    public const string Read = "read";
    public const string Write = "write";
    public const int LongestLabel = 60;
    public const int UsualDays = 90;
    public const int MostDays = 366;

    public static readonly IReadOnlyList<string> Scopes = [Read, Write];

    /// <summary>Makes a token for a person and tells it, which is never known again.</summary>
    /// <exception cref="Refusal">No label, no scope, or too long a life.</exception>
    public static Link Make(Actor actor, Person person, string? label, IEnumerable<string>? scopes, int days, Instant now, out string token)
    {
        var name = (label ?? "").Trim();
        if (name is "" or { Length: > LongestLabel } || name.Any(char.IsControl)) throw new Refusal("people.token.label", "Label", LongestLabel);
        var wanted = (scopes ?? []).Select(s => s.Trim().ToLowerInvariant()).Where(s => s.Length > 0).Distinct().ToList();
        if (wanted.Count == 0 || wanted.Except(Scopes).Any()) throw new Refusal("people.token.scope", "Scopes");
        if (days is < 1 or > MostDays) throw new Refusal("people.token.days", "Days", MostDays);
        if (person.IsSuspended) throw new Refusal("people.suspended");
        // Who may write may read what they wrote.
        if (!wanted.Contains(Read)) wanted.Insert(0, Read);
        var link = Link.Make(LinkPurpose.Api, now, Duration.FromDays(days), out var secret, person.Id, scopes: string.Join(' ', wanted.Order()), label: name);
        token = Mark + secret;
        person.Note(actor, now, new TokenMade(link.Id, wanted, days));
        return link;
    }

    /// <summary>Takes a token back from the program that holds it.</summary>
    public static void Revoke(Actor actor, Person person, Link token, Instant now)
    {
        if (token.RevokedAt is not null) return;
        token.Revoke(now);
        person.Note(actor, now, new TokenRevoked(token.Id));
    }

    /// <summary>The secret in an <c>Authorization</c> header, or in the token as it was given; none when it is none of ours.</summary>
    public static string? SecretIn(string? header)
    {
        var token = (header ?? "").Trim();
        if (token.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) token = token[7..].Trim();
        return token.StartsWith(Mark, StringComparison.Ordinal) ? token[Mark.Length..] : null;
    }

    public static IReadOnlyList<string> ScopesIn(string? kept) => (kept ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
