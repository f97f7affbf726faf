using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Roundtable.Decisions;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Vision;

namespace Roundtable.Tests;

/// <summary>The wording of a test's vision, and its adoption.</summary>
internal static class DraftingWorld
{
    public const string Text = "Everyone in Riverbend can apply for help online.\n\nNobody waits six weeks.";

    /// <summary>A process whose ideas were brought together: the first draft begins the wording.</summary>
    public static async Task<VisionProcess> Gathered(this Table table)
    {
        var process = await table.Boards();
        return await table.Change(process, (p, actor) => p.CloseBoards(actor, 3, table.World.Now));
    }

    public static async Task<VisionProcess> Change(this Table table, VisionProcess process, Action<VisionProcess, Actor> act)
    {
        var actor = await table.World.ActorOf(table.Convener);
        return await table.World.Do(async db =>
        {
            var known = (await db.VisionProcesses.Of(table.Partnership).Numbered(process.Number))!;
            act(known, actor);
            return known;
        });
    }

    public static async Task<Statement> Draft(this Table table, VisionProcess process, string text = Text)
    {
        var actor = await table.World.ActorOf(table.Convener);
        return await table.World.Do(async db => await db.WriteStatement(actor, (await db.VisionProcesses.Of(table.Partnership).Numbered(process.Number))!, new(text), table.World.Now));
    }

    /// <summary>Puts the latest draft to the vote.</summary>
    public static async Task<Motion> Propose(this Table table, VisionProcess process, BallotForm form = BallotForm.Consent)
    {
        var actor = await table.World.ActorOf(table.Convener);
        return await table.World.Do(async db =>
        {
            var known = (await db.VisionProcesses.Of(table.Partnership).Numbered(process.Number))!;
            var draft = await db.Statements.Of(known).LastAsync();
            return await db.Propose(actor, table.Partnership, known, draft, new("Our vision", null, form), opens: true, table.World.Now);
        });
    }

    /// <summary>The seat's representative answers the motion.</summary>
    public static async Task Say(this Table table, int motion, Person person, Stance stance, string? words = null)
    {
        var actor = await table.World.ActorOf(person);
        await table.World.Do(db => db.Together(async () =>
        {
            var clock = table.World.Services.GetRequiredService<IClock>();
            await db.Answer(actor, table.Partnership, motion, clock, (m, now) => m.Cast(actor, actor.SeatIn(table.Partnership.Id)!.Value, new(stance, words), now));
            return await db.SaveChangesAsync();
        }));
    }

    /// <summary>A table whose two organizations adopted a vision, the second with a reservation.</summary>
    public static async Task<(SeatedOrganization Clinic, VisionProcess Process)> Adopted(this Table table)
    {
        var clinic = await table.Seat("Riverbend Clinic", Roundtable.Directory.Sector.Health, "Lee Vang");
        var process = await table.Gathered();
        await table.Draft(process);
        var motion = await table.Propose(process);
        await table.Say(motion.Number, table.Convener, Stance.Endorse);
        await table.Say(motion.Number, clinic.Person, Stance.Reservation, "We cannot pay for it.");
        await table.Follow();
        return (clinic, process);
    }

    /// <summary>What the job of the vision does.</summary>
    public static async Task<int> Follow(this Table table)
    {
        await using var scope = table.World.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<FollowVisions>().Run(CancellationToken.None);
    }
}
