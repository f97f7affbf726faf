using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Roundtable.People;
using Roundtable.Platform.Mail;

namespace Roundtable.Tests.People;

/// <summary>The last sign-in mail somebody got.</summary>
internal sealed partial record Mailbox(string Code, string Address, int Letters)
{
    public static Task<Mailbox> Of(World world, Person person) => world.See(async db =>
    {
        var letters = await db.Letters.Where(l => l.PersonId == person.Id).OrderBy(l => l.Id).ToListAsync();
        return letters.Count == 0 ? new("", "", 0)
            : new Mailbox(Digits().Match(letters[^1].Text!).Value, new Uri(Links().Match(letters[^1].Text!).Value).PathAndQuery, letters.Count);
    });

    /// <summary>Asks for a mail at the sign-in page.</summary>
    public static async Task<Page> Ask(Browser browser, string email, string to = "/profile", bool shared = false)
    {
        var page = await browser.Get($"/sign-in?to={Uri.EscapeDataString(to)}");
        return await browser.Submit(page, "sign-in", [("Input.Email", email), .. shared ? [("Input.Shared", "true")] : Array.Empty<(string, string)>()]);
    }

    [GeneratedRegex(@"\b\d{6}\b", RegexOptions.None, 1000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"http\S+/(sign-in|profile)/\S+", RegexOptions.None, 1000)]
    private static partial Regex Links();
}
