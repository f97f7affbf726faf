using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundtable.Directory;
using Roundtable.Directory.Services;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;
using Roundtable.Tests.Partnerships;

namespace Roundtable.Tests.Directory.Services;

public class ServicePagesTests
{
    [Fact]
    public async Task A_convener_adds_a_place_and_a_service_and_puts_them_right()
    {
        var table = await World.Found();
        var entry = DirectoryUrls.Organization(table.Library.Id);
        using var ana = await table.Ana();
        var page = await ana.Get((await ana.Get(entry)).Link("Add a place"));
        page = await ana.Submit(page, "location", ("Input.Name", "Main branch"), ("Input.Street", "12 Main St"), ("Input.City", "Montpelier"), ("Input.State", "VT"), ("Input.Zip", "05602"), ("Input.Openings.MO", "9-5"));
        Assert.Equal("Main branch", page.Heading);
        Assert.Contains("Monday: 9:00 am – 5:00 pm", page.Words, StringComparison.Ordinal);
        var place = page.Address.Split('/')[^1];

        page = await ana.Get((await ana.Get(entry)).Link("Add a service"));
        var refused = await ana.Submit(page, "service", ("Input.Name", ""), ("Input.Description", "Small groups"), ("Input.Openings.TU", "mornings"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Small groups", refused.Text, StringComparison.Ordinal);
        refused = await ana.Submit(page, "service", ("Input.Name", ""), ("Input.Openings.TU", "9-5"));
        Assert.Equal("Give the service a name.", refused.Errors.Single());
        page = await ana.Submit(refused, "service", ("Input.Name", "ESL classes"), ("Input.Places", place), ("Input.Costs", "$25 First visit"), ("Input.Documents", "Photo ID\r\nLease"), ("Input.Languages.Codes", "vi"), ("Input.Openings.TU", "6pm-8pm"));
        Assert.Equal("ESL classes", page.Heading);
        Assert.All(["$25.00 – First visit", "Photo ID", "Vietnamese", "Tuesday: 6:00 pm – 8:00 pm", "Main Branch", "by the organization"], w => Assert.Contains(w, page.Words, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("ESL classes", (await ana.Get(entry)).Words, StringComparison.Ordinal);
        Assert.Contains("ESL classes", (await ana.Get(DirectoryUrls.Location(table.Library.Id, Guid.Parse(place)))).Words, StringComparison.Ordinal);
        Assert.Contains(table.Library.ShownName, (await ana.Get("/directory?q=esl+vietnamese")).Words, StringComparison.Ordinal);

        page = await ana.Submit(await ana.Get(page.Link("Fix this")), "service", ("Input.Status", "temporarily-closed"));
        Assert.Contains("Closed for a while", page.Words, StringComparison.Ordinal);
        page = await ana.Submit(page, "right");
        Assert.Equal("ESL classes", page.Heading);
        var kinds = await table.World.See(async db =>
        {
            var id = (await db.ServicesOffered.SingleAsync(s => s.OrganizationId == table.Library.Id)).Id;
            return await db.Happenings.Where(h => h.SubjectId == id).OrderBy(h => h.At).ThenBy(h => h.Id).Select(h => h.Kind).ToListAsync();
        });
        Assert.Equal(["service.added", "service.corrected", "service.assured"], kinds);
    }

    [Fact]
    public async Task An_organizations_own_people_do_all_of_it_by_their_personal_link_and_nobody_by_another()
    {
        var table = await World.Found();
        var (seat, other) = (await table.Seat(), await table.Seat("Adult School", representative: "Kim Lee"));
        var (own, others) = (await Link(table, seat), await Link(table, other));
        using var lee = table.World.Browser();
        var page = await lee.Get((await lee.Get($"/me/{own}")).Link("Services and places the public sees"));
        page = await lee.Submit(await lee.Get(page.Link("Add a service")), "service", ("Input.Name", "Legal clinic"));
        Assert.Contains("Your change is saved", page.Words, StringComparison.Ordinal);
        page = await lee.Submit(await lee.Get(page.Link("Add a place")), "location", ("Input.Name", "Safe house"), ("Input.Street", "77 Quiet Lane"), ("Input.Hidden", "true"));
        Assert.Contains("77 Quiet Lane", page.Words, StringComparison.OrdinalIgnoreCase);
        page = await lee.Submit(await lee.Get(page.Link("Legal clinic")), "service", ("Input.Eligibility", "Tenants"));
        page = await lee.Submit(page, "right");
        Assert.Contains("Everything here counts as confirmed today", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("till right?", page.Words, StringComparison.Ordinal);
        var service = await table.World.See(db => db.ServicesOffered.SingleAsync(s => s.OrganizationId == seat.Organization.Id));
        Assert.Equal(("Tenants", Assurer.Organization), (service.Eligibility, service.AssuredBy));
        var place = await table.World.See(db => db.Locations.SingleAsync(l => l.OrganizationId == seat.Organization.Id));
        foreach (var path in new[] { $"/me/{others}/services/{service.Number}", $"/me/{others}/locations/{place.Id}", "/me/nonsense/services" })
            Assert.Equal(HttpStatusCode.NotFound, (await lee.Get(path)).Status);

        using var signedIn = await table.World.SignedIn(await table.World.Person("Somebody Else"));
        Assert.DoesNotContain("Quiet Lane", (await signedIn.Get(DirectoryUrls.Location(seat.Organization.Id, place.Id))).Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Quiet Lane", (await signedIn.Get(DirectoryUrls.Organization(seat.Organization.Id))).Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Add a service", (await signedIn.Get(DirectoryUrls.Organization(seat.Organization.Id))).Text, StringComparison.Ordinal);
        foreach (var path in new[] { DirectoryUrls.NewService(seat.Organization.Id), $"{DirectoryUrls.Service(seat.Organization.Id, service.Number)}/correction", DirectoryUrls.NewLocation(seat.Organization.Id), $"{DirectoryUrls.Location(seat.Organization.Id, place.Id)}/correction" })
            Assert.Equal(HttpStatusCode.NotFound, (await signedIn.Get(path)).Status);
        using var stranger = table.World.Browser();
        foreach (var path in new[] { DirectoryUrls.Service(seat.Organization.Id, service.Number), DirectoryUrls.Location(seat.Organization.Id, place.Id) })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(path)).Status);
    }

    internal static Task<string> Link(Table table, SeatedOrganization seat) => table.World.Do(db =>
    {
        db.Add(Roundtable.Platform.Access.Link.Make(LinkPurpose.Personal, table.World.Now, PersonalLinks.Life, out var secret, seat.Person.Id, table.Partnership.Id));
        return Task.FromResult(secret);
    });
}
