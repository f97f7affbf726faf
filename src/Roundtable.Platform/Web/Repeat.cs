using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Platform.Web;

/// <summary>
/// A request that may come twice: a double click, a reload, a client that never saw the answer. Its key, sent as form field
/// <c>_key</c> or header <c>Idempotency-Key</c>, is bound to who asked and to the route.
/// </summary>
public sealed class Repeat
{
    public const string Field = "_key";
    public const string Header = "Idempotency-Key";

    private readonly Instant now;
    private readonly string? key;
    private readonly string sent;

    private Repeat(string? key, string sent, Instant now) => (this.key, this.sent, this.now) = (key, sent, now);

    public bool IsKeyed => key is not null;

    /// <summary>What was answered the first time.</summary>
    public RememberedAnswer? Answered { get; private set; }

    /// <summary>The key was used for something else.</summary>
    public bool IsOther { get; private set; }

    public static async Task<Repeat> Of(HttpContext http, Actor actor, RoundtableDb db, Instant now)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync() : null;
        var content = form is null ? "" : string.Join('\n', form.Where(f => f.Key is not ("__RequestVerificationToken" or Field)).OrderBy(f => f.Key).Select(f => $"{f.Key}={f.Value}"));
        return await Of(form?[Field].FirstOrDefault(), content, http, actor, db, now);
    }

    public static async Task<Repeat> Of(string? key, string content, HttpContext http, Actor actor, RoundtableDb db, Instant now)
    {
        if (string.IsNullOrWhiteSpace(key) || key.Length > 200) return new Repeat(null, "", now);
        // What was sent is hashed with the key, which nobody else knows: a vote cannot be found again by trying the few there are.
        var repeat = new Repeat(HashOf($"{actor.Name}\n{http.Request.Method} {http.Request.Path}\n{key}"), HashOf($"{key}\n{content}"), now);
        await repeat.AnswerOfTheOther(db);
        return repeat;
    }

    public RememberedAnswer? Answer(int status, string? location = null, string? body = null, string? etag = null) =>
        key is null ? null : new RememberedAnswer { Key = key, Sent = sent, Status = status, Location = location, Body = body, ETag = etag, At = now };

    /// <summary>After a collision: what the other request with this key was answered.</summary>
    public async Task<RememberedAnswer?> AnswerOfTheOther(RoundtableDb db)
    {
        if (key is null) return null;
        var known = await db.Set<RememberedAnswer>().AsNoTracking().FirstOrDefaultAsync(a => a.Key == key);
        if (known is null) return null;
        if (known.At + RememberedAnswer.Kept < now)
        {
            await db.Together(() => db.Set<RememberedAnswer>().Where(a => a.Key == key && a.At == known.At).ExecuteDeleteAsync());
            return null;
        }
        IsOther = known.Sent != sent;
        return Answered = known;
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
