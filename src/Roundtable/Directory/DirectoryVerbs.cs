using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory.Imports;
using Roundtable.Directory.Search;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Hosting;
using Roundtable.Platform.Text;

namespace Roundtable.Directory;

/// <summary>The directory's commands: take a file in, find organizations.</summary>
public static class DirectoryVerbs
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = false };

    public static IEnumerable<Command> For(IServiceProvider services)
    {
        yield return Import(services);
        yield return Find(services);
    }

    private static Command Import(IServiceProvider services)
    {
        var source = new Argument<string>("SOURCE") { Description = $"find-out, or one of {string.Join(", ", ImportSources.All.Select(s => s.Name))}." };
        var file = new Argument<string>("FILE") { Description = "A CSV, tab, pipe or semicolon separated file, an .xlsx or a .zip of tables; .gz is read as it is." };
        var yes = new Option<bool>("--yes") { Description = "Import; without it only the check is shown." };
        var shrink = new Option<bool>("--yes-shrink") { Description = "Import even if the file lists far less than before." };
        var columns = new Option<string?>("--columns") { Description = "What the columns of a list are, when their names do not say it: name=Agency,city=Town." };
        var encoding = new Option<string?>("--encoding") { Description = "How the letters are read, when the guess is wrong: windows-1252, macintosh …" };
        var sheet = new Option<string?>("--sheet") { Description = "The sheet of a workbook or the table of a ZIP; the first when not said." };
        var json = new Option<bool>("--json") { Description = "Answer as JSON." };
        var verb = new Command("import", "Takes a file of organizations or places into the directory.") { source, file, yes, shrink, columns, encoding, sheet, json };
        verb.SetAction((given, ct) => Plainly(services, async scope =>
        {
            var (db, now) = (scope.GetRequiredService<RoundtableDb>(), scope.GetRequiredService<IClock>().GetCurrentInstant());
            var actor = Actor.System("import");
            var content = (await SourceFile.Of(given.GetValue(file)!, ct)).As(new Reading { Encoding = given.GetValue(encoding), Table = given.GetValue(sheet) });
            var kind = await db.SourceOf(given.GetValue(source) is "find-out" ? null : given.GetValue(source), content, given.GetValue(columns), ct);
            var words = scope.GetRequiredService<TextBook>().In("en");
            if (given.GetValue(yes) && await db.ImportPlans.FirstOrDefaultAsync(p => p.State == PlanState.UnderWay && p.Source == kind.Name && p.FileHash == content.Hash, ct) is { } interrupted)
            {
                await Console.Error.WriteLineAsync(words["import.told-goes-on", interrupted.Number, interrupted.Reached]);
                await db.GoOn(actor, now, interrupted, content, ct);
                Say(interrupted, []);
                return;
            }
            var (plan, check) = await db.CheckImport(actor, now, kind, content, ct);
            if (given.GetValue(yes) && plan.ToImport + plan.Gone > 0)
            {
                await db.CarryOut(actor, now, plan, content, given.GetValue(shrink), ct);
                await db.KeepPlan(plan, check, null, ct);
            }
            Say(plan, check.Problems);

            void Say(ImportPlan said, IReadOnlyList<PlannedRow> problems)
            {
                Console.WriteLine(given.GetValue(json)
                    ? JsonSerializer.Serialize(new { said.Rows, said.New, said.Changed, said.Same, said.Problems, said.Gone, Import = said.Number }, Json)
                    : words[said.Number > 0 ? "import.told-done" : "import.told-check", said.Rows, said.New, said.Changed, said.Same, said.Problems, said.Gone]);
                if (given.GetValue(json)) return;
                foreach (var problem in problems.Take(20))
                    Console.WriteLine(words["import.told-problem", problem.Row, problem.Columns ?? "–", words[problem.Reason!, problem.Found]]);
            }
        }));
        return verb;
    }

    private static Command Find(IServiceProvider services)
    {
        var words = new Argument<string[]>("WORDS") { Description = "What to look for.", Arity = ArgumentArity.ZeroOrMore };
        var near = new Option<string?>("--near") { Description = "A ZIP, a county or a city." };
        var miles = new Option<double?>("--miles") { Description = "How far from there; 25 if not said." };
        var sector = new Option<string?>("--sector") { Description = string.Join(", ", Enum.GetValues<Sector>().Select(Codes.Of)) };
        var state = new Option<string?>("--state") { Description = "Two letters." };
        var level = new Option<string?>("--level") { Description = string.Join(", ", Enum.GetValues<Level>().Select(Codes.Of)) };
        var language = new Option<string?>("--language") { Description = "A language they speak, by name or code." };
        var street = new Option<bool>("--street") { Description = "Only with a street address." };
        var gone = new Option<bool>("--gone") { Description = "Also those no longer listed." };
        var role = new Option<string?>("--role") { Description = $"A role they could take: {string.Join(", ", Enum.GetValues<PartnerRole>().Select(Codes.Of))}" };
        var need = new Option<string?>("--need") { Description = $"A need they serve: {string.Join(", ", OrganizationKinds.Needs.Select(n => n.Code))}" };
        var limit = new Option<int>("--limit") { Description = "How many at most.", DefaultValueFactory = _ => 20 };
        var json = new Option<bool>("--json") { Description = "Answer as JSON." };
        var verb = new Command("find", "Finds organizations, best first, each with the reasons why.") { words, near, miles, sector, state, level, language, street, gone, role, need, limit, json };
        verb.SetAction((given, ct) => Plainly(services, async scope =>
        {
            var (db, text) = (scope.GetRequiredService<RoundtableDb>(), scope.GetRequiredService<TextBook>().In("en"));
            var search = OrganizationSearch.Of(new SearchInput
            {
                Words = string.Join(' ', given.GetValue(words) ?? []), Near = given.GetValue(near), Miles = given.GetValue(miles)?.ToString(CultureInfo.InvariantCulture),
                Sector = given.GetValue(sector), State = given.GetValue(state), Level = given.GetValue(level), Language = given.GetValue(language),
                Street = given.GetValue(street) ? "yes" : null, Gone = given.GetValue(gone) ? "yes" : null, Role = given.GetValue(role), Need = given.GetValue(need), Limit = $"{given.GetValue(limit)}",
            }, await db.PlaceBook(ct));
            var found = await db.FindOrganizations(search, scope.GetRequiredService<IClock>().GetCurrentInstant(), ct);
            if (found.Instead is { } instead) await Console.Error.WriteLineAsync(text["directory.search.instead", string.Join(' ', given.GetValue(words)!), instead]);
            var told = found.Organizations.Select(f => new
            {
                f.Organization.Id, Name = f.Organization.ShownName, Sector = Codes.Of(f.Organization.Sector), f.Organization.City, f.Organization.State,
                Miles = f.Miles is { } m ? Math.Round(m, 1) : (double?)null, Source = f.Organization.ListedIn, Key = f.Organization.SourceKey, Why = f.Why.Select(w => w.Say(text)).ToArray(),
            });
            if (given.GetValue(json)) Console.WriteLine(JsonSerializer.Serialize(told, Json));
            else foreach (var one in told) Console.WriteLine($"{one.Name} ({one.City}, {one.State}): {string.Join("; ", one.Why)}");
        }));
        return verb;
    }

    /// <summary>Runs it on a prepared database; what goes wrong by the user's hand is one plain sentence.</summary>
    private static async Task<int> Plainly(IServiceProvider services, Func<IServiceProvider, Task> act)
    {
        try
        {
            await services.Prepare();
            await using var scope = services.CreateAsyncScope();
            await act(scope.ServiceProvider);
            return 0;
        }
        catch (Refusal refusal)
        {
            await Console.Error.WriteLineAsync(services.GetRequiredService<TextBook>().In("en").Of(refusal));
            return 1;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(unreadable.Message);
            return 1;
        }
    }
}
