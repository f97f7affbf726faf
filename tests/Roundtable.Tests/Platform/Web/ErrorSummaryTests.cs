using Roundtable.Platform.Web;

namespace Roundtable.Tests.Platform.Web;

[Rules]
public class ErrorSummaryTests
{
    [Fact]
    public async Task Nothing_wrong_says_nothing()
    {
        var page = await Drawing.Of<ErrorSummary>(new { Errors = new FormErrors() });
        Assert.Equal("", page.Body!.InnerHtml.Trim());
    }

    [Fact]
    public async Task Each_line_leads_to_its_field_in_the_same_words()
    {
        var errors = new FormErrors();
        errors.Know("Input.Email");
        errors.Add("Email", "Enter an email address");
        errors.Add(null, "Somebody else saved this");
        var page = await Drawing.Of<ErrorSummary>(new { Errors = errors });
        var summary = page.QuerySelector("[role=alert][tabindex='-1']")!;
        Assert.True(summary.HasAttribute("autofocus"));
        Assert.Equal("There is a problem", page.GetElementById(summary.GetAttribute("aria-labelledby")!).Read());
        Assert.Equal("#Input-Email", summary.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(["Enter an email address", "Somebody else saved this"], summary.QuerySelectorAll("li").Select(l => l.Read()));
    }

    [Fact]
    public async Task The_summary_speaks_spanish()
    {
        var errors = new FormErrors();
        errors.Add(null, "…");
        Assert.Equal("Hay un problema", (await Drawing.Of<ErrorSummary>(new { Errors = errors }, language: "es")).QuerySelector("h2").Read());
    }
}
