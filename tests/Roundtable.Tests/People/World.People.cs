using System.Net;
using Roundtable.People;
using Roundtable.Platform;
using Roundtable.Platform.Access;

namespace Roundtable.Tests;

public sealed partial class World
{
    /// <summary>Somebody the site knows, with an address of their own.</summary>
    public Task<Person> Person(string fullName, bool administrator = false, string? email = null, string language = "en") => Do(db =>
    {
        var person = Roundtable.People.Person.Known(fullName, email ?? $"{Ids.New():N}@example.org", language, Now);
        if (administrator) person.MakeAdministrator(Actor.System("test"), Now);
        db.Add(person);
        return Task.FromResult(person);
    });

    /// <summary>That person's browser, signed in.</summary>
    public async Task<Browser> SignedIn(Person person, bool shared = false)
    {
        var secret = "";
        await Do(db => Task.FromResult(db.Add(Session.Start(person, SignInBy.Link, shared, "Mozilla/5.0 (X11; Linux x86_64)", Now, out secret)).Entity));
        var browser = Browser();
        browser.Cookies.Add(new Cookie("rt-session", secret, "/", "localhost"));
        return browser;
    }
}
