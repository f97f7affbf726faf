using Roundtable.Directory.Imports;
using Roundtable.Platform;
using static Roundtable.Tests.Directory.DirectoryFiles;

namespace Roundtable.Tests.Directory;

/// <summary>What the columns of anybody's table are.</summary>
public class ColumnMapTests
{
    private static async Task<SheetLook> Look(string text, Reading? choice = null) => SheetLook.Of(await Of(text), choice ?? Reading.Guessed);

    private static string Said(SheetLook look) => string.Join(' ', Enumerable.Range(0, look.Names.Count).Select(i => look.Map.Of(i) ?? "-"));

    [Theory]
    [InlineData("Name,City,State,ZIP,Phone", "name city state zip phone")]
    [InlineData("NOMBRE DE LA ORGANIZACIÓN;Teléfono;Código postal;Dirección;Condado", "name phone zip street county")]
    [InlineData("Location,1.10 Street Address,1.11 City,1.12 Zip,1.13 Zip +4,1.18 Public Phone Number - Administration,1.23 Library's Web Address,1.6 Director First Name,Library Director's Email Address", "- street city zip - phone website - -")]
    [InlineData("organization_name,address_1,postal-code,county,lat,lng,EIN,id", "name street zip county latitude longitude ein id")]
    [InlineData("Agency,Contact Name,Contact Phone,Fax Number,E-mail Address,Web Site", "name - - - - website")]
    [InlineData("Name,Name,,City", "name - - city")]
    public async Task Names_of_columns_tell_what_they_are(string header, string fields) => Assert.Equal(fields, Said(await Look($"{header}\n{new string(header.Contains(';') ? ';' : ',', 3)}\nx\n")));

    [Fact]
    public async Task What_stands_in_a_column_tells_where_its_name_does_not()
    {
        var look = await Look("Who,A,B,C,D,E\nFood Shelf,05641,VT,(802) 555-0100,www.example.org,x@example.org\nClinic,05602-1234,NH,802.555.0101 ext 7,https://example.org/a,y@example.org\n");
        Assert.Equal("- zip state phone website -", Said(look));
        Assert.False(look.IsCertain);
        Assert.Equal(["05641", "05602-1234"], look.Samples(1));
    }

    [Fact]
    public async Task Titles_and_help_above_the_header_are_passed_over()
    {
        var look = await Look("Partner list of the county,,\n,,\nThe full legal name,Where it is,Two letters\nAgency Name,City,State\nFood Shelf,Barre,VT\n");
        Assert.Equal((4, "name city state"), (look.HeaderRow, Said(look)));
        Assert.True(look.IsCertain);
        var plan = await (await World.Shared).Check("organizations", await Of("Partner list,,\n,,\nAgency Name,City,State\nFood Shelf,Barre,VT\n,Barre,VT\n"));
        Assert.Equal((2, 1, 1), (plan.Rows, plan.New, plan.Problems));
    }

    [Theory]
    [InlineData("Food Shelf|12 Main|Barre|VT|05641\nClinic|1 Elm|Barre|VT|05641\n", "- - - state zip")]
    [InlineData("Centro;802 555 0100;www.example.org\nClinic;802 555 0101;example.org;more;text\n", "- phone website - -")]
    public async Task A_table_without_a_header_is_known_by_its_first_row(string text, string fields)
    {
        var look = await Look(text);
        Assert.Equal((0, fields, "A"), (look.HeaderRow, Said(look), look.Names[0]));
        Assert.Equal(1, (await Look(text, new Reading { HeaderRow = 1 })).HeaderRow);
    }

    [Fact]
    public void Two_columns_for_one_field_and_none_for_the_name_are_refused()
    {
        string[] names = ["Agency", "Town", "Place"];
        Assert.Equal(("import.field-twice", "Input.Column3"), Refused(["name", "city", "city"]));
        Assert.Equal(("import.name-missing", "Input.Column1"), Refused(["", "city", null]));
        Assert.Equal(("import.field-unknown", "Input.Column2"), Refused(["name", "colour", null]));
        Assert.Equal(1, ColumnMap.Chosen(["name", "city", ""], names).At("city"));
        Assert.Equal(2, ColumnMap.Told("name=agency, city=3", names).At("city"));
        Assert.Equal("import.column-unknown", Assert.Throws<Refusal>(() => ColumnMap.Told("name=Nobody", names)).Key);

        (string, string?) Refused(string?[] fields)
        {
            var refusal = Assert.Throws<Refusal>(() => ColumnMap.Chosen(fields, names));
            return (refusal.Key, refusal.Input);
        }
    }

    [Fact]
    public void Columns_are_lettered_as_in_a_spreadsheet() => Assert.Equal("A Z AA AZ BA ZZ AAA", string.Join(' ', new[] { 0, 25, 26, 51, 52, 701, 702 }.Select(ColumnMap.LetterOf)));
}
