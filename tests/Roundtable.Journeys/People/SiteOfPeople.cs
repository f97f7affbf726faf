using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Roundtable.People;
using Roundtable.Platform.Access;
using Roundtable.Platform.Mail;

namespace Roundtable.Journeys.People;

/// <summary>People of a site, as its browsers know them.</summary>
internal static class SiteOfPeople
{
    public static Instant Now(this Site site) => site.App.Services.GetRequiredService<NodaTime.IClock>().GetCurrentInstant();

    public static Task<Person> Person(this Site site, string fullName, string email, bool administrator = false) => site.See(async db =>
    {
        var person = Roundtable.People.Person.Known(fullName, email, "en", site.Now());
        if (administrator) person.MakeAdministrator(Actor.System("test"), site.Now());
        db.Add(person);
        await db.SaveChangesAsync();
        return person;
    });

    /// <summary>Lets this browser in as that person, without the way through the mail.</summary>
    public static async Task SignIn(this Site site, Traveller traveller, Person person)
    {
        var secret = await site.See(async db =>
        {
            db.Add(Session.Start(person, SignInBy.Link, false, "Mozilla/5.0 (X11; Linux x86_64)", site.Now(), out var made));
            await db.SaveChangesAsync();
            return made;
        });
        await traveller.Page.Context.AddCookiesAsync([new() { Name = "rt-session", Value = secret, Url = site.Address }]);
    }

    /// <summary>The newest letter to this address.</summary>
    public static Task<Letter> LetterTo(this Site site, string address) =>
        site.See(db => db.Letters.AsNoTracking().Where(l => l.Address == address).OrderByDescending(l => l.CreatedAt).ThenByDescending(l => l.Id).FirstAsync());

    public static string Code(this Letter letter) => Regex.Match(letter.Text!, @"\b\d{6}\b", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;

    /// <summary>The address behind a link in the letter.</summary>
    public static string Link(this Letter letter, string word) => Regex.Match(letter.Text!, $@"http\S+/{word}/\S+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
}
