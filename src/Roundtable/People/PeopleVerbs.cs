using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Hosting;
using Roundtable.Platform.Text;

namespace Roundtable.People;

/// <summary>What an operator does about people from the server's own command line.</summary>
public static class PeopleVerbs
{
    public static IEnumerable<Command> For(IServiceProvider root)
    {
        var (email, name) = (new Argument<string>("EMAIL") { Description = "The person's address." }, new Argument<string>("NAME") { Description = "The person's full name." });
        var scope = new Option<string[]>("--scope") { Description = "read, write or both: read,write", DefaultValueFactory = _ => [AccessToken.Read] };
        var days = new Option<int>("--days") { Description = "How long it works.", DefaultValueFactory = _ => AccessToken.UsualDays };

        var link = new Command("link", "Prints a one-time address that signs the person in, good for 15 minutes.") { email };
        link.SetAction((given, ct) => Run(root, ct, (site, now) => SignInLink(site, given.GetValue(email)!, now, ct)));
        var list = new Command("list", "Prints everybody the site knows.");
        list.SetAction((_, ct) => Run(root, ct, (site, _) => List(site, ct)));
        yield return new Command("people", "Who the site knows, and how they get in.") { link, list };

        var token = new Command("create", "Prints a new access token, once.") { email, scope, days };
        token.SetAction((given, ct) => Run(root, ct, (site, now) => Token(site, given.GetValue(email)!, string.Join(',', given.GetValue(scope)!), given.GetValue(days), now, ct)));
        yield return new Command("tokens", "What programs act with.") { token };

        var create = new Command("create", "Makes a person an administrator, known before or not.") { email, name };
        create.SetAction((given, ct) => Run(root, ct, (site, now) => Administrator(site, given.GetValue(email)!, given.GetValue(name)!, now, ct)));
        yield return new Command("admin", "Who runs the site.") { create };
    }

    private static async Task<int> SignInLink(IServiceProvider site, string email, Instant now, CancellationToken ct)
    {
        var db = site.GetRequiredService<RoundtableDb>();
        var person = await Known(db, email, ct);
        if (person.IsSuspended) throw new Refusal("people.suspended");
        db.Add(SignIn.Ask(person, now, out var secret, out _));
        await db.SaveChangesAsync(ct);
        Console.WriteLine($"{site.GetRequiredService<Settings>().BaseUrl.AbsoluteUri.TrimEnd('/')}{PeopleUrls.SignInBy(secret, "/")}");
        return 0;
    }

    private static async Task<int> List(IServiceProvider site, CancellationToken ct)
    {
        var people = await site.GetRequiredService<RoundtableDb>().People.AsNoTracking().OrderBy(p => p.NameKey).ThenBy(p => p.Id).ToListAsync(ct);
        foreach (var person in people)
            Console.WriteLine($"{person.Email}\t{person.FullName}{(person.IsAdministrator ? "\tadministrator" : "")}{(person.IsSuspended ? "\tsuspended" : "")}");
        return 0;
    }

    private static async Task<int> Token(IServiceProvider site, string email, string scope, int days, Instant now, CancellationToken ct)
    {
        var db = site.GetRequiredService<RoundtableDb>();
        db.Add(AccessToken.Make(Actor.System("command-line"), await Known(db, email, ct), "Made on the command line", scope.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries), days, now, out var token));
        await db.SaveChangesAsync(ct);
        Console.WriteLine(token);
        return 0;
    }

    private static async Task<int> Administrator(IServiceProvider site, string email, string name, Instant now, CancellationToken ct)
    {
        var db = site.GetRequiredService<RoundtableDb>();
        if (await db.People.WithEmail(email, ct) is not { } person) db.Add(person = Person.Known(name, email, TextBook.Default, now));
        person.MakeAdministrator(Actor.System("command-line"), now);
        await SetupToken.RevokeAll(db, now, ct);
        await db.SaveChangesAsync(ct);
        site.GetRequiredService<SetupToken>().Forget();
        Console.WriteLine($"{person.FullName} is an administrator. To sign in: roundtable people link {person.Email}");
        return 0;
    }

    private static async Task<Person> Known(RoundtableDb db, string email, CancellationToken ct) =>
        await db.People.WithEmail(email, ct) ?? throw new Refusal("people.nobody", null, email);

    private static async Task<int> Run(IServiceProvider root, CancellationToken ct, Func<IServiceProvider, Instant, Task<int>> act)
    {
        await root.Migrate(ct);
        await using var scope = root.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System("command-line");
        try
        {
            return await act(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<IClock>().GetCurrentInstant());
        }
        catch (Refusal refusal)
        {
            await Console.Error.WriteLineAsync(scope.ServiceProvider.GetRequiredService<Texts>().Of(refusal));
            return 1;
        }
    }
}
