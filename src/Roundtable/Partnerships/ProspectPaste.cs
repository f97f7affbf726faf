using Roundtable.Directory;
using Roundtable.Directory.Imports;
using Roundtable.People;

namespace Roundtable.Partnerships;

/// <summary>What a pasted row is, before anything is added.</summary>
public enum PastedState { New, Already, Problem }

/// <param name="Row">Row number as in the paste, from 1.</param>
/// <param name="Why">Text key of what is wrong, or of where it already is.</param>
/// <param name="With">What that sentence names.</param>
public sealed record PastedRow(int Row, string Name, string? Town, string? Email, string? Person, PastedState State, string? Why = null, params IReadOnlyList<object> With)
{
    public ProspectFacts Facts => new(Name, Town, ContactName: Person, ContactEmail: Email);
}

/// <summary>
/// Names copied from a spreadsheet: name, town, e-mail, person, with tabs or commas between. Reads what it can, says what it understood,
/// and adds nothing by itself.
/// </summary>
public static class ProspectPaste
{
    public const int MostRows = 500;
    private const int MostColumns = 4;
    private static readonly string[] Headers = ["name", "organization", "organisation", "nombre", "organización", "organizacion"];

    /// <param name="known">Name keys that are prospects or partners already, with what they are: a text key.</param>
    public static IReadOnlyList<PastedRow> Read(string? text, IReadOnlyDictionary<string, string> known)
    {
        var rows = new List<PastedRow>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (number, cells) in Cells(text ?? ""))
        {
            if (rows.Count == 0 && Headers.Contains(cells[0].ToLowerInvariant())) continue;
            if (rows.Count == MostRows)
            {
                rows.Add(new(number, cells[0], null, null, null, PastedState.Problem, "prospects.paste.too-many", MostRows));
                break;
            }
            var row = Understand(number, cells, known, seen);
            if (row.State is PastedState.New) seen[NameKey.Of(row.Name)] = number;
            rows.Add(row);
        }
        return rows;
    }

    private static PastedRow Understand(int number, string[] cells, IReadOnlyDictionary<string, string> known, Dictionary<string, int> seen)
    {
        var name = cells[0];
        var rest = cells.Skip(1).Where(c => c.Length > 0).ToList();
        var email = rest.FirstOrDefault(c => c.Contains('@'));
        if (email is not null) rest.Remove(email);
        // Without an e-mail in its usual third place, what follows the town is the person.
        var town = cells.Length > 1 && cells[1].Length > 0 && cells[1] != email ? cells[1] : null;
        if (town is not null) rest.Remove(town);
        var row = new PastedRow(number, name, town, email is null ? null : EmailAddress.Cleaned(email), rest.FirstOrDefault(), PastedState.New);
        var key = NameKey.Of(name);
        return (key, cells) switch
        {
            ("", _) => row with { State = PastedState.Problem, Why = "prospects.paste.no-name" },
            (_, { Length: > MostColumns }) when cells.Skip(MostColumns).Any(c => c.Length > 0) => row with { State = PastedState.Problem, Why = "prospects.paste.too-wide", With = [cells.Length] },
            _ when name.Length > 200 || town?.Length > 100 || row.Person?.Length > 200 => row with { State = PastedState.Problem, Why = "prospects.paste.too-long" },
            _ when cells.Any(c => c.Any(char.IsControl)) => row with { State = PastedState.Problem, Why = "prospects.paste.unreadable" },
            _ when email is not null && row.Email is null => row with { State = PastedState.Problem, Why = "prospects.paste.email", With = [email] },
            _ when known.TryGetValue(key, out var where) => row with { State = PastedState.Already, Why = where },
            _ when seen.TryGetValue(key, out var before) => row with { State = PastedState.Already, Why = "prospects.paste.twice", With = [before] },
            _ => row,
        };
    }

    private static IEnumerable<(int Row, string[] Cells)> Cells(string text)
    {
        using var sheet = new SheetReader(new StringReader(text.TrimStart('\uFEFF')));
        while (sheet.Read())
            if (!sheet.IsBlank) yield return (sheet.Row, [.. Enumerable.Range(0, sheet.Width).Select(i => sheet[i].Trim())]);
    }
}
