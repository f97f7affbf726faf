using Microsoft.AspNetCore.Components;
using Roundtable.Platform.Web;
using Roundtable.Platform.Web.Gallery;

namespace Roundtable.Tests.Platform.Web;

[Rules]
public class ComponentTests
{
    [Fact]
    public async Task A_row_not_answered_says_so_and_its_change_link_says_what_it_changes()
    {
        var page = await Drawing.Of<SummaryRow>(new { Key = "Phone", ChangeHref = "/phone" });
        Assert.Equal("Not provided", page.QuerySelector("dd").Read());
        Assert.Equal("Change Phone", page.QuerySelector("a").Read());
    }

    [Theory]
    [InlineData(7, 8, 8, 7)]
    [InlineData(0, 10, 10, 0)]
    [InlineData(21, 23, 0, 0)]
    public async Task A_meter_has_at_most_ten_segments_and_always_its_words(int have, int of, int segments, int on)
    {
        var page = await Drawing.Of<Meter>(new { Have = have, Of = of, Text = $"{have} of {of}" });
        Assert.Equal((segments, on), (page.QuerySelectorAll(".rt-meter__segment").Length, page.QuerySelectorAll(".rt-meter__segment--on").Length));
        Assert.Equal(of > 10, page.QuerySelector("svg") is not null);
        Assert.Equal($"{have} of {of}", page.Body.Read());
    }

    [Fact]
    public async Task A_sorted_head_says_how_and_leads_to_the_other_way_keeping_the_filter()
    {
        RenderFragment head = builder =>
        {
            builder.OpenComponent<HeadCell>(0);
            builder.AddAttribute(1, "Key", "name");
            builder.AddAttribute(2, "ChildContent", Drawing.Words("Name"));
            builder.CloseComponent();
        };
        var page = await Drawing.Of<DataTable>(new { Caption = "Seats", Sort = "name", Head = head });
        Assert.Equal("ascending", page.QuerySelector("th")!.GetAttribute("aria-sort"));
        Assert.Equal("/here?near=05602&sort=name&desc=True", page.QuerySelector("th a")!.GetAttribute("href"));
        page = await Drawing.Of<DataTable>(new { Caption = "Seats", Sort = "name", Descending = true, Head = head });
        Assert.Equal("/here?near=05602&sort=name", page.QuerySelector("th a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_word_of_the_navigation_says_how_many_things_wait_and_where_one_is()
    {
        var page = await Drawing.Of<SideNav>(new { Label = "Partnership", Items = new NavItem[] { new("Home", "/", Current: true), new("Partners", "/partners", 2) } });
        Assert.Equal("Home", page.QuerySelector("a[aria-current=page]").Read());
        Assert.Equal("Partners 2 wait for you", page.QuerySelectorAll("a")[1].Read());
        Assert.Equal("Menu: Home", page.QuerySelector("summary").Read());
    }

    [Fact]
    public async Task The_other_language_is_named_in_itself_and_comes_back_to_this_page()
    {
        var link = (await Drawing.Of<LanguagePicker>(address: "http://localhost/w/riverbend?tab=2")).QuerySelector("a")!;
        Assert.Equal(("Español", "es", "es"), (link.Read(), link.GetAttribute("lang"), link.GetAttribute("hreflang")));
        Assert.Equal("/language/es?to=%2Fw%2Friverbend%3Ftab%3D2", link.GetAttribute("href"));
    }

    [Fact]
    public async Task Every_seat_at_the_table_is_a_link_named_by_organization_and_state()
    {
        ChartSeat[] seats = [new("RL", "Riverbend Public Library", "/o/1", "library"), new("HC", "Hmong Center", "/o/2", "nonprofit", ChartSeatState.InTalks), new("", "Translation", "/find", State: ChartSeatState.Missing)];
        var page = await Drawing.Of<RoundTableChart>(new { Seats = seats, Title = "The table", Description = "Seats", Total = 1, What = "organization" });
        Assert.Equal(["Riverbend Public Library (RL), seated", "Hmong Center (HC), in talks", "Translation: nobody has taken this role"], page.QuerySelectorAll("svg a > title").Select(t => t.Read()));
        Assert.Equal("table-title", page.QuerySelector("svg")!.GetAttribute("aria-labelledby"));
        Assert.Empty(page.QuerySelectorAll("[style]"));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(24)]
    [InlineData(60)]
    public void Seats_never_overlap_and_stay_in_the_picture(int seats)
    {
        var plan = new TablePlan(seats);
        var places = Enumerable.Range(0, seats).Select(plan.Place).ToList();
        Assert.All(places, p => Assert.InRange(Math.Max(Math.Abs(p.X - 160), Math.Abs(p.Y - 160)) + plan.Radius, 0, 158));
        for (var i = 0; i < seats; i++)
        {
            var (a, b) = (places[i], places[(i + 1) % seats]);
            Assert.True(Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2)) > 2 * plan.Radius);
        }
    }

    [Fact]
    public async Task A_hole_in_the_matrix_leads_to_the_search_and_says_for_what()
    {
        var page = await Drawing.Of<CoverageMatrix>(new { Caption = "Who does what", Columns = new[] { "Library", "Nonprofit" }, Rows = new[] { new MatrixRow("Translation", [new MatrixCell(0), new MatrixCell(0, "/find", true)]) } });
        Assert.Equal("Find: Translation, Nonprofit", page.QuerySelector("td a[href='/find']").Read());
        Assert.Equal("Translation", page.QuerySelector("tbody th[scope=row]").Read());
        Assert.Equal("– nobody", page.QuerySelector("tbody td").Read());
    }

    [Fact]
    public async Task An_empty_list_teaches_with_an_example_and_one_button()
    {
        var page = await Drawing.Of<EmptyState>(new { Text = "Nobody yet.", Example = "Legal Aid", ActText = "Find partners", ActHref = "/find" });
        Assert.Equal("Example Legal Aid", page.QuerySelector(".rt-empty__example").Read());
        Assert.Equal("Find partners", page.QuerySelector("a.usa-button[href='/find']").Read());
    }

    public static TheoryData<string> Examples => [.. ComponentsPage.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Every_example_can_be_drawn_without_inline_style_or_script(string name)
    {
        var page = await Drawing.Of(ComponentsPage.All.Single(c => c.Name == name).Type);
        Assert.NotEmpty(page.QuerySelectorAll(".rt-example"));
        Assert.Empty(page.QuerySelectorAll("[style], style, [onclick], script:not([src])"));
    }

    [Fact]
    public void Every_component_has_examples_or_is_part_of_one_that_has()
    {
        var folders = typeof(FormField).Assembly.GetTypes()
            .Where(t => t.Namespace == "Roundtable.Platform.Web" && typeof(ComponentBase).IsAssignableFrom(t) && !t.IsAbstract).Select(t => t.Name);
        string[] parts = ["ActForm", "ButtonLink", "CellSelect", "Confirmation", "Fact", "FieldFrame", "FieldNotes", "GroupFrame", "HeadCell", "Hidden", "Idea", "Linked", "Mark", "Module", "Note", "PageFoot", "ResultItem", "Shell", "SkipLink", "Step", "Styles", "SummaryRow", "Tile", "Todo", "TopBar"];
        Assert.Equal([], folders.Except(ComponentsPage.All.Select(c => c.Name)).Except(parts));
    }
}
