using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Jobs;
using Roundtable.Platform.Mail;

namespace Roundtable.Tests.Platform.Jobs;

public class JobRunnerTests
{
    private sealed class Trying(Trying.Plan plan, CurrentActor who) : Job
    {
        public sealed class Plan
        {
            public Func<int> Act { get; set; } = () => 0;
            public string? Actor { get; set; }
            public int Runs;
        }

        public override Task<int> Run(CancellationToken ct)
        {
            plan.Actor = who.Actor.Name;
            Interlocked.Increment(ref plan.Runs);
            return Task.FromResult(plan.Act());
        }
    }

    private static void Add(WebApplicationBuilder builder)
    {
        AsAdministrator.Comes(builder);
        builder.Services.AddSingleton<Trying.Plan>();
        builder.Services.AddJob<Trying>("jobs.job", Duration.FromSeconds(1));
    }

    private static Task<JobRun?> Run(World world) => world.Services.GetRequiredService<JobRunner>().Run<Trying>();

    [Fact]
    public async Task A_job_acts_as_the_system_and_its_run_is_written_down()
    {
        await using var world = await World.Open(Add);
        var plan = world.Services.GetRequiredService<Trying.Plan>();
        plan.Act = () => 3;
        await Run(world);
        Assert.Equal("system:Trying", plan.Actor);
        var run = await world.See(db => db.JobRuns.SingleAsync());
        Assert.Equal(("Trying", JobOutcome.Done, 3, world.Now), (run.Job, run.Outcome, run.Did, run.EndedAt));
    }

    [Fact]
    public async Task A_refusal_is_recorded_and_a_failure_gets_a_reference()
    {
        await using var world = await World.Open(Add);
        var plan = world.Services.GetRequiredService<Trying.Plan>();
        plan.Act = () => throw new Refusal("access.not-allowed");
        Assert.Equal((JobOutcome.Refused, "access.not-allowed"), await Run(world) is { } refused ? (refused.Outcome, refused.Refusal) : default);
        plan.Act = () => throw new InvalidOperationException("A bug.");
        var broken = await Run(world);
        Assert.Equal(JobOutcome.Broken, broken!.Outcome);
        Assert.Matches("^[0-9A-F]{8}$", broken.Reference!);
        Assert.Equal(2, await world.See(db => db.JobRuns.CountAsync()));
    }

    [Fact]
    public async Task Runs_with_nothing_to_do_leave_one_row()
    {
        await using var world = await World.Open(Add);
        for (var i = 0; i < 3; i++)
        {
            world.Clock.Advance(Duration.FromMinutes(1));
            await Run(world);
        }
        Assert.Equal(world.Now, (await world.See(db => db.JobRuns.SingleAsync())).EndedAt);
    }

    [Fact]
    public async Task Administrators_run_a_job_from_its_page()
    {
        await using var world = await World.Open(Add);
        world.Services.GetRequiredService<Trying.Plan>().Act = () => 1;
        using var browser = world.Browser();
        var page = await browser.Get("/admin/jobs");
        Assert.Contains("Remove what has served its time", page.Words, StringComparison.Ordinal);
        Assert.Contains("Done: 1 thing", (await browser.Submit(page, "run", ("Input.Job", "Trying"))).Words, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.Submit(await browser.Get("/admin/jobs"), "run", ("Input.Job", "Nothing"))).Status);
    }

    [Fact]
    public async Task On_a_running_site_the_timetable_runs_jobs_while_others_write()
    {
        await using var world = await World.Alone(Add);
        var plan = world.Services.GetRequiredService<Trying.Plan>();
        plan.Act = () => 1;
        var writes = 0;
        for (var i = 0; i < 600 && plan.Runs < 4; i++)
        {
            await world.Do(db => Task.FromResult(db.Add(new MailStop(null, $"{Ids.New():N}", "test", world.Now))));
            writes++;
            await Task.Delay(20);
        }
        Assert.True(plan.Runs >= 4, $"{plan.Runs} runs beside {writes} writes");
        Assert.DoesNotContain(await world.See(db => db.JobRuns.ToListAsync()), r => r.Outcome is JobOutcome.Broken);
        Assert.NotNull(await world.Services.GetRequiredService<Timetable>().NextRunOf("HouseKeeping"));
    }

    [Fact]
    public async Task House_keeping_removes_what_has_served_its_time_and_nothing_else()
    {
        await using var world = await World.Open();
        var now = world.Now;
        await world.Do(db =>
        {
            db.Add(new RememberedAnswer { Key = "old", Sent = "", At = now - Duration.FromHours(25) });
            db.Add(new RememberedAnswer { Key = "new", Sent = "", At = now - Duration.FromHours(23) });
            db.Add(Link.Make(LinkPurpose.Personal, now - Duration.FromDays(100), Duration.FromDays(9), out _, label: "old"));
            db.Add(Link.Make(LinkPurpose.Personal, now - Duration.FromDays(100), Duration.FromDays(11), out _, label: "new"));
            db.Add(new MailTest(null, now - Duration.FromDays(2), true, ""));
            return Task.FromResult(0);
        });
        await using (var scope = world.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Outbox>().Post(LetterKind.Test, new("a@example.org", "", "en"), p => p.Subject("mail.site"));
            var db = scope.ServiceProvider.GetRequiredService<RoundtableDb>();
            await db.SaveChangesAsync();
            (await db.Letters.SingleAsync()).Deliver(now);
            await db.SaveChangesAsync();
        }
        Assert.Equal(3, (await world.Services.GetRequiredService<JobRunner>().Run<HouseKeeping>())!.Did);
        Assert.NotNull((await world.See(db => db.Letters.SingleAsync())).Text);
        Assert.Equal("new", (await world.See(db => db.Set<RememberedAnswer>().SingleAsync())).Key);
        Assert.Equal("new", (await world.See(db => db.Links.SingleAsync(l => l.Purpose == LinkPurpose.Personal))).Label);
        world.Clock.Advance(Duration.FromDays(31));
        await world.Services.GetRequiredService<JobRunner>().Run<HouseKeeping>();
        Assert.Null((await world.See(db => db.Letters.SingleAsync())).Text);
    }
}
