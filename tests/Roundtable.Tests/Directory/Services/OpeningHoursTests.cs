using NodaTime;
using Roundtable.Directory.Services;
using Roundtable.Platform;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;

namespace Roundtable.Tests.Directory.Services;

[Rules]
public class OpeningHoursTests
{
    [Theory]
    [InlineData("9-5", "9:00 am – 5:00 pm")]
    [InlineData("9am - 5pm", "9:00 am – 5:00 pm")]
    [InlineData("9:30 a.m. – 12 p.m.", "9:30 am – 12:00 pm")]
    [InlineData("8:00 – 17:30", "8:00 am – 5:30 pm")]
    [InlineData("noon - midnight", "12:00 pm – 12:00 am")]
    [InlineData("1pm-5pm, 9am-12pm", "9:00 am – 12:00 pm, 1:00 pm – 5:00 pm")]
    [InlineData("0900 to 1700", "9:00 am – 5:00 pm")]
    [InlineData("closed", "")]
    [InlineData(" ", "")]
    public void Hours_are_read_as_people_write_them(string typed, string shown)
    {
        var read = Monday(typed);
        Assert.Equal(shown, OpeningHours.Of(read, "MO"));
        Assert.Equal(read, Monday(shown));
    }

    [Theory]
    [InlineData("en", "MO,TU", "Monday, Tuesday: 9:00 am – 5:00 pm")]
    [InlineData("es", "MO,TU", "Lunes, martes: 9:00 am – 5:00 pm")]
    [InlineData("en", "1SA,-1FR", "Each month: first Saturday, last Friday: 9:00 am – 5:00 pm")]
    [InlineData("es", "1SA", "Cada mes: primer sábado: 9:00 am – 5:00 pm")]
    public void Days_are_told_as_the_reader_writes_them(string language, string days, string said) =>
        Assert.Equal(said, OpeningHours.Say(new() { Days = days, Opens = "09:00", Closes = "17:00" }, new TextBook(typeof(Refusal).Assembly, typeof(Product).Assembly).In(language)));

    [Theory]
    [InlineData("9")]
    [InlineData("9-25")]
    [InlineData("13pm-5pm")]
    [InlineData("9-12-3")]
    [InlineData("mornings")]
    public void Hours_that_cannot_be_meant_are_refused_beside_their_day(string typed)
    {
        var refusal = Assert.Throws<Refusal>(() => Monday(typed));
        Assert.Equal(("service.hours-wrong", "Openings.MO"), (refusal.Key, refusal.Input));
    }

    [Fact]
    public void Days_with_the_same_hours_stand_together()
    {
        var read = OpeningHours.Read(["9-5", "9-5", "10-6", "9-5", null, null, null], null, null, []);
        Assert.Equal(["MO,TU,TH", "WE"], read.Select(o => o.Days!));
    }

    [Fact]
    public void What_no_form_shows_stays()
    {
        Opening first = new() { Days = "1SA", Opens = "10:00", Closes = "12:00" }, term = new() { Days = "MO", Opens = "18:00", From = new LocalDate(2026, 9, 1) };
        var before = OpeningHours.Read(["9-5", null, null, null, null, null, null], "2026-12-25\n12/31/2026 - 1/2/2027", "By appointment", [first, term]);
        var again = OpeningHours.Read([.. OpeningHours.Weekdays.Select(d => OpeningHours.Of(before, d))], OpeningHours.Closed(before), OpeningHours.Said(before), before);
        Assert.Equal(before.ToHashSet(), [.. again]);
        Assert.Equal(6, again.Count);
        Assert.Equal("2026-12-25\n2026-12-31 – 2027-01-02", OpeningHours.Closed(again));
    }

    [Fact]
    public void A_day_that_cannot_be_meant_is_refused() =>
        Assert.Equal("Openings.Closed", Assert.Throws<Refusal>(() => OpeningHours.Read([null, null, null, null, null, null, null], "Christmas", null, [])).Input);

    [Theory]
    [InlineData("$25 First visit", 2500, "USD", "First visit", "$25.00 – First visit")]
    [InlineData("$1,250.50", 125050, "USD", null, "$1250.50")]
    [InlineData("EUR 3.5 – Book", 350, "EUR", "Book", "EUR 3.50 – Book")]
    [InlineData("Free", null, null, "Free", "Free")]
    [InlineData("2 visits are free", null, null, "2 visits are free", "2 visits are free")]
    public void Costs_are_read_as_people_write_them(string typed, int? cents, string? currency, string? option, string line)
    {
        var cost = CostOption.Read(typed, []).Single();
        Assert.Equal((cents is { } c ? new Money(c, currency!) : null, option, line), ((Money?)cost.Amount, cost.Option, cost.Line));
    }

    [Fact]
    public void A_cost_left_as_it_was_keeps_what_no_line_shows()
    {
        CostOption before = new("Members", new Money(500), null, new LocalDate(2026, 1, 1), new LocalDate(2026, 12, 31));
        Assert.Same(before, CostOption.Read($"{before.Line}\n$9", [before])[0]);
    }

    private static IReadOnlyList<Opening> Monday(string typed) => OpeningHours.Read([typed, null, null, null, null, null, null], null, null, []);
}
