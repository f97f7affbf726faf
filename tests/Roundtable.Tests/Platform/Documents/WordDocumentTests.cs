using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Roundtable.Platform.Documents;

namespace Roundtable.Tests.Platform.Documents;

[Rules]
public class WordDocumentTests
{
    private static readonly NodaTime.Instant morning = NodaTime.Instant.FromUtc(2026, 12, 1, 15, 0);

    private static byte[] Made(string language = "en-US", string title = "Our vision") => new WordDocument(title, CultureInfo.GetCultureInfo(language), morning, "Riverbend")
        .Quote("Everyone gets help.\n\nNobody waits.").Heading("Who adopted it").Say("Six of seven.").Heading("Reservations", 2).List(["One", "Two"])
        .Table(["Organization", "Said"], [["Library", "Adopted"], ["Clinic & Co <b>", null], ["Bell\u0007", "Two\nlines"]]).Bytes();

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

    [Theory, InlineData("en-US", FileFormatVersions.Microsoft365), InlineData("es-US", FileFormatVersions.Office2013), InlineData("ar", FileFormatVersions.Office2007)]
    public void Word_opens_it_without_a_complaint(string language, FileFormatVersions of)
    {
        using var file = Open(Made(language));
        Assert.Equal([], new OpenXmlValidator(of).Validate(file).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void It_has_a_title_a_language_and_real_headings()
    {
        using var file = Open(Made("es-US"));
        Assert.Equal(("Our vision", "es-US", "Riverbend"), (file.PackageProperties.Title, file.PackageProperties.Language, file.PackageProperties.Creator));
        var body = file.MainDocumentPart!.Document!.Body!;
        Assert.Equal(["Title", "Quote", "Quote", "Heading1", null, "Heading2", "ListBullet", "ListBullet"], body.Elements<Paragraph>().Take(8).Select(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value));
        var styles = file.MainDocumentPart.StyleDefinitionsPart!.Styles!;
        Assert.Equal("es-US", styles.Descendants<Languages>().First().Val!.Value);
        Assert.Equal(0, styles.Elements<Style>().Single(s => s.StyleId == "Heading1").StyleParagraphProperties!.OutlineLevel!.Val!.Value);
    }

    [Fact]
    public void A_table_repeats_its_first_row_and_keeps_what_was_typed()
    {
        using var file = Open(Made());
        var rows = file.MainDocumentPart!.Document!.Body!.Elements<DocumentFormat.OpenXml.Wordprocessing.Table>().Single().Elements<TableRow>().ToList();
        Assert.Equal([true, false, false, false], rows.Select(r => r.TableRowProperties!.Elements<TableHeader>().Any()));
        Assert.Equal(["OrganizationSaid", "LibraryAdopted", "Clinic & Co <b>", "BellTwolines"], rows.Select(r => r.InnerText));
    }
}
