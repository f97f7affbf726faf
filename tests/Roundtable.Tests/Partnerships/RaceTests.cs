using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.Platform;

namespace Roundtable.Tests.Partnerships;

/// <summary>Two who do the same at once: each gets an answer in words, and the records stay right.</summary>
public class RaceTests
{
    private const int Rounds = 4;

    private static Task<T[]> AtOnce<T>(params Func<Task<T>>[] acts) => Task.WhenAll(acts.Select(a => Task.Run(a)));

    private static async Task<(HttpStatusCode Status, JsonElement Body)> Send(Browser browser, HttpMethod method, string address, object body, string? ifMatch = null, string? key = null)
    {
        var request = new HttpRequestMessage(method, address) { Content = JsonContent.Create(body) };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        var response = await browser.Send(request);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    [Fact]
    public async Task Two_who_found_the_same_name_at_once_found_two_partnerships()
    {
        var world = await World.Shared;
        for (var round = 0; round < Rounds; round++)
        {
            var name = $"Fox {Ids.New():N}";
            var checks = new List<(Browser Browser, Page Page)>();
            for (var i = 0; i < 3; i++)
            {
                var browser = await world.SignedIn(await world.Person("Ana Ruiz"));
                var page = await browser.Submit(await browser.Get(Urls.New), "aim", ("Input.Purpose", "People can vote."), ("Input.Level", "state"), ("Input.State", "VT"), ("Input.Name", name));
                checks.Add((browser, await browser.Submit(page, "organization", ("Input.Organization", $"{name} {i}"), ("Input.Sector", "library"))));
            }
            var homes = await AtOnce([.. checks.Select(c => (Func<Task<Page>>)(() => c.Browser.Submit(c.Page, "found")))]);
            Assert.All(homes, h => Assert.Equal(HttpStatusCode.OK, h.Status));
            Assert.Equal(3, homes.Select(h => h.Address).Distinct().Count());
            checks.ForEach(c => c.Browser.Dispose());
        }
    }

    [Fact]
    public async Task Programs_that_found_the_same_name_at_once_found_two_and_a_repeat_none()
    {
        var world = await World.Shared;
        using var ana = await world.SignedIn(await world.Person("Ana Ruiz"));
        for (var round = 0; round < Rounds; round++)
        {
            var name = $"Fox {Ids.New():N}";
            var wanted = new { purpose = "People can vote.", level = "state", state = "VT", name, organization = "Library", sector = "library" };
            var made = await AtOnce([.. new[] { "a", "a", "b" }.Select(k => (Func<Task<(HttpStatusCode Status, JsonElement Body)>>)(() => Send(ana, HttpMethod.Post, "/api/v1/partnerships", wanted, key: $"{name}{k}")))]);
            Assert.All(made, m => Assert.Equal(HttpStatusCode.Created, m.Status));
            Assert.Equal(2, made.Select(m => m.Body.GetProperty("slug").GetString()).Distinct().Count());
        }
    }

    [Fact]
    public async Task Two_first_briefs_at_once_end_in_one_brief_and_a_page_with_both_texts()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var table = await World.Found();
            using var one = await table.Ana();
            using var two = await table.Ana();
            var address = Urls.Brief(table.Partnership, table.Number);
            var (mine, theirs) = (await one.Get(address), await two.Get(address));
            var saved = await AtOnce(
                () => one.Submit(mine, "brief", ("Input.Wants.Text", "Words of one.")),
                () => two.Submit(theirs, "brief", ("Input.Wants.Text", "Words of two.")));
            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], saved.Select(s => s.Status).Order());
            var conflict = saved.Single(s => s.Status is HttpStatusCode.Conflict);
            Assert.Contains("Words of one.", conflict.Words);
            Assert.Contains("Words of two.", conflict.Words);
        }
    }

    [Fact]
    public async Task An_organization_seated_twice_at_once_has_one_seat_and_the_other_is_told()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var table = await World.Found();
            var legal = await table.World.Organization("Legal Aid of the Valley", Sector.Nonprofit);
            using var ana = await table.Ana();
            var address = $"/api/v1/partnerships/{table.Partnership.Slug}/seats";
            var made = await AtOnce(() => Send(ana, HttpMethod.Post, address, new { organization = legal.Id }), () => Send(ana, HttpMethod.Post, address, new { organization = legal.Id }));
            Assert.Equal([HttpStatusCode.Created, HttpStatusCode.UnprocessableEntity], made.Select(m => m.Status).Order());
            Assert.Equal("partnerships.already-seated", made.Single(m => m.Status is not HttpStatusCode.Created).Body.GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task An_organization_added_twice_at_once_is_one_prospect()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var table = await World.Found();
            using var ana = await table.Ana();
            var address = $"/api/v1/partnerships/{table.Partnership.Slug}/prospects";
            var made = await AtOnce(() => Send(ana, HttpMethod.Post, address, new { name = "Adult School" }), () => Send(ana, HttpMethod.Post, address, new { name = "Adult  school" }));
            Assert.Equal([HttpStatusCode.Created, HttpStatusCode.UnprocessableEntity], made.Select(m => m.Status).Order());
            Assert.Equal("prospects.duplicate", made.Single(m => m.Status is not HttpStatusCode.Created).Body.GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task A_role_given_to_two_at_once_is_held_by_one()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var table = await World.Found();
            var legal = await table.Seat(representative: null);
            using var ana = await table.Ana();
            var address = $"/api/v1/partnerships/{table.Partnership.Slug}/seats/{legal.Number}/holders";
            var given = await AtOnce([.. new[] { "Lee Vang", "Kim Olson" }.Select(n => (Func<Task<(HttpStatusCode Status, JsonElement)>>)(() => Send(ana, HttpMethod.Post, address, new { role = "signer", fullName = n, email = $"{Ids.New():N}@example.org" })))]);
            Assert.Contains(HttpStatusCode.OK, given.Select(g => g.Status));
            Assert.All(given, g => Assert.Contains(g.Status, new[] { HttpStatusCode.OK, HttpStatusCode.PreconditionFailed, HttpStatusCode.UnprocessableEntity }));
            Assert.Single((await table.Look(legal.Number)).Holders, h => h.IsCurrent);
        }
    }

    [Fact]
    public async Task A_person_written_down_twice_at_once_is_known_once()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var table = await World.Found();
            var (legal, chamber) = (await table.Seat(representative: null), await table.Seat("Chamber", Sector.Business, representative: null));
            using var ana = await table.Ana();
            var email = $"{Ids.New():N}@example.org";
            var pages = new[] { await ana.Get(Urls.Holders(table.Partnership, legal.Number)), await ana.Get(Urls.Holders(table.Partnership, chamber.Number)) };
            var given = await AtOnce([.. pages.Select(p => (Func<Task<Page>>)(() => ana.Submit(p, null, ("Input.Role", "liaison"), ("Input.FullName", "Kim Olson"), ("Input.Email", email))))]);
            Assert.All(given, g => Assert.Contains(g.Status, new[] { HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity }));
            Assert.Equal(1, await table.World.See(db => db.Set<Roundtable.People.Person>().CountAsync(p => p.Email == email)));
        }
    }
}
