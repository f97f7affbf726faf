using Microsoft.EntityFrameworkCore;
using Roundtable.Directory;
using Roundtable.Directory.Imports;
using static Roundtable.Tests.Directory.DirectoryFiles;

namespace Roundtable.Tests.Directory;

/// <summary>An organization moves: it leaves the file of one state and comes in the file of another, and the two are not refreshed on the same day.</summary>
public class MovesTests
{
    private const string Head = "EIN,NAME,ICO,STREET,CITY,STATE,ZIP,GROUP,SUBSECTION,FOUNDATION,STATUS,TAX_PERIOD,NTEE_CD,SORT_NAME\n";
    private static string Row(string ein, string state, string name = "STEADY HELPERS") => $"{ein},{name},,1 MAIN ST,BARRE,{state},05641-0000,0000,03,15,01,202406,P20,\n";
    private static string File(string state, bool with) => Head + string.Concat(Enumerable.Range(10, 9).Select(i => Row($"{(state == "VT" ? 1 : 2)}000000{i}", state))) + (with ? Row("030000009", state, "MOVING HELPERS") : "");

    [Fact]
    public async Task The_new_states_file_first_makes_it_an_update_and_nothing_is_gone_after()
    {
        await using var world = await World.Open();
        await world.Import("irs-bmf", await Of(File("VT", true)));
        await world.Import("irs-bmf", await Of(File("NH", false)));
        var plan = await world.Import("irs-bmf", await Of(File("NH", true)));
        Assert.Equal((10, 0, 1, 9, 0, 0), plan.Counts());
        var row = await world.See(db => db.PlannedRows.SingleAsync(r => r.PlanId == plan.Id && r.Outcome == Outcome.Changed));
        Assert.Equal(("import.moved", "VT"), (row.Reason, row.Found));
        Assert.Equal((9, 0, 0, 9, 0, 0), (await world.Check("irs-bmf", await Of(File("VT", false)))).Counts());
        Assert.Equal(("NH", null), await Moving(world));
    }

    [Fact]
    public async Task The_old_states_file_first_makes_it_gone_and_then_listed_again_as_the_same_one()
    {
        await using var world = await World.Open();
        await world.Import("irs-bmf", await Of(File("VT", true)));
        await world.Import("irs-bmf", await Of(File("NH", false)));
        var before = await world.See(db => db.Organizations.SingleAsync(o => o.SourceKey == "030000009"));
        Assert.Equal((9, 0, 0, 9, 0, 1), (await world.Import("irs-bmf", await Of(File("VT", false)))).Counts());
        Assert.NotNull((await Moving(world)).Gone);
        var plan = await world.Import("irs-bmf", await Of(File("NH", true)));
        Assert.Equal((10, 0, 1, 9, 0, 0), plan.Counts());
        Assert.Equal("import.moved", (await world.See(db => db.PlannedRows.SingleAsync(r => r.PlanId == plan.Id && r.Outcome == Outcome.Changed))).Reason);
        Assert.Equal(("NH", null), await Moving(world));
        Assert.Equal(before.Id, (await world.See(db => db.Organizations.SingleAsync(o => o.SourceKey == "030000009"))).Id);
    }

    [Fact]
    public async Task An_old_file_of_the_state_it_left_does_not_bring_it_back()
    {
        await using var world = await World.Open();
        await world.Import("irs-bmf", await Of(File("VT", true)));
        await world.Import("irs-bmf", await Of(File("NH", true).Replace("NH,05641", "NH,03301", StringComparison.Ordinal)));
        Assert.Equal("NH", (await Moving(world)).State);
        Assert.Equal((10, 0, 0, 10, 0, 0), (await world.Check("irs-bmf", await Of(File("VT", true)))).Counts());
        Assert.Equal((10, 0, 0, 10, 0, 0), (await world.Check("irs-bmf", await Of(File("NH", true).Replace("NH,05641", "NH,03301", StringComparison.Ordinal)))).Counts());
        Assert.Equal((9, 0, 0, 9, 0, 0), (await world.Check("irs-bmf", await Of(File("VT", false)))).Counts());
    }

    [Fact]
    public async Task Coming_back_is_a_move_too()
    {
        await using var world = await World.Open();
        await world.Import("irs-bmf", await Of(File("VT", true)));
        await world.Import("irs-bmf", await Of(File("NH", true)));
        var home = File("VT", true).Replace("MOVING HELPERS,,1 MAIN", "MOVING HELPERS,,7 MAIN", StringComparison.Ordinal);
        Assert.Equal((10, 0, 1, 9, 0, 0), (await world.Import("irs-bmf", await Of(home))).Counts());
        Assert.Equal("VT", (await Moving(world)).State);
    }

    private static Task<(string? State, NodaTime.Instant? Gone)> Moving(World world) => world.See(async db =>
    {
        var one = await db.Organizations.SingleAsync(o => o.SourceKey == "030000009");
        return (one.State, one.NoLongerListed);
    });
}
