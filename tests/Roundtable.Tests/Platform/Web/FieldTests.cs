using NodaTime;
using Roundtable.Platform.Web;

namespace Roundtable.Tests.Platform.Web;

[Rules]
public class FieldTests
{
    private static FormErrors Wrong(string? field, string sentence)
    {
        var errors = new FormErrors();
        errors.Add(field, sentence);
        return errors;
    }

    [Fact]
    public async Task A_label_belongs_to_its_input()
    {
        var page = await Drawing.Of<Field>(new { Name = "Input.Email", Label = "Email", Type = "email", Value = "ana@example.org" });
        var input = page.QuerySelector("input")!;
        Assert.Equal("Input-Email", input.Id);
        Assert.Equal("Input-Email", page.QuerySelector("label")!.GetAttribute("for"));
        Assert.Equal("Input.Email", input.GetAttribute("name"));
        Assert.Equal("ana@example.org", input.GetAttribute("value"));
        Assert.Equal("false", input.GetAttribute("spellcheck"));
        Assert.False(input.HasAttribute("aria-describedby"));
        Assert.False(input.HasAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Label_hint_error_and_input_stand_in_this_order_and_the_input_is_described_by_both()
    {
        var page = await Drawing.Of<Field>(new { Name = "Input.Email", Label = "Email", Hint = "We send a code to it." }, Wrong("Input.Email", "Enter an email address"));
        Assert.Equal(["LABEL", "SPAN", "SPAN", "INPUT"], page.QuerySelector(".rt-field")!.Children.Select(c => c.TagName));
        var input = page.QuerySelector("input")!;
        Assert.Equal("Input-Email-hint Input-Email-error", input.GetAttribute("aria-describedby"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("We send a code to it.", page.GetElementById("Input-Email-hint").Read());
        Assert.Equal("Error: Enter an email address", page.GetElementById("Input-Email-error").Read());
    }

    [Fact]
    public async Task An_error_of_the_record_finds_the_input_that_posts_under_a_longer_name()
    {
        var page = await Drawing.Of<Field>(new { Name = "Input.Email", Label = "Email" }, Wrong("Email", "Somebody else has this address"));
        Assert.Equal("Error: Somebody else has this address", page.QuerySelector(".usa-error-message").Read());
    }

    [Theory]
    [InlineData("en", "Phone (optional)")]
    [InlineData("es", "Phone (opcional)")]
    public async Task What_may_be_left_out_says_so(string language, string label)
    {
        var page = await Drawing.Of<Field>(new { Name = "Phone", Label = "Phone", Optional = true }, language: language);
        Assert.Equal(label, page.QuerySelector("label").Read());
    }

    [Fact]
    public async Task On_a_page_with_one_question_the_label_is_the_heading()
    {
        Assert.Equal("What could you offer?", (await Drawing.Of<TextArea>(new { Name = "Offer", Label = "What could you offer?", LabelIsHeading = true })).QuerySelector("h1 label[for=Offer]").Read());
        Assert.Equal("Which?", (await Drawing.Of<Radios>(new { Name = "Which", Label = "Which?", LabelIsHeading = true, Options = Three })).QuerySelector("fieldset legend h1").Read());
    }

    [Fact]
    public async Task A_long_text_keeps_its_line_breaks_also_at_its_beginning()
    {
        var page = await Drawing.Of<TextArea>(new { Name = "Text", Label = "Text", Value = "\nsecond line" });
        Assert.Equal("\nsecond line", page.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task The_chosen_one_is_selected_and_a_blank_line_chooses_nothing()
    {
        var page = await Drawing.Of<Select>(new { Name = "Which", Label = "Which?", Options = Three, Value = "b", Blank = "Choose one" });
        Assert.Equal(["", "a", "b", "c"], page.QuerySelectorAll("option").Select(o => o.GetAttribute("value")));
        Assert.Equal("Second", page.QuerySelectorAll("option[selected]").Single().Read());
    }

    [Fact]
    public async Task Every_choice_has_its_own_label_and_the_first_is_where_the_error_leads()
    {
        var page = await Drawing.Of<Checkboxes>(new { Name = "Input.Roles", Label = "Roles", Options = Three, Values = new[] { "a", "c" } }, Wrong("Roles", "Choose at least one"));
        Assert.Equal(["Input-Roles", "Input-Roles-2", "Input-Roles-3"], page.QuerySelectorAll("input").Select(i => i.Id));
        Assert.Equal(["Input-Roles", "Input-Roles-2", "Input-Roles-3"], page.QuerySelectorAll("label").Select(l => l.GetAttribute("for")));
        Assert.Equal(["a", "c"], page.QuerySelectorAll("input[checked]").Select(i => i.GetAttribute("value")));
        Assert.Equal("Input-Roles-error", page.QuerySelector("fieldset")!.GetAttribute("aria-describedby"));
        Assert.Equal("with words", page.GetElementById(page.QuerySelectorAll("input")[1].GetAttribute("aria-describedby")!).Read());
    }

    [Fact]
    public async Task A_day_is_written_as_browsers_want_it()
    {
        var page = await Drawing.Of<DateField>(new { Name = "Due", Label = "Due", Value = (LocalDate?)new LocalDate(2026, 12, 1) });
        Assert.Equal("2026-12-01", page.QuerySelector("input[type=date]")!.GetAttribute("value"));
    }

    private static readonly Choice[] Three = [new("a", "First"), new("b", "Second", "with words"), new("c", "Third")];
}
