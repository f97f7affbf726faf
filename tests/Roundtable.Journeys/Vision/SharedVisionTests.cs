using Roundtable.Decisions;
using Roundtable.Journeys.People;
using Roundtable.Vision;

namespace Roundtable.Journeys.Vision;

/// <summary>Step 3: seven organizations fill four boards by page, link and paper, and end with a vision that each of them has adopted.</summary>
public sealed class SharedVisionTests
{
    private const string Text = "Anyone in Riverbend County can get a government form done, in their own language, within ten miles of home.";
    private const string Reservation = "Our federal money forbids lobbying: our name stands under no letter to lawmakers.";

    [Fact]
    public async Task Seven_organizations_come_to_one_vision_with_one_reservation()
    {
        await using var site = await Site.Open();
        var table = await RiverbendTable.At(site);
        await using var ana = await table.Computer("Ana Ruiz");
        var process = await Prepare(ana, table);
        await using var ruth = await table.Computer("Ruth Solberg");

        await OnPage(ana, process);
        await ByLetter(site);
        foreach (var (name, idea) in new[] { ("Priya Nair", "Court forms went online in spring."), ("James Okafor", "The claim is online only.") }) await ByLink(table, name, idea);
        await InSpanish(table);
        await FromPaper(ruth, process);
        await ana.Go($"{table.Home}/vision");
        await ana.Sees("7 of 7 organizations have put in ideas");
        await ana.Picture("vision-start");

        await Cluster(ruth, process);
        await Word(ruth, table, process);
        await Adopt(ana, ruth, table, process);
        await Stands(ana, table);
    }

    private static async Task<string> Prepare(Traveller ana, RiverbendTable table)
    {
        await ana.Go(table.Home);
        await ana.Sees("A shared vision");
        await ana.Go($"{table.Home}/vision");
        await ana.Follow("Prepare the boards");
        await ana.Fill("Full name", "Ruth Solberg");
        await ana.Fill("E-mail", RiverbendTable.EmailOf("Ruth Solberg"));
        await ana.Picture("vision-new");
        await ana.Press("Save");
        await ana.Press("Open the boards and write to 7 organizations");
        await ana.Sees("0 of 7 organizations have put in ideas");
        return new Uri(ana.Page.Url).AbsolutePath;
    }

    private static async Task OnPage(Traveller ana, string process)
    {
        foreach (var (board, idea) in new[] { ("needs", "People come with a form half done."), ("resources", "A study room on Tuesdays."), ("strategies", "An agency worker in the building."), ("outcomes", "Done in one visit.") })
        {
            await ana.Go($"{process}/boards/{board}");
            await ana.Page.Locator("textarea").First.FillAsync(idea);
            await ana.Press("Put it on the board");
            await ana.Sees(idea);
        }
    }

    // Denise got a letter, and answers from its link on her phone.
    private static async Task ByLetter(Site site)
    {
        await using var phone = await site.Traveller(320, script: false);
        await phone.Go((await site.LetterTo(RiverbendTable.EmailOf("Denise Walker"))).Link("me"));
        await phone.Picture("vision-me");
        await phone.Follow("Start");
        foreach (var (idea, button) in new[] { ("Four in ten callers have no computer.", "Save and go on"), ("One worker on Tuesdays.", "Save and go on"), ("She finishes eight cases a day.", "Save and go on"), ("Fewer forms are sent back.", "Save and finish") })
        {
            await phone.Fill("Idea 1", idea);
            await phone.Press(button);
        }
        await phone.Sees("Thank you. Your ideas are on the boards.");
        await phone.Sees("Fewer forms are sent back.");
        await phone.Picture("vision-me-said");
    }

    private static async Task ByLink(RiverbendTable table, string name, string idea)
    {
        var (phone, me) = await table.Phone(name);
        await using var _ = phone;
        await phone.Go($"{me}/vision/needs");
        await phone.Fill("Idea 1", idea);
        await phone.Press("Save and go on");
    }

    private static async Task InSpanish(RiverbendTable table)
    {
        var (phone, me) = await table.Phone("Carmen Delgado");
        await using var _ = phone;
        await phone.Go($"{me}/vision/needs");
        await phone.Fill("Idea 1", "Las cartas llegan solo en inglés.");
        await phone.Picture("vision-me-es");
        await phone.Press("Guardar y seguir");
        Assert.Contains("/es/me/", phone.Page.Url, StringComparison.Ordinal);
    }

    // By keyboard alone: an organization, then row by row.
    private static async Task FromPaper(Traveller ruth, string process)
    {
        await ruth.Go($"{process}/paper");
        foreach (var name in (string[])["Hmong Community Center", "Riverbend Adult School"])
        {
            await ruth.Pick("Organization", name);
            await ruth.Type("Words, row 1", "Letters come in English only.");
            await ruth.Type("Words, row 2", "Students have a phone and no e-mail.");
            await ruth.Press("Put these on the boards");
            await ruth.Sees("2 cards are on the boards");
        }
        await ruth.Picture("vision-paper");
    }

    private static async Task Cluster(Traveller ruth, string process)
    {
        await ruth.Go(process);
        await ruth.Press("Close the boards");
        await ruth.Follow("Bring the cards together");
        await ruth.Choose("Las cartas llegan solo en inglés.");
        await ruth.Page.Locator("label").GetByText("Letters come in English only.").First.ClickAsync();
        await ruth.Fill("Name of the new cluster", "Letters nobody can read");
        await ruth.Press("Put them there");
        await ruth.Sees("Letters nobody can read");
        await ruth.Choose("People come with a form half done.");
        await ruth.Choose("Court forms went online in spring.");
        await ruth.Fill("Name of the new cluster", "Forms");
        await ruth.Press("Put them there");
        await ruth.Picture("vision-clusters");
        await ruth.Go($"{process}/gaps");
        await ruth.Sees("No resource named for “Forms”");
    }

    private static async Task Word(Traveller ruth, RiverbendTable table, string process)
    {
        await ruth.Go($"{process}/drafts/new");
        await ruth.Fill("The text of the vision", "Everyone can get a form done near home.");
        await ruth.Press("Save this draft");
        await ruth.Go($"{process}/rounds");
        await ruth.Press("Open the round");
        var (phone, me) = await table.Phone("Mai Vang");
        await using (phone)
        {
            await phone.Go($"{me}/vision/wording");
            await phone.Choose("Fine with a change");
            await phone.Fill("The text as you would word it", Text);
            await phone.Picture("vision-wording");
            await phone.Press("Send our answer");
        }
        await ruth.Go($"{process}/rounds");
        await ruth.Sees("1 of 7 organizations have answered");
        await ruth.Press("End the round now");
        await ruth.Go($"{process}/drafts/new");
        await ruth.Fill("The text of the vision", Text);
        await ruth.Press("Save this draft");
        await ruth.Follow("Compare with draft 1");
        await ruth.Picture("vision-difference");
    }

    private static async Task Adopt(Traveller ana, Traveller ruth, RiverbendTable table, string process)
    {
        await ana.Go($"{process}/proposal");
        await ana.Press("Put it to the vote");
        await ana.Go($"{table.Home}/decisions");
        var number = await Number(ana);
        await ruth.Go($"{table.Home}/motions/{number}");
        await ruth.Sees(Text);
        await Assertions.Expect(ruth.Page.GetByRole(AriaRole.Link, new() { Name = "Answer", Exact = true })).ToHaveCountAsync(0);
        await ruth.Go($"{table.Home}/motions/{number}/ballot", 404);

        await ana.Go($"{table.Home}/motions/{number}/ballot");
        await ana.Choose("Yes, we support it");
        await ana.Press("Send the answer");
        foreach (var (_, name, language) in RiverbendTable.Cast.Skip(1))
        {
            var (phone, me) = await table.Phone(name);
            await using var _ = phone;
            await phone.Go($"{me}/motions/{number}");
            if (name == "Priya Nair")
            {
                await phone.Choose("Yes, with a reservation");
                await phone.Press("Send the answer");
                await phone.Sees("There is a problem");
                await phone.Fill("In your words", Reservation);
                await phone.Picture("motion-me");
            }
            else
            {
                await phone.Page.Locator("label").First.ClickAsync();
            }
            await phone.Leave(() => phone.Page.Locator("main form button").First.ClickAsync());
        }
        await table.Run<FollowVisions>();
    }

    private static async Task<int> Number(Traveller ana) =>
        int.Parse((await ana.Page.Locator("main a[href*='/motions/']:not([href$='/new'])").First.GetAttributeAsync("href"))!.Split("/motions/")[1].Split('/')[0], System.Globalization.CultureInfo.InvariantCulture);

    private static async Task Stands(Traveller ana, RiverbendTable table)
    {
        await ana.Go(table.Home);
        await ana.Sees(Text);
        await ana.Sees("Vision adopted by 7 of 7 organizations, 1 reservation");
        await ana.Picture("home-vision");
        await ana.Go($"{table.Home}/vision/adopted");
        await ana.Sees(Reservation);
        await ana.Picture("vision-adopted");
        await table.Run<TellOfMotions>();
    }
}
