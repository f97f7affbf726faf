using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.People;

/// <summary>
/// Makes the first administrator: whoever reads the console or the server's disk. The token stays in the address's fragment,
/// which no server and no log sees.
/// </summary>
public sealed class SetupToken(Settings settings)
{
    public static readonly Duration Life = Duration.FromHours(24);

    private string? fresh;

    private string File => Path.Combine(settings.DataDirectory, "setup-token");

    /// <summary>What to print at the start, while there is nobody to run the site.</summary>
    public string? OpeningLine => fresh is null ? null : $"Open {settings.BaseUrl.AbsoluteUri.TrimEnd('/')}{PeopleUrls.Setup}#token={fresh}";

    /// <summary>Makes a new token at each start until somebody used one; an older one stops working.</summary>
    public async Task Renew(RoundtableDb db, Instant now, CancellationToken ct)
    {
        if (await db.People.AnyAsync(p => p.IsAdministrator, ct))
        {
            Forget();
            return;
        }
        fresh = await db.Together(async () =>
        {
            await db.Turn(Guid.Empty, "setup-token", ct); // nodes start together
            await RevokeAll(db, now, ct);
            db.Add(Link.Make(LinkPurpose.Setup, now, Life, out var secret, onceOnly: true));
            await db.SaveChangesAsync(ct);
            await Write(secret, ct);
            return secret;
        }, ct);
    }

    /// <summary>Makes the first administrator, in exchange for the token.</summary>
    /// <exception cref="Refusal">A token that is none, or that opens nothing any more.</exception>
    public async Task<Person> Exchange(RoundtableDb db, string? token, Func<Person> person, Instant now, CancellationToken ct)
    {
        if (await db.People.AnyAsync(p => p.IsAdministrator, ct)) throw new Refusal("people.setup.done");
        // People paste the whole address.
        var secret = (token ?? "").Trim();
        if (secret.LastIndexOf("token=", StringComparison.Ordinal) is >= 0 and var at) secret = secret[(at + 6)..];
        var link = await db.Links.OfSecret(LinkPurpose.Setup, secret) ?? throw new Refusal("people.setup.token-wrong", "Token");
        var first = person();
        if (await db.People.WithEmail(first.Email, ct) is { } known) first = known;
        first.MakeAdministrator(Actor.System("setup"), now);
        link.Use(now);
        if (db.Entry(first).State is EntityState.Detached) db.Add(first);
        return first;
    }

    /// <summary>Removes the token from the disk once it was used.</summary>
    public void Forget()
    {
        fresh = null;
        System.IO.File.Delete(File);
    }

    public static async Task RevokeAll(RoundtableDb db, Instant now, CancellationToken ct)
    {
        foreach (var old in await db.Links.Where(l => l.Purpose == LinkPurpose.Setup && l.UsedAt == null && l.RevokedAt == null).ToListAsync(ct)) old.Revoke(now);
    }

    private async Task Write(string secret, CancellationToken ct)
    {
        // Removed first: an existing file keeps its old mode.
        System.IO.File.Delete(File);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var writer = new StreamWriter(File, options);
        await writer.WriteLineAsync(secret.AsMemory(), ct);
    }
}
