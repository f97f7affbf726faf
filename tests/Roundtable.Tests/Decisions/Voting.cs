using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Roundtable.Decisions;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Jobs;
using Roundtable.Platform.Mail;

namespace Roundtable.Tests.Decisions;

/// <summary>How a test's table decides, and what the jobs do about it.</summary>
internal static class Voting
{
    public const string Title = "Open on Saturdays";

    /// <summary>Opened by the convener's organization for everybody at the table.</summary>
    public static Task<Motion> Put(this Table table, Duration? open = null, BallotForm form = BallotForm.Gradient, DecisionRule rule = DecisionRule.Consent, bool secret = false, int dots = 0, params string[] options) => table.World.Do(async db =>
    {
        var actor = await table.World.ActorOf(table.Convener);
        var motion = Motion.Prepare(actor, table.Partnership.Id, actor.SeatIn(table.Partnership.Id), MotionKind.General,
            new(Title, "All sites open on Saturdays.\n\nFrom nine to noon.", null, form, secret, false, dots, [.. options.Select(o => new OptionWanted(o))]), new(rule, 50, true, 7, 60), table.World.Now);
        motion.Open(actor, await db.VotingSeats(table.Partnership.Id), table.World.Now + (open ?? Duration.FromDays(7)), table.World.Now);
        db.Add(motion);
        return motion;
    });

    /// <summary>Does something with a motion as a page does: in its turn.</summary>
    public static async Task Act(this Table table, Motion motion, Person person, Action<Motion, Actor, Guid> act)
    {
        var actor = await table.World.ActorOf(person);
        await table.World.See(db => db.Together(async () =>
        {
            await db.Answer(actor, table.Partnership, motion.Number, table.World.Clock, (m, _) => act(m, actor, actor.SeatIn(table.Partnership.Id)!.Value));
            return await db.SaveChangesAsync();
        }));
    }

    public static Task Cast(this Table table, Motion motion, Person person, Stance stance = Stance.Endorse, string? words = null) =>
        table.Act(motion, person, (m, actor, seat) => m.Cast(actor, seat, new(stance, words), table.World.Now));

    public static Task<Motion> Look(this Table table, Motion motion) => table.World.See(db => db.Motions.AsNoTracking().AsSplitQuery().SingleAsync(m => m.Id == motion.Id));

    /// <summary>Runs a job once.</summary>
    /// <returns>How many things it did.</returns>
    public static async Task<int> Run<T>(this World world) where T : Job
    {
        var run = (await world.Services.GetRequiredService<JobRunner>().Run<T>())!;
        Assert.Equal(JobOutcome.Done, run.Outcome);
        return run.Did;
    }

    /// <summary>Letters about a motion of one kind: to whom each went.</summary>
    public static Task<List<Letter>> Letters(this World world, Motion motion, LetterKind kind) =>
        world.See(db => db.Letters.AsNoTracking().Where(l => l.AboutId == motion.Id && l.Kind == kind.Key).OrderBy(l => l.Id).ToListAsync());

    public static async Task<IReadOnlyList<string>> Addresses(this World world, Motion motion, LetterKind kind) => [.. (await world.Letters(motion, kind)).Select(l => l.Address).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> Emails(params Person[] people) => [.. people.Select(p => p.Email).Order(StringComparer.Ordinal)];
}
