using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;

namespace Roundtable.Tests.Partnerships;

public class SeatPagesTests
{
    [Fact]
    public async Task The_convener_seats_an_organization_and_names_its_people()
    {
        var table = await World.Found();
        using var ana = await table.Ana();
        var holders = await ana.Submit(await ana.Get(Urls.NewSeat(table.Partnership)), "seat", ("Input.Organization", $"Adult School {table.Partnership.Slug}"), ("Input.Sector", "education"), ("Input.KeyPlayer", "true"));
        Assert.Contains("Name people for Adult School", holders.Heading);
        var seat = await ana.Submit(holders, "fill", ("Input.Role", "representative"), ("Input.FullName", "Mai Xiong"), ("Input.Email", $"mai-{table.Partnership.Slug}@example.org"));
        Assert.Contains("Mai Xiong, since Dec 1, 2026", seat.Words);
        Assert.Contains("Key player", seat.Words);
        var list = await ana.Get(Urls.Partners(table.Partnership));
        Assert.Contains("2 organizations at the table", list.Words);
        var person = await table.World.See(db => db.Set<Roundtable.People.Person>().FirstAsync(p => p.FullName == "Mai Xiong" && p.Email == $"mai-{table.Partnership.Slug}@example.org"));
        Assert.True((await table.World.ActorOf(person)).Is(Role.Representative, table.Partnership.Id));
    }

    [Fact]
    public async Task The_same_organization_is_not_seated_twice()
    {
        var table = await World.Found();
        var legal = await table.Seat($"Legal Aid {Roundtable.Platform.Ids.New():N}");
        using var ana = await table.Ana();
        var page = await ana.Submit(await ana.Get(Urls.NewSeat(table.Partnership)), "seat", ("Input.Organization", legal.Organization.Name), ("Input.Sector", "nonprofit"));
        page = await ana.Submit(page, "seat", ("Input.Chosen", $"{legal.Organization.Id}"));
        Assert.Equal("This organization already has a seat at the table.", Assert.Single(page.Errors));
    }

    [Fact]
    public async Task When_a_person_leaves_their_access_ends_and_the_vacancy_is_asked_for()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        using var lee = await table.World.SignedIn(legal.Person);
        Assert.Equal(HttpStatusCode.OK, (await lee.Get(table.Home)).Status);
        using var ana = await table.Ana();
        await ana.Submit(await ana.Get(Urls.Succession(table.Partnership, legal.Number)), "succeed", ("Input.Role", "representative"));
        Assert.Equal(HttpStatusCode.NotFound, (await lee.Get(table.Home)).Status);
        Assert.Contains("Legal Aid of the Valley has no representative", (await ana.Get(table.Home)).Words);
        Assert.Contains("Lee Vang", (await ana.Get(Urls.Seat(table.Partnership, legal.Number))).Words);
    }

    [Fact]
    public async Task Somebody_takes_over()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        using var lee = await table.World.SignedIn(legal.Person);
        var seat = await lee.Submit(await lee.Get(Urls.Succession(table.Partnership, legal.Number)), "succeed", ("Input.Role", "representative"), ("Input.FullName", "Pa Thao"), ("Input.Email", $"pa-{table.Partnership.Slug}@example.org"));
        Assert.Equal("/", seat.Address);
        Assert.Equal(2, (await table.Look(legal.Number)).Holders.Count);
        using var ana = await table.Ana();
        Assert.Contains("Pa Thao, since", (await ana.Get(Urls.Seat(table.Partnership, legal.Number))).Words);
    }

    [Fact]
    public async Task Offers_keep_what_was_typed_when_one_is_wrong()
    {
        var table = await World.Found();
        using var ana = await table.Ana();
        var form = await ana.Get(Urls.Offers(table.Partnership, table.Number));
        var wrong = await ana.Submit(form, "offers", ("Input.Training.Offered", "true"), ("Input.Training.Quantity", "ten"), ("Input.Training.Words", "Mouse and keyboard"));
        Assert.Equal("Write the amount as a whole number, such as 10.", Assert.Single(wrong.Errors));
        Assert.Contains("Mouse and keyboard", wrong.Text);
        var seat = await ana.Submit(wrong, "offers", ("Input.Training.Offered", "true"), ("Input.Training.Quantity", "10"), ("Input.Training.Languages.Codes", "es"), ("Input.Training.Languages.Other", "Hmoob, amharic"));
        Assert.Contains("10 hours a month · Mouse and keyboard · Spanish, Hmong, Amharic", seat.Words);
    }

    [Fact]
    public async Task Withdrawal_keeps_the_history_and_ends_the_part()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        using var ana = await table.Ana();
        var seat = await ana.Submit(await ana.Get(Urls.Withdrawal(table.Partnership, legal.Number)), "withdraw", ("Input.Reason", "Their board said no."));
        Assert.Contains("Withdrew on Dec 1, 2026", seat.Words);
        Assert.Contains("Their board said no.", seat.Words);
        Assert.DoesNotContain("Legal Aid", (await ana.Get(Urls.Partners(table.Partnership))).Words);
        Assert.False((await table.World.ActorOf(legal.Person)).IsIn(table.Partnership.Id));
    }

    [Fact]
    public async Task Partners_see_each_other_and_change_only_themselves()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        using var lee = await table.World.SignedIn(legal.Person);
        Assert.Equal(HttpStatusCode.OK, (await lee.Get(Urls.Seat(table.Partnership, table.Number))).Status);
        foreach (var page in new[] { Urls.Holders(table.Partnership, table.Number), Urls.Withdrawal(table.Partnership, table.Number), Urls.NewSeat(table.Partnership), Urls.Settings(table.Partnership) })
            Assert.Equal(HttpStatusCode.NotFound, (await lee.Get(page)).Status);
        Assert.Equal(HttpStatusCode.OK, (await lee.Get(Urls.Holders(table.Partnership, legal.Number))).Status);
    }

    [Fact]
    public async Task The_list_leaves_as_a_spreadsheet_without_formulas()
    {
        var table = await World.Found();
        await table.Seat("=cmd|' /C calc'!A0");
        using var ana = await table.Ana();
        var file = await ana.Get($"{Urls.Partners(table.Partnership)}.csv");
        var bytes = await file.Response.Content.ReadAsByteArrayAsync();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Contains("'=cmd", file.Text);
        Assert.Contains("\r\n", file.Text);
        Assert.Equal($"{table.Partnership.Slug}-partners-2026-12-01.csv", file.Response.Content.Headers.ContentDisposition!.FileName);
    }
}
