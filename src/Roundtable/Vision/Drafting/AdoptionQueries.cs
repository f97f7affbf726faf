using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Decisions;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;

namespace Roundtable.Vision;

/// <summary>Phrases on adopted visions, and what follows by itself from what is decided.</summary>
public static class AdoptionQueries
{
    private static readonly Actor follower = Actor.System(nameof(FollowVisions));

    public static IQueryable<AdoptedVision> VisibleTo(this IQueryable<AdoptedVision> visions, Actor actor) => visions.In(actor);
    public static IQueryable<PublicVision> VisibleTo(this IQueryable<PublicVision> visions, Actor actor) => visions.In(actor);

    /// <summary>The one that stands today.</summary>
    public static IQueryable<AdoptedVision> Current(this IQueryable<AdoptedVision> visions) => visions.Where(v => v.ReplacedOn == null);
    public static Task<AdoptedVision?> Numbered(this IQueryable<AdoptedVision> visions, int number) => visions.AsSplitQuery().FirstOrDefaultAsync(v => v.Number == number);
    public static Task<AdoptedVision?> Standing(this IQueryable<AdoptedVision> visions) => visions.Current().AsSplitQuery().OrderByDescending(v => v.Number).FirstOrDefaultAsync();
    public static Task<PublicVision?> Of(this IQueryable<PublicVision> visions, AdoptedVision vision) => visions.FirstOrDefaultAsync(v => v.VisionId == vision.Id);

    /// <summary>What every organization said, with the seats that joined later and have not said anything, in the order of the table.</summary>
    public static async Task<IReadOnlyList<AdoptionRow>> Rows(this RoundtableDb db, AdoptedVision vision)
    {
        var seats = await (from s in db.Seats.IgnoreAutoIncludes().AsNoTracking() join o in db.Organizations on s.OrganizationId equals o.Id
                           where s.PartnershipId == vision.PartnershipId orderby s.Number
                           select new { s.Id, s.Number, Name = o.ShownName, s.State, s.IsObserver, s.WithdrawnOn }).ToListAsync();
        return [.. seats.Select(s => new AdoptionRow(s.Id, s.Number, s.Name, vision.Of(s.Id), s.State is SeatState.Seated, s.IsObserver, s.WithdrawnOn)).Where(r => r.Adoption is not null || vision.IsCurrent && r.IsSeated && !r.IsObserver)];
    }

    /// <summary>What everybody can read of a partnership that is public, while its convener shows it.</summary>
    /// <param name="language">The reader's; the vision's own where there is no translation.</param>
    public static async Task<VisionForAll?> VisionForAll(this RoundtableDb db, string slug, string language)
    {
        if (await db.Partnerships.AsNoTracking().Shown().OfSlug(slug) is not { } here) return null;
        if (await db.AdoptedVisions.AsNoTracking().Of(here).Standing() is not { } vision) return null;
        if (await db.PublicVisions.AsNoTracking().Of(vision) is not { PublishedText: { } text } shown) return null;
        var isOther = language != vision.Language && shown.PublishedTranslation is not null;
        return new(here, isOther ? shown.PublishedTranslation! : text, isOther ? language : vision.Language, vision.AdoptedOn, [.. (await db.Rows(vision)).Where(r => r.IsSeated && r.Adoption is { IsFor: true }).Select(r => r.Name)]);
    }

    /// <summary>
    /// Lets a partnership's process follow the motions about its drafts: adopting while one runs, the vision once it is adopted, drafting
    /// again when it is not. Does nothing when nothing changed; on its own, before anything else of the process is read.
    /// </summary>
    /// <returns>Whether a vision was adopted just now.</returns>
    public static async Task<bool> AdoptVision(this RoundtableDb db, Partnership here, Instant now)
    {
        if (await db.VisionProcesses.IgnoreAutoIncludes().AsNoTracking().Of(here).Open().Select(p => (VisionStage?)p.Stage).FirstOrDefaultAsync() is not (VisionStage.Drafting or VisionStage.Adopting)) return false;
        return await db.Together(async () =>
        {
            await db.Turn(here.Id, nameof(AdoptedVision));
            if (await db.VisionProcesses.Of(here).Open().FirstOrDefaultAsync() is not { } process) return false;
            if (await db.ProposalsOf(process).Bare().AsNoTracking().Where(m => m.State != MotionState.Prepared).Select(m => new { m.Number, m.State, m.Result }).FirstOrDefaultAsync() is not { } latest) return false;
            var isAdopted = process.Follow(follower, latest.State, latest.Result, now);
            if (isAdopted)
            {
                var motion = (await db.Motions.AsNoTracking().Of(here).Numbered(latest.Number))!;
                var vision = AdoptedVision.Of(follower, process, motion, here.Language, here.Zone, now);
                foreach (var former in await db.AdoptedVisions.IgnoreAutoIncludes().Of(here).Current().ToListAsync()) former.Replace(follower, vision.AdoptedOn, now);
                db.Add(vision);
            }
            await db.SaveChangesAsync();
            return isAdopted;
        });
    }

    /// <summary>Asks again whether a vision still holds, when its year is over, and notes what came of it.</summary>
    /// <returns>Whether anything was done.</returns>
    public static Task<bool> AskAgain(this RoundtableDb db, Partnership here, TextBook book, Instant now) => db.Together(async () =>
    {
        await db.Turn(here.Id, nameof(AdoptedVision));
        if (await db.AdoptedVisions.Of(here).Standing() is not { } vision) return false;
        var edits = vision.Edits;
        foreach (var running in vision.Reaffirmations.Where(r => r.IsRunning).Select(r => r.MotionId).ToList())
            if (await db.Motions.AsNoTracking().AsSplitQuery().FirstOrDefaultAsync(m => m.PartnershipId == here.Id && m.Id == running) is { } motion) vision.Note(follower, motion, here.Zone, now);
        var (t, owner) = (book.In(here.Language), await db.Seats.IgnoreAutoIncludes().Of(here).Where(s => s.OrganizationId == here.ConvenerId && s.State == SeatState.Seated).Select(s => s.Id).FirstOrDefaultAsync());
        var asked = new Reasking(t["adopted.again.title", vision.AdoptedOn], t["adopted.again.background", vision.AdoptedOn]);
        if (owner != Guid.Empty && vision.AskAgain(follower, asked, owner, await db.VotingSeats(here.Id), await db.TermsFor(here.Id, MotionKind.Vision), here.Zone, now) is { } again) db.Add(again);
        await db.SaveChangesAsync();
        return vision.Edits != edits;
    });
}

/// <summary>One organization's line in the list of adoptions.</summary>
/// <param name="Adoption">None for one that has not said anything yet.</param>
public sealed record AdoptionRow(Guid SeatId, int Number, string Name, Adoption? Adoption, bool IsSeated, bool IsObserver, LocalDate? WithdrawnOn)
{
    public bool Counts => IsSeated && !IsObserver;
}

/// <summary>The public page of a vision.</summary>
/// <param name="Language">Code of the language the text is in.</param>
/// <param name="Organizations">Names of those at the table that adopted it.</param>
public sealed record VisionForAll(Partnership Partnership, string Text, string Language, LocalDate AdoptedOn, IReadOnlyList<string> Organizations);
