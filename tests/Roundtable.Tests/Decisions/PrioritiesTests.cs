using Roundtable.Decisions;

namespace Roundtable.Tests.Decisions;

[Rules]
public class PrioritiesTests
{
    private readonly Panel panel = new(9);

    private string Dots(params string[] ballots)
    {
        var motion = panel.Opened(form: BallotForm.Dots, options: ["Forms", "Rides", "Words"]);
        foreach (var (i, marks) in ballots.Index()) motion.Cast(panel[i], panel.Seats[i], new(Dots: Vote.DotsOf(marks)), Panel.Now);
        return Said(motion);
    }

    private string Orders(params string[] ballots)
    {
        var motion = panel.Opened(form: BallotForm.Ranking, options: ["Forms", "Rides", "Words"]);
        foreach (var (i, marks) in ballots.Index()) motion.Cast(panel[i], panel.Seats[i], new(Order: Vote.OrderOf(marks)), Panel.Now);
        return Said(motion);
    }

    private static string Said(Motion motion) => string.Join(", ", Priorities.Of(motion).Select(p => $"{p.Place} {p.Option.Text} {p.Points}/{p.Seats}"));

    [Fact]
    public void More_dots_come_first_then_more_organizations() =>
        Assert.Equal("1 Words 4/3, 2 Rides 3/2, 3 Forms 3/1", Dots("1:3", "2:2 3:1", "2:1 3:2", "3:1"));

    [Fact]
    public void Level_options_share_a_place() => Assert.Equal("1 Forms 1/1, 1 Rides 1/1, 3 Words 0/0", Dots("1:1", "2:1"));

    [Fact]
    public void Ballots_of_the_last_go_to_their_next_choice() =>
        Assert.Equal("1 Rides 4/5, 2 Forms 3/5, 3 Words 2/3", Orders("1 2", "1", "1 3", "2", "2 1", "3 2", "3 2 1"));

    [Fact]
    public void Without_ballots_the_order_is_the_lists() => Assert.Equal("1 Forms 0/0, 2 Rides 0/0, 3 Words 0/0", Orders());

    [Fact]
    public void A_ballot_may_name_only_some() => Assert.Equal("1 Words 1/1, 2 Forms 0/0, 3 Rides 0/0", Orders("3"));
}
