using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Roundtable.Platform.Documents;

/// <summary>How our Word files look: 12 points, black on white, headings that Word's own navigation knows.</summary>
internal static class WordStyles
{
    public static Styles Of(CultureInfo culture) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri", ComplexScript = "Arial" }, new FontSize { Val = "24" }, new FontSizeComplexScript { Val = "24" },
                new Languages { Val = culture.Name, EastAsia = "en-US", Bidi = "ar-SA" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "160", Line = "288", LineRule = LineSpacingRuleValues.Auto }))),
        new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        new Style(new StyleName { Val = "Normal Table" }, new UIPriority { Val = 99 }, new SemiHidden(), new UnhideWhenUsed(),
            new StyleTableProperties(new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa }, new TableCellMarginDefault(
                new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 108, Type = TableWidthValues.Dxa },
                new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 108, Type = TableWidthValues.Dxa })))
        { Type = StyleValues.Table, StyleId = "TableNormal", Default = true },
        Paragraph("Title", "Title", "52", before: "0", after: "240", bold: true),
        Paragraph("Heading1", "heading 1", "36", before: "360", after: "120", bold: true, level: 0),
        Paragraph("Heading2", "heading 2", "30", before: "280", after: "100", bold: true, level: 1),
        Paragraph("Heading3", "heading 3", "26", before: "240", after: "80", bold: true, level: 2),
        Quote(),
        new Style(new StyleName { Val = "List Bullet" }, new BasedOn { Val = "Normal" }, new PrimaryStyle(),
            new StyleParagraphProperties(new NumberingProperties(new NumberingId { Val = 1 }), new ContextualSpacing())) { Type = StyleValues.Paragraph, StyleId = "ListBullet" },
        Paragraph("TableText", "Table Text", "24", before: "0", after: "0", bold: false),
        Paragraph("TableHead", "Table Head", "24", before: "0", after: "0", bold: true),
        Grid());

    public static Numbering Bullets() => new(
        new AbstractNum(new MultiLevelType { Val = MultiLevelValues.HybridMultilevel }, new Level(
            new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = NumberFormatValues.Bullet }, new LevelText { Val = "•" }, new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = "720", Hanging = "360" })) { LevelIndex = 0 }) { AbstractNumberId = 1 },
        new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 });

    private static Style Paragraph(string id, string name, string size, string before, string after, bool bold, int? level = null)
    {
        var paragraph = new StyleParagraphProperties();
        if (level is not null || id is "Title") paragraph.Append(new KeepNext());
        paragraph.Append(new SpacingBetweenLines { Before = before, After = after });
        if (level is { } outline) paragraph.Append(new OutlineLevel { Val = outline });
        var run = new StyleRunProperties();
        if (bold) run.Append(new Bold());
        run.Append(new FontSize { Val = size }, new FontSizeComplexScript { Val = size });
        return new(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new NextParagraphStyle { Val = bold ? "Normal" : id }, new PrimaryStyle(), paragraph, run) { Type = StyleValues.Paragraph, StyleId = id };
    }

    private static Style Quote() => new(new StyleName { Val = "Quote" }, new BasedOn { Val = "Normal" }, new PrimaryStyle(),
        new StyleParagraphProperties(new ParagraphBorders(new LeftBorder { Val = BorderValues.Single, Size = 24U, Space = 12U, Color = "000000" }), new Indentation { Left = "360" }),
        new StyleRunProperties(new RunFonts { Ascii = "Georgia", HighAnsi = "Georgia" }, new FontSize { Val = "28" }, new FontSizeComplexScript { Val = "28" })) { Type = StyleValues.Paragraph, StyleId = "Quote" };

    private static Style Grid()
    {
        static T Line<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4U, Space = 0U, Color = "767676" };
        return new(new StyleName { Val = "Table Grid" }, new BasedOn { Val = "TableNormal" },
            new StyleTableProperties(new TableBorders(Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>())))
        { Type = StyleValues.Table, StyleId = "TableGrid" };
    }
}
