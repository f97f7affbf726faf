using NodaTime;
using Roundtable.Journeys.People;
using Roundtable.Journeys.Vision;

namespace Roundtable.Journeys.Decisions;

/// <summary>Seven organizations decide: with words that change on the way, by page and by link, in the open and in secret.</summary>
public sealed class DecidingTests
{
    [Fact]
    public async Task A_motion_is_put_reworded_and_adopted_with_what_follows()
    {
        await using var site = await Site.Open();
        var table = await RiverbendTable.At(site);
        await using var ana = await table.Computer("Ana Ruiz");
        var motion = await Put(ana, table, "Open a help desk", "One room of the Eastside branch is a help desk on Tuesdays.\n\nStaff speak English.");
        await Answer(ana, motion, "Yes, we support it");

        var (phone, me) = await table.Phone("Priya Nair");
        await using var _ = phone;
        await phone.Go($"{me}{motion[table.Home.Length..]}");
        await phone.Sees("What does Legal Aid of the Valley say?");
        await phone.Picture("motion-phone");
        await phone.Follow("Suggest another wording");
        await phone.Fill("Your wording", "One room of the Eastside branch is a help desk on Tuesdays.\n\nStaff speak English and Spanish.");
        await phone.Press("Suggest it");
        await phone.Sees("Your wording is suggested.");

        await ana.Go(motion);
        await ana.Follow("1 suggested wording");
        await ana.Follow("Legal Aid of the Valley suggests");
        await ana.Sees("1 organization has answered and answers anew when the text changes.");
        await ana.Picture("wording");
        await ana.Narrow(320);
        await ana.Picture("wording-320");
        await ana.Narrow(1280);
        await ana.Press("Take it over");
        await ana.Go(motion);
        await ana.Sees("The text has changed.");

        await using (var denise = await table.Computer("Denise Walker")) await Sidesteps(denise, motion, table.Partnership.Today(site.Now()).PlusDays(20));
        foreach (var name in RiverbendTable.Cast.Select(c => c.Person).Except(["Denise Walker", "Carmen Delgado"]))
        {
            await using var one = await table.Computer(name);
            await Answer(one, motion, "Yes, we support it");
        }
        await using var carmen = await table.Computer("Carmen Delgado");
        await Answer(carmen, motion, "Yes, with a reservation", "Interpreters must be paid.");
        await carmen.Sees("6 of 6 organizations answered; 1 stepped out; 3 were needed; no objection; 1 reservation; adopted.");
        await carmen.Sees("Interpreters must be paid.");

        await ana.Go(motion);
        await ana.Follow("Write down what follows");
        await ana.Fill("What happens now?", "The library opens the room.");
        await ana.Press("Save");
        await ana.Sees("The library opens the room.");
        await ana.Picture("motion-decided");
        await ana.Narrow(320);
        await ana.Go($"{table.Home}/decisions");
        await ana.Sees("Adopted");
        await ana.Picture("decisions-320");
    }

    [Fact]
    public async Task A_secret_ballot_tells_who_answered_and_never_what()
    {
        await using var site = await Site.Open();
        var table = await RiverbendTable.At(site);
        await using var ana = await table.Computer("Ana Ruiz");
        var motion = await Put(ana, table, "A seat for the Chamber", "The Chamber of Commerce is offered a seat.", "Who sits at the table", "Yes or no", "Secret ballot");
        foreach (var (index, name) in RiverbendTable.Cast.Select(c => c.Person).Skip(1).Index())
        {
            var (phone, me) = await table.Phone(name);
            await using var _ = phone;
            await phone.Go($"{me}{motion[table.Home.Length..]}");
            if (index == 0) await phone.Page.Locator("label").GetByText("No", new() { Exact = true }).ClickAsync();
            else await phone.Choose(name == "Carmen Delgado" ? "No tomamos partido" : "Yes, we support it");
            await phone.Leave(() => phone.Page.Locator("main form button[type=submit]").First.ClickAsync());
            Assert.Equal(0, await phone.Page.Locator("input[type=radio]").CountAsync());
        }
        await ana.Go(motion);
        await ana.Sees("6 of 7 organizations answered");
        await ana.Sees("Nobody sees how the answers go before it closes.");
        Assert.DoesNotContain("against", await ana.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Answer(ana, motion, "Yes, we support it");
        await ana.Sees("7 of 7 organizations answered; 4 were needed; 5 for, 1 against; two thirds are 4; adopted.");
        await ana.Picture("motion-secret");
    }

    /// <returns>The address of the motion.</returns>
    private static async Task<string> Put(Traveller ana, RiverbendTable table, string title, string text, params string[] choices)
    {
        await ana.Go($"{table.Home}/decisions");
        await ana.Follow("How we decide");
        await ana.Follow("Money");
        await ana.Go($"{table.Home}/decisions");
        await ana.Follow("Write a motion");
        await ana.Fill("Title", title);
        await ana.Fill("Text", text);
        foreach (var choice in choices) await ana.Choose(choice);
        await ana.Picture("motion-new");
        await ana.Press("Save and continue");
        await ana.Picture("motion-check");
        await ana.Narrow(320);
        await ana.Narrow(1280);
        await ana.Press("Ask 7 organizations");
        await ana.Sees("0 of 7 organizations answered");
        await ana.Narrow(320);
        await ana.Narrow(1280);
        return new Uri(ana.Page.Url).AbsolutePath;
    }

    private static async Task Answer(Traveller traveller, string motion, string choice, string? words = null)
    {
        await traveller.Go($"{motion}/ballot");
        await traveller.Choose(choice);
        if (words is not null) await traveller.Fill("In your words", words);
        await traveller.Press("Send the answer");
    }

    /// <summary>Everything an organization can do instead of answering; in the end it steps out.</summary>
    private static async Task Sidesteps(Traveller denise, string motion, LocalDate day)
    {
        await denise.Go($"{motion}/proxy");
        await denise.Pick("Organization", "Legal Aid of the Valley");
        await denise.Press("Hand over the answer");
        await denise.Sees("Legal Aid of the Valley answers for Riverbend County Human Services.");
        await denise.Go($"{motion}/proxy");
        await denise.Press("Take it back");
        await denise.Go($"{motion}/board");
        await denise.Fill("Who decides?", "Our county board");
        await denise.Fill("On which day?", $"{day:R}");
        await denise.Press("Tell the others");
        await denise.Sees("Our county board decides on");
        await denise.Go($"{motion}/recusal");
        await denise.Fill("Why does your organization step out?", "We would be paid for the room.");
        await denise.Press("Step out");
        await denise.Sees("We would be paid for the room.");
    }
}
