using Roundtable.Journeys.People;

namespace Roundtable.Journeys.Partnerships;

/// <summary>From a hole to a prospect: a convener who wants somebody who teaches people, on real open data, on a phone without JavaScript.</summary>
public sealed class MissingTests
{
    [Fact]
    public async Task A_hole_leads_to_a_prospect_in_one_click_and_back_again()
    {
        await using var site = await Site.Open();
        await using var ana = await site.Traveller(320, script: false);
        await site.SignIn(ana, await site.Person("Ana Ruiz", "ana@example.org", administrator: true));
        await FoundingTests.ImportVermont(ana);
        var home = await FoundingTests.Found(ana);

        await ana.Go($"{home}/missing");
        await ana.Follow("By need");
        await ana.Follow("Say what people need help with");
        await ana.Choose("Citizenship study, forms information, change of address");
        await ana.Picture("missing-needs");
        await ana.Press("Save");
        await ana.Sees("nearby");
        await ana.Picture("missing-by-need");
        await ana.Follow("Nobody yet. Find somebody");
        await ana.Sees("Serves: Citizenship study, forms information, change of address");
        await ana.Picture("missing-candidates");
        var first = ana.Page.Locator("li.rt-results__item").First;
        var name = await first.Locator(".rt-results__title").InnerTextAsync();
        await ana.Leave(() => first.GetByRole(AriaRole.Button).First.ClickAsync());
        await ana.Sees("On your list: Prospect");
        await ana.Sees("Take off the list");

        await ana.Go($"{home}/prospects");
        await ana.Follow(name);
        await ana.Sees("They may serve a need of the people here: Citizenship study, forms information, change of address.");

        await ana.Go($"{home}/missing/rules");
        await ana.Picture("missing-rules");
        await ana.Leave(() => ana.Page.GetByRole(AriaRole.Button, new() { Name = "Take this rule" }).First.ClickAsync());
        await ana.Sees("Drop");
        await ana.Go($"{home}/missing?by=county");
        await ana.Picture("missing-by-county");
    }
}
