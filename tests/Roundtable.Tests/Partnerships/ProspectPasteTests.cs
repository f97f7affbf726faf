using Roundtable.Partnerships;

namespace Roundtable.Tests.Partnerships;

[Rules]
public class ProspectPasteTests
{
    private static readonly Dictionary<string, string> Known = new() { ["legal aid of the valley"] = "prospects.paste.is-seat" };

    [Fact]
    public void Tabs_from_a_spreadsheet_are_understood()
    {
        var rows = ProspectPaste.Read("Name\tTown\tE-mail\tPerson\r\nAdult School ESL\tRiverbend\tkim@example.org\tKim Lee\r\n\r\nChamber\t\t\t\r\n", Known);
        Assert.Equal([("Adult School ESL", "Riverbend", "kim@example.org", "Kim Lee", 2), ("Chamber", null, null, null, 4)], rows.Select(r => (r.Name, r.Town, r.Email, r.Person, r.Row)));
        Assert.All(rows, r => Assert.Equal(PastedState.New, r.State));
    }

    [Fact]
    public void Commas_and_quotation_marks_are_understood() =>
        Assert.Equal(("Food Bank, Riverbend", "Riverbend"), ProspectPaste.Read("\"Food Bank, Riverbend\",Riverbend", Known).Select(r => (r.Name, r.Town!)).Single());

    [Fact]
    public void What_is_there_already_and_what_is_wrong_is_said_by_row()
    {
        var rows = ProspectPaste.Read("Legal Aid of the Valley\tX\nChamber\nCHAMBER\n\tRiverbend\nClinic\tRiverbend\tnot@an@address\tKim\nA\tB\tC@example.org\tD\tE", Known);
        Assert.Equal(["prospects.paste.is-seat", null, "prospects.paste.twice", "prospects.paste.no-name", "prospects.paste.email", "prospects.paste.too-wide"], rows.Select(r => r.Why));
        Assert.Equal([PastedState.Already, PastedState.New, PastedState.Already, PastedState.Problem, PastedState.Problem, PastedState.Problem], rows.Select(r => r.State));
    }

    [Fact]
    public void Too_many_rows_are_said_and_the_first_ones_kept()
    {
        var rows = ProspectPaste.Read(string.Join('\n', Enumerable.Range(1, 600).Select(n => $"Group {n}")), Known);
        Assert.Equal((500, "prospects.paste.too-many"), (rows.Count(r => r.State is PastedState.New), rows[^1].Why));
    }

    [Fact]
    public void Nothing_is_no_row() => Assert.Empty(ProspectPaste.Read(" \n\t\t\n", Known));
}
