using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.ExtendedProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using NodaTime;

namespace Roundtable.Platform.Documents;

/// <summary>
/// A Word file for a board or a funder: a title, headings with real styles, paragraphs, quotes, lists and tables whose first row repeats
/// on each page. Says its language and title, so that a screen reader reads it as it is meant.
/// </summary>
public sealed class WordDocument(string title, CultureInfo culture, Instant made, string? author = null)
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private readonly List<OpenXmlElement> body = [Text(title, "Title")];

    /// <param name="level">1 to 3.</param>
    public WordDocument Heading(string text, int level = 1) => Add(Text(text, $"Heading{Math.Clamp(level, 1, 3)}"));

    /// <summary>One paragraph for each line of the text; empty lines say nothing.</summary>
    public WordDocument Say(string text, string? style = null)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) Add(Text(line, style));
        return this;
    }

    /// <summary>Words to be read as somebody's own, such as the vision.</summary>
    public WordDocument Quote(string text) => Say(text, "Quote");

    public WordDocument List(IEnumerable<string> items)
    {
        foreach (var item in items) Add(Text(item, "ListBullet"));
        return this;
    }

    /// <summary>A table; the first row names the columns and stands again on each page.</summary>
    public WordDocument Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string?>> rows)
    {
        var table = new Table(new TableProperties(
            new TableStyle { Val = "TableGrid" }, new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
            new TableLook { Val = "0620" }));
        table.Append(new TableGrid(columns.Select(_ => new GridColumn { Width = $"{9000 / columns.Count}" })));
        table.Append(new TableRow([new TableRowProperties(new CantSplit(), new TableHeader()), .. columns.Select(c => Cell(c, isHead: true))]));
        foreach (var row in rows) table.Append(new TableRow([new TableRowProperties(new CantSplit()), .. columns.Select((_, i) => Cell(row.ElementAtOrDefault(i) ?? "", isHead: false))]));
        Add(table);
        return Add(new Paragraph());
    }

    public byte[] Bytes()
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var properties = file.PackageProperties;
            (properties.Title, properties.Creator, properties.Language) = (title, author, culture.Name);
            properties.Created = properties.Modified = made.ToDateTimeUtc();
            file.AddExtendedFilePropertiesPart().Properties = new Properties(new Application("Roundtable"));
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.Of(culture);
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = WordStyles.Bullets();
            main.AddNewPart<DocumentSettingsPart>().Settings = new DocumentFormat.OpenXml.Wordprocessing.Settings(new ThemeFontLanguages { Val = culture.Name });
            main.Document = new Document(new Body([.. body.Select(e => e.CloneNode(true)), Page(culture)]));
        }
        return stream.ToArray();
    }

    private WordDocument Add(OpenXmlElement element)
    {
        body.Add(element);
        return this;
    }

    private static Paragraph Text(string text, string? style = null)
    {
        var paragraph = new Paragraph();
        if (style is not null) paragraph.Append(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(RunOf(text));
        return paragraph;
    }

    private static TableCell Cell(string text, bool isHead)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).DefaultIfEmpty("");
        return new([new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Auto, Width = "0" }), .. lines.Select(l => Text(l, isHead ? "TableHead" : "TableText"))]);
    }

    private static Run RunOf(string text) => new(new DocumentFormat.OpenXml.Wordprocessing.Text(Clean(text)) { Space = SpaceProcessingModeValues.Preserve });

    // What XML cannot hold would keep the file from opening.
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(r => r.Value is '\t' or >= 0x20 and not (0xFFFE or 0xFFFF)));

    // Letter where people use it, else A4; an inch around.
    private static SectionProperties Page(CultureInfo culture)
    {
        var isLetter = culture.Name is "en-US" or "es-US" or "es-MX" or "en-CA" or "es-PR";
        return new(new PageSize { Width = isLetter ? 12240U : 11906U, Height = isLetter ? 15840U : 16838U }, new PageMargin { Top = 1440, Bottom = 1440, Left = 1440U, Right = 1440U, Header = 720U, Footer = 720U, Gutter = 0U });
    }
}
