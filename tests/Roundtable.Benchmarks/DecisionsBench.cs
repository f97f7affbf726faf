using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Roundtable.Decisions;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Hosting;

namespace Roundtable.Benchmarks;

/// <summary>A hundred motions of a partnership with five hundred seats: answered by every seat, counted, and decided.</summary>
internal static class DecisionsBench
{
    private const int Seats = 500, Motions = 100;

    public static async Task<string> Run(Arguments given)
    {
        var text = new StringBuilder($"Measured with `bin/bench decisions`: {Report.Machine()} {Seats} seats, {Motions} motions, {Seats * Motions:N0} ballots.\n");
        var folder = System.IO.Directory.CreateTempSubdirectory("roundtable-bench-");
        try
        {
            List<IReadOnlyList<string>> rows = [["SQLite", .. await On("", folder.FullName)]];
            if (given["postgres"] is { } cluster) rows.Add(["PostgreSQL", .. await On($"{cluster};Database={await PagesBench.NewDatabase(cluster)}", folder.FullName)]);
            text.Append('\n').Append(Report.Table(["database", "count in memory, ms for all", "read, count, decide, save, ms each", "one more ballot, p50 ms", "p99 ms", "statements for a ballot"], rows));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        return text.ToString();
    }

    private static async Task<string[]> On(string database, string folder)
    {
        var count = new StatementCount();
        await using var app = Product.Build([], builder =>
        {
            builder.Configuration["Roundtable:BaseUrl"] = "http://localhost";
            builder.Configuration["Roundtable:DataDirectory"] = folder;
            builder.Configuration["Roundtable:Database"] = database;
            builder.Services.ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(count));
            builder.Services.ConfigureDbContext<PostgresDb>(o => o.AddInterceptors(count));
        }, alone: false);
        await app.Services.Prepare();
        var (partnership, speakers) = await Seated(app.Services);
        for (var i = 0; i < Motions; i++) await Put(app.Services, partnership, speakers, i);
        Report.Progress("answered");
        var counted = await Counted(app.Services);
        var (took, statements) = await Answers(app.Services, partnership, speakers, count);
        var decided = await Decided(app.Services, partnership);
        return [Report.Say(counted, "0.0"), Report.Say(decided, "0.0"), Report.Say(took[took.Count / 2], "0.0"), Report.Say(took[(int)(took.Count * 0.99)], "0.0"), statements.ToString(CultureInfo.InvariantCulture)];
    }

    private static async Task<(Partnership, List<(Actor Actor, Guid Seat)>)> Seated(IServiceProvider root)
    {
        await using var scope = root.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<RoundtableDb>(), scope.ServiceProvider.GetRequiredService<IClock>().GetCurrentInstant());
        var (job, seats, speakers) = (Actor.System("bench"), new List<Seat>(), new List<(Actor, Guid)>());
        Partnership? partnership = null;
        for (var i = 0; i < Seats; i++)
        {
            var organization = Organization.Describe(job, now, new OrganizationEntry { Name = $"Organization {i}", Sector = Sector.Nonprofit, City = "Riverbend", State = "WI" }, Located.Nowhere);
            var person = Person.Known($"Person {i}", $"person.{i}@example.org", "en", now);
            db.AddRange(organization, person);
            if (partnership is null)
            {
                var founded = Partnership.Found(Actor.Person(person.Id, false, []), new("Bench", "bench", "Everybody can vote.", new("WI", [], "Wisconsin"), Level.State, organization.Id, "America/Chicago"), null, now);
                partnership = db.Keep(founded);
                seats.Add(founded.Seat);
            }
            else
            {
                var seat = Seat.Take(job, partnership, organization.Id, [], now);
                seat.Fill(job, Role.Representative, person.Id, partnership.Today(now), now);
                db.Add(seat);
                seats.Add(seat);
            }
            speakers.Add((Actor.Person(person.Id, false, [new(partnership.Id, Role.Representative, seats[^1].Id, organization.Id)]), seats[^1].Id));
        }
        await db.SaveChangesAsync();
        return (partnership!, speakers);
    }

    // All but the last seat answer, so that the motion stays open.
    private static async Task Put(IServiceProvider root, Partnership partnership, List<(Actor Actor, Guid Seat)> speakers, int which)
    {
        await using var scope = root.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<RoundtableDb>(), scope.ServiceProvider.GetRequiredService<IClock>().GetCurrentInstant());
        var (owner, seat) = speakers[0];
        var motion = Motion.Prepare(owner, partnership.Id, seat, MotionKind.General, new($"Motion {which}", "All sites open on Saturdays.", null, BallotForm.Gradient, false, false, 0),
            new((DecisionRule)(which % 5), 50, false, 7, 30), now);
        motion.Open(owner, [.. speakers.Select(s => s.Seat)], now + Duration.FromDays(7), now);
        foreach (var (i, speaker) in speakers.SkipLast(1).Index())
            motion.Cast(speaker.Actor, speaker.Seat, new((Stance)((i * 7 + which) % 8), "Because of the buses"), now);
        db.Add(motion);
        await db.SaveChangesAsync();
    }

    private static async Task<double> Counted(IServiceProvider root)
    {
        await using var scope = root.CreateAsyncScope();
        var motions = await scope.ServiceProvider.GetRequiredService<RoundtableDb>().Motions.AsNoTracking().AsSplitQuery().OrderBy(m => m.Number).ToListAsync();
        foreach (var motion in motions) Verdict.Of(motion);
        var watch = Stopwatch.StartNew();
        foreach (var motion in motions) Verdict.Of(motion);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task<(List<double> Took, long Statements)> Answers(IServiceProvider root, Partnership partnership, List<(Actor Actor, Guid Seat)> speakers, StatementCount count)
    {
        var (took, statements) = (new List<double>(), 0L);
        for (var i = 0; i < 200; i++)
        {
            await using var scope = root.CreateAsyncScope();
            var (db, clock) = (scope.ServiceProvider.GetRequiredService<RoundtableDb>(), scope.ServiceProvider.GetRequiredService<IClock>());
            var (actor, seat) = speakers[i];
            var (watch, before) = (Stopwatch.StartNew(), count.Total);
            await db.Together(async () =>
            {
                await db.Answer(actor, partnership, 1 + (i % Motions), clock, (m, now) => m.Cast(actor, seat, new(Stance.Abstain), now));
                return await db.SaveChangesAsync();
            });
            if (i >= 20) took.Add(watch.Elapsed.TotalMilliseconds);
            statements = count.Total - before;
        }
        took.Sort();
        return (took, statements);
    }

    private static async Task<double> Decided(IServiceProvider root, Partnership partnership)
    {
        var watch = Stopwatch.StartNew();
        for (var number = 1; number <= Motions; number++)
        {
            await using var scope = root.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<RoundtableDb>();
            var later = new Later(scope.ServiceProvider.GetRequiredService<IClock>());
            var motion = await db.Together(async () =>
            {
                var settled = await db.Answer(Actor.System("bench"), partnership, number, later, (_, _) => { });
                await db.SaveChangesAsync();
                return settled;
            });
            if (motion?.State is not MotionState.Decided) throw new InvalidOperationException($"Motion {number} was not decided.");
        }
        return watch.Elapsed.TotalMilliseconds / Motions;
    }

    /// <summary>The clock when every deadline is over.</summary>
    private sealed class Later(IClock clock) : IClock
    {
        public Instant GetCurrentInstant() => clock.GetCurrentInstant() + Duration.FromDays(8);
    }
}
