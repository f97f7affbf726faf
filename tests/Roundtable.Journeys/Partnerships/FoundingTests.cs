using Microsoft.EntityFrameworkCore;
using Roundtable.Journeys.People;
using Roundtable.Partnerships;

namespace Roundtable.Journeys.Partnerships;

/// <summary>The main job: on real open data, from nothing to the second organization at the table.</summary>
public sealed class FoundingTests
{
    private static readonly (string Name, string Email)[] Invited = [("Kim Lee", "kim@example.org"), ("Jo Baker", "jo@example.org"), ("Max Dean", "max@example.org")];

    [Fact]
    public async Task A_convener_founds_a_partnership_on_real_data_invites_three_and_seats_the_first()
    {
        await using var site = await Site.Open();
        await using var ana = await site.Traveller();
        await site.SignIn(ana, await site.Person("Ana Ruiz", "ana@example.org", administrator: true));

        await ImportVermont(ana);
        var home = await Found(ana);
        var before = await Step(ana, "The right partners");
        var names = await Find(ana, home);
        foreach (var (name, person) in names.Zip(Invited)) await Invite(ana, home, name, person);

        await SayYes(site, "kim@example.org");
        await PassOn(site, "jo@example.org", "Lu Park", "lu@example.org");
        await SayYes(site, "lu@example.org");
        await SayNotNow(site, "max@example.org");

        await ana.Go(home);
        await ana.Sees($"{names[0]} said yes");
        await ana.Sees($"{names[1]} said yes");
        await ana.Sees($"{names[2]} said not now");
        await ana.Picture("home-needs");
        await ReadAnswer(ana, home, names[0]);
        await ana.Go(home);
        await Seat(ana, names[0]);

        await ana.Go(home);
        await ana.Sees("2 organizations · Washington County, VT");
        Assert.NotEqual(before, await Step(ana, "The right partners"));
        await ana.Picture("home-seated");
        await OpenOwnPage(site, "kim@example.org");
    }

    internal static async Task ImportVermont(Traveller ana)
    {
        await ana.Go("/admin");
        await ana.Follow("Directory imports");
        await ana.Follow("Add a file");
        await ana.Pick("Kind of file", "IRS Exempt Organizations Business Master File");
        await ana.Page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(Path.Combine(AppContext.BaseDirectory, "Data", "irs-vt-april.csv.gz"));
        await ana.Press("Check");
        await ana.Sees("186 rows in the file");
        await ana.Picture("import-check");
        await ana.Press("Import");
        await ana.Sees("Imported on");
    }

    internal static async Task<string> Found(Traveller ana)
    {
        await ana.Go("/");
        await ana.Follow("Found a partnership");
        await ana.Fill("One sentence about", "Everyone in Washington County can apply for help online, in their own language.");
        await ana.Pick("State", "Vermont");
        await ana.Fill("Counties", "Washington");
        await ana.Press("Continue");
        await ana.Fill("Your organization", "Aldrich Public Library");
        await ana.Press("Continue");
        await ana.Choose("Aldrich Public Library");
        await ana.Picture("founding-organization");
        await ana.Press("Continue");
        await ana.Sees("America/New York");
        await ana.Picture("founding-check");
        await ana.Press("Found the partnership");
        await ana.Sees("1 organization · Washington County, VT");
        await ana.Picture("home-founded");
        return new Uri(ana.Page.Url).AbsolutePath;
    }

    /// <summary>From a hole in the matrix to three prospects.</summary>
    private static async Task<IReadOnlyList<string>> Find(Traveller ana, string home)
    {
        await ana.Go(home);
        await ana.Follow("Partners");
        await ana.Follow("See who is missing");
        await ana.Picture("missing");
        await ana.Follow("Training, Education");
        await ana.Sees("Who could train people in Washington County, VT?");
        await ana.Sees("Central Vermont Adult Basic Education");
        await ana.Sees("What it does: ");
        await ana.Sees(" away");
        await ana.Picture("finder");
        await ana.Pick("Within", "100 miles");
        await ana.Press("Search");
        var names = new List<string>();
        while (names.Count < Invited.Length)
        {
            var first = ana.Page.Locator("li.rt-results__item").Filter(new() { Has = ana.Page.GetByRole(AriaRole.Button, new() { Name = "Add as prospect" }) }).First;
            names.Add(await first.Locator(".rt-results__title").InnerTextAsync());
            await ana.Leave(() => first.GetByRole(AriaRole.Button).ClickAsync());
        }
        await ana.Sees("On your list: Prospect");
        await ana.Follow(names[0]);
        await ana.Sees("Where this comes from");
        return names;
    }

    private static async Task Invite(Traveller ana, string home, string organization, (string Name, string Email) person)
    {
        await ana.Go($"{home}/prospects");
        await ana.Follow(organization);
        await ana.Follow("Write an invitation");
        await ana.Fill("Whom do you ask?", person.Name);
        await ana.Fill("Their e-mail address", person.Email);
        await ana.Picture("invitation-text");
        await ana.Press("Check the invitation");
        await ana.Sees($"{person.Name}, {person.Email}");
        await ana.Picture("invitation-check");
        await ana.Press("Send this invitation");
        await ana.Sees("Sent, no answer yet");
    }

    /// <summary>Opens the link of the newest letter on a phone without JavaScript, with no cookie of ours.</summary>
    private static async Task<Traveller> Phone(Site site, string email)
    {
        var phone = await site.Traveller(320, script: false);
        await phone.Go((await site.LetterTo(email)).Link("answer"));
        return phone;
    }

    private static async Task SayYes(Site site, string email)
    {
        await using var phone = await Phone(site, email);
        await phone.Sees("Aldrich Public Library");
        await phone.Picture("answer");
        await phone.Press("Yes, tell me more");
        await phone.Press("Go on");
        await phone.Sees("Choose at least one");
        await phone.Choose("Training");
        await phone.Picture("answer-offer");
        await phone.Press("Go on");
        await phone.Fill("How do you reach your people?", "A newsletter to 900 families");
        await phone.Press("Go on");
        await phone.Fill("What is the best way and time to reach you?", "By phone on Tuesdays");
        await phone.Press("Send my answer");
        await phone.Sees("Thank you. Your answer has arrived.");
        await phone.Sees("Questions? ana@example.org");
        await phone.Sees("A newsletter to 900 families");
        await phone.Picture("answer-done");
        Assert.Empty(await phone.Page.Context.CookiesAsync());
    }

    private static async Task PassOn(Site site, string email, string name, string to)
    {
        await using var phone = await Phone(site, email);
        await phone.Press("Someone else should answer");
        await phone.Fill("Their name", name);
        await phone.Fill("Their e-mail address", to);
        await phone.Press("Pass the question on");
        await phone.Sees("You passed this on");
        await phone.Picture("answer-passed-on");
    }

    private static async Task SayNotNow(Site site, string email)
    {
        await using var phone = await Phone(site, email);
        await phone.Press("Not now");
        await phone.Choose("We have no time");
        await phone.Choose("You may ask again in 6 months");
        await phone.Picture("answer-not-now");
        await phone.Press("Send this");
        await phone.Sees("We will ask again on");
    }

    private static async Task ReadAnswer(Traveller ana, string home, string organization)
    {
        await ana.Go($"{home}/prospects");
        await ana.Follow(organization);
        await ana.Follow("Invitation to Kim Lee");
        await ana.Sees("A newsletter to 900 families");
        await ana.Picture("invitation-answered");
    }

    private static async Task Seat(Traveller ana, string organization)
    {
        await ana.Follow($"{organization} said yes");
        Assert.Equal("Kim Lee", await ana.Page.GetByLabel("Who speaks for them?").InputValueAsync());
        await ana.Picture("prospect-seat");
        await ana.Press("Give them a seat");
        await ana.Sees("Kim Lee");
        await ana.Picture("seat");
    }

    private static async Task OpenOwnPage(Site site, string email)
    {
        await using var phone = await site.Traveller(320);
        await phone.Go((await site.LetterTo(email)).Link("me"));
        await phone.Sees("What needs you");
        await phone.Picture("me");
    }

    /// <summary>What the home says of one of the ten steps.</summary>
    private static Task<string> Step(Traveller ana, string name) => ana.Page.Locator(".rt-steps__item").Filter(new() { HasText = name }).First.InnerTextAsync();
}
