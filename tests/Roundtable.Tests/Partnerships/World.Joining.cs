using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.Platform.Mail;

namespace Roundtable.Tests.Partnerships;

/// <summary>How organizations come to a test's table.</summary>
internal static class Joining
{
    /// <summary>A prospect of this table.</summary>
    public static async Task<Prospect> Prospect(this Table table, string name = "Adult School ESL", Sector sector = Sector.Education, string? email = "", Guid? organization = null)
    {
        var actor = await table.World.ActorOf(table.Convener);
        var address = email is "" ? $"{Roundtable.Platform.Ids.New():N}@example.org" : email;
        return await table.World.Do(db =>
        {
            var prospect = Roundtable.Partnerships.Prospect.Add(actor, table.World.Now, table.Partnership.Id,
                new(name, "Riverbend", organization, sector, Roles: [PartnerRole.Training], ContactName: "Kim Lee", ContactEmail: address));
            db.Add(prospect);
            return Task.FromResult(prospect);
        });
    }

    /// <summary>Invites the prospect through the pages, as a convener does.</summary>
    /// <returns>The address of the button in the mail.</returns>
    public static async Task<string> Invite(this Table table, Prospect prospect, string language = "en")
    {
        using var ana = await table.Ana();
        var page = await ana.Get($"{table.Home}/invitations/new?prospect={prospect.Number}&in={language}");
        page = await ana.Submit(page, "text");
        page = await ana.Submit(page, "send");
        return await table.World.AnswerAddress(prospect);
    }

    public static Task<string> AnswerAddress(this World world, Prospect prospect) => world.See(async db =>
    {
        var invitations = await db.Invitations.Where(i => i.ProspectId == prospect.Id).OrderByDescending(i => i.Number).Select(i => i.Id).ToListAsync();
        var letter = await db.Letters.Where(l => l.AboutId == invitations[0] && l.Kind.StartsWith("invitation")).OrderByDescending(l => l.CreatedAt).ThenByDescending(l => l.Id).FirstAsync();
        return PathOf(letter, "answer");
    });

    /// <summary>The path of a link in a letter.</summary>
    public static string PathOf(Letter letter, string word) =>
        new Uri(Regex.Match(letter.Text!, $@"http\S+/{word}/\S+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value).PathAndQuery;

    /// <summary>The letter that tells the one asked first that somebody else answers.</summary>
    public static Task<Letter> Told(this Table table, string address) =>
        table.World.See(db => db.Letters.SingleAsync(l => l.PartnershipId == table.Partnership.Id && l.Kind == "invitation-told" && l.Address == address));

    public static Task<Prospect> Look(this World world, Prospect prospect) => world.See(db => db.Prospects.AsNoTracking().SingleAsync(p => p.Id == prospect.Id));
}
