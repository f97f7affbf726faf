using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Roundtable.Platform.Access;

namespace Roundtable.Tests.HouseRules;

/// <summary>What pages and styles are made of.</summary>
public partial class MarkupTests
{
    private static IEnumerable<SourceFile> Pages => House.Files("src", ".razor").Where(f => f.Path.Contains("/Pages/", StringComparison.Ordinal) || f.Path.StartsWith("src/Roundtable/", StringComparison.Ordinal));
    private static IEnumerable<SourceFile> Razor => House.Files("src", ".razor");

    [Fact]
    public void Pages_compose_components() => House.None(Pages.SelectMany(f => f.Find(Raw())), "Pages hold no raw controls, tables or styles: use a component.");

    [Theory]
    [InlineData("<button type=\"submit\">Go</button>")]
    [InlineData("  <input name=\"x\" />")]
    [InlineData("<p style=\"color: red\">")]
    [InlineData("<table>")]
    public void A_raw_control_is_seen(string line) => Assert.Single(Planted(line).Find(Raw()));

    [Fact]
    public void Nothing_is_inline() => House.None(Razor.SelectMany(f => f.Find(Inline())), "The content security policy forbids inline styles, scripts and handlers.");

    [Theory]
    [InlineData("<div style=\"width: @x%\">")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<a onclick=\"go()\">")]
    public void Something_inline_is_seen(string line) => Assert.Single(Planted(line).Find(Inline()));

    [Fact]
    public void Pages_are_rendered_on_the_server_alone() => House.None(Razor.SelectMany(f => f.Find(RenderMode())), "Every journey works without JavaScript.");

    [Fact]
    public void A_render_mode_is_seen() => Assert.Single(Planted("@rendermode InteractiveServer").Find(RenderMode()));

    /// <summary>A form kept through sign-in is sent on as it was, its own key with it; a form for an ended link does nothing.</summary>
    private static readonly string[] Reviewed = ["TypedForm", "Linked"];

    /// <summary>ActForm carries the key; anything else that posts would act twice on a double click.</summary>
    [Fact]
    public void Every_form_that_posts_carries_a_key()
    {
        var act = House.Files("src", "/ActForm.razor").Single();
        Assert.Contains("name=\"@Repeat.Field\"", act.Text, StringComparison.Ordinal);
        House.None(Razor.Where(f => f.Path != act.Path && !Reviewed.Contains(f.Name)).SelectMany(f => f.Find(PostForm())), "Use <ActForm>.");
    }

    [Theory]
    [InlineData("<form method=\"post\">")]
    [InlineData("<EditForm Model=\"x\">")]
    public void A_form_without_a_key_is_seen(string line) => Assert.Single(Planted(line).Find(PostForm()));

    [Fact]
    public void Styles_know_no_left_and_right() => House.None(House.Files("src", ".scss", ".css").SelectMany(f => f.Find(Sided())), "Use inline-start and inline-end: the page is mirrored for right-to-left.");

    [Theory]
    [InlineData("margin-left: 1rem;")]
    [InlineData("  right: 0;")]
    [InlineData(".x { text-align: left; }")]
    [InlineData("border-top-left-radius: 2px")]
    public void A_sided_style_is_seen(string line) => Assert.Single(Planted(line).Find(Sided()));

    private static IEnumerable<string> Undeclared(IEnumerable<Type> types) =>
        types.Where(t => t.IsDefined(typeof(RouteAttribute), inherit: false))
            .Where(t => !t.IsDefined(typeof(OpenPageAttribute)) && !t.GetCustomAttributes<AuthorizeAttribute>().Any(a => a.Policy is not null)).Select(t => t.FullName!);

    [Fact]
    public void Every_page_declares_who_may_open_it() => House.None(Undeclared(House.Assemblies.SelectMany(a => a.GetTypes())), "Say [Authorize(Policy = …)], [PublicPage], [LinkPage] or [DevelopmentPage].");

    [Route("/planted")]
    private sealed class PlantedPage : ComponentBase;

    [Fact]
    public void A_page_without_access_is_seen() => Assert.Single(Undeclared([typeof(PlantedPage)]));

    private static SourceFile Planted(string text) => new("src/Roundtable/Planted/Pages/Planted.razor") { Text = text };

    [GeneratedRegex("<(button|input|select|textarea|table|style)\\b|\\sstyle=", RegexOptions.None)]
    private static partial Regex Raw();

    [GeneratedRegex("\\sstyle=|<style\\b|<script(?![^>]*\\bsrc=)|\\son(click|change|submit|load|input|keyup|keydown|focus|blur)=\"(?!@)", RegexOptions.None)]
    private static partial Regex Inline();

    [GeneratedRegex("@rendermode|RenderMode\\.")]
    private static partial Regex RenderMode();

    [GeneratedRegex("<form\\b[^>]*post|<EditForm\\b", RegexOptions.IgnoreCase)]
    private static partial Regex PostForm();

    [GeneratedRegex(@"(?<![\w-])((margin|padding|border|scroll-margin|scroll-padding|inset)-(left|right)\b|border-(top|bottom)-(left|right)-radius|(left|right)\s*:|(text-align|float|clear)\s*:\s*(left|right)\b)")]
    private static partial Regex Sided();
}
