using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.People;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;

namespace Roundtable.Demo;

/// <summary>Puts the demo story on this site, and takes it away again.</summary>
public sealed class DemoData(RoundtableDb db, TextBook texts, DemoPresence presence, IClock clock)
{
    /// <summary>How long the printed sign-in address waits for a newcomer.</summary>
    public static readonly Duration SignInLife = Duration.FromHours(24);

    /// <summary>Loads Riverbend County, once.</summary>
    /// <returns>Whether anything was done.</returns>
    public async Task<bool> Load(Actor actor, CancellationToken ct = default)
    {
        var now = clock.GetCurrentInstant();
        var loaded = await db.Together(async () =>
        {
            if (await db.DemoLoads.AnyAsync(ct)) return false;
            var story = new Story(now, texts.In("en"), await KnownAlready(ct), await TakenSlugs(ct));
            await story.Tell(async () =>
            {
                db.AddRange(story.Kept.Where(r => db.Entry(r).State is EntityState.Detached));
                await db.SaveChangesAsync(ct);
            });
            db.Add(DemoLoad.Of(actor, now, story.Brought));
            await db.SaveChangesAsync(ct);
            return true;
        }, ct);
        presence.Know(true, now);
        return loaded;
    }

    /// <summary>Removes what the demo brought. What people of this site use elsewhere by now stays, and is no longer demo.</summary>
    /// <returns>Whether anything was there.</returns>
    public async Task<bool> Clear(Actor actor, CancellationToken ct = default)
    {
        var now = clock.GetCurrentInstant();
        var cleared = await db.Together(async () =>
        {
            if (await db.DemoLoads.FirstOrDefaultAsync(ct) is not { } load) return false;
            load.Clear(actor, now);
            var (partnerships, organizations, people) = (load.Of(DemoKind.Partnership), load.Of(DemoKind.Organization), load.Of(DemoKind.Person));
            db.Remove(load);
            await db.SaveChangesAsync(ct);
            await new Erasing(db).Erase(partnerships, organizations, people, ct);
            return true;
        }, ct);
        presence.Know(false, now);
        return cleared;
    }

    /// <summary>A one-time address that lets a newcomer look around as the convener; none when the demo is not there.</summary>
    public async Task<string?> LetIn(CancellationToken ct = default)
    {
        var marks = db.DemoMarks.Where(m => m.Kind == DemoKind.Person);
        var convener = await db.People.FirstOrDefaultAsync(p => p.EmailKey == Cast.ConvenerEmail && marks.Any(m => m.SubjectId == p.Id), ct);
        if (convener is null) return null;
        db.Add(Link.Make(LinkPurpose.SignIn, clock.GetCurrentInstant(), SignInLife, out var secret, convener.Id, onceOnly: true));
        await db.SaveChangesAsync(ct);
        return PeopleUrls.SignInBy(secret, "/");
    }

    private async Task<IReadOnlyDictionary<string, Person>> KnownAlready(CancellationToken ct) =>
        await db.People.Where(p => p.EmailKey.EndsWith("@example.org")).ToDictionaryAsync(p => p.EmailKey, ct);

    private async Task<IReadOnlySet<string>> TakenSlugs(CancellationToken ct) => await db.Set<Partnerships.Partnership>().Select(p => p.Slug).ToHashSetAsync(ct);
}

/// <summary>
/// Whether the demo is here, remembered for half a minute so that pages need not ask each time. Asks on a connection of its own:
/// the frame of a page is drawn while the page itself still loads.
/// </summary>
public sealed class DemoPresence(IServiceScopeFactory scopes, IClock clock)
{
    private static readonly Duration Remembered = Duration.FromSeconds(30);
    private Tuple<bool, Instant>? known;

    public async Task<bool> IsLoaded(CancellationToken ct = default)
    {
        var now = clock.GetCurrentInstant();
        if (known is { } k && now - k.Item2 < Remembered && now >= k.Item2) return k.Item1;
        await using var scope = scopes.CreateAsyncScope();
        var loaded = await scope.ServiceProvider.GetRequiredService<RoundtableDb>().DemoLoads.AnyAsync(ct);
        Know(loaded, now);
        return loaded;
    }

    public void Know(bool loaded, Instant now) => known = Tuple.Create(loaded, now);
}
