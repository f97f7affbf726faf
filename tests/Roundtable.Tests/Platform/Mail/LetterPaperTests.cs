using System.Text;
using AngleSharp.Html.Parser;
using Roundtable.Platform;
using Roundtable.Platform.Mail;
using Roundtable.Platform.Text;

namespace Roundtable.Tests.Platform.Mail;

public class LetterPaperTests
{
    private static readonly TextBook Book = new(typeof(Letter).Assembly);

    private static LetterPaper Paper(string language = "en") => new LetterPaper(Book.In(language))
        .SubjectAs("Agenda for 1 Dec").Greet("Ana <b>Ruiz</b>").SayAs("Please read the draft & answer.\n\nBy Friday.")
        .Button(new Uri("https://example.org/me/a?b=1&c=2"), "mail.choices.start").List(["Draft 3", "Costs"]).Code("123 456").Close("Luis Peña");

    [Fact]
    public void Text_and_html_say_the_same()
    {
        var paper = Paper();
        paper.WhyUnlessSaid("mail.kind.test.why");
        var html = new HtmlParser().ParseDocument(paper.Html("https://example.org/u/x"));
        var text = paper.PlainText("https://example.org/u/x");
        foreach (var element in html.QuerySelectorAll("p, li, td a"))
            foreach (var line in element.TextContent.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                Assert.Contains(line, text, StringComparison.Ordinal);
        foreach (var link in html.QuerySelectorAll("a")) Assert.Contains(link.GetAttribute("href")!, text, StringComparison.Ordinal);
        Assert.Empty(html.QuerySelectorAll("p b"));
        Assert.Equal("Agenda for 1 Dec", html.Title);
    }

    [Theory]
    [InlineData("es", "es", "ltr")]
    [InlineData("en", "en", "ltr")]
    [InlineData(TextBook.PseudoRightToLeft, "ar", "rtl")]
    public void The_html_says_its_language_and_direction(string language, string lang, string dir)
    {
        var html = new HtmlParser().ParseDocument(Paper(language).Html(null)).DocumentElement;
        Assert.Equal((lang, dir), (html.GetAttribute("lang"), html.GetAttribute("dir")));
    }

    [Fact]
    public void Words_come_in_the_readers_language()
    {
        Assert.StartsWith("Hola, Ana", Paper("es").PlainText(null), StringComparison.Ordinal);
        Assert.Contains("No quiero recibir", Paper("es").PlainText("https://example.org/u/x"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_longer_than_readers_show_is_refused()
    {
        await using var mail = await MailWorld.Open();
        var refusal = await Assert.ThrowsAsync<Refusal>(() => mail.Act(o => o.Post(MailWorld.Invitation, new("a@example.org", "", "en"), p => p.SayAs(new string('ä', Letter.LongestHtml / 2)))));
        Assert.Equal("mail.too-long", refusal.Key);
        Assert.True(Encoding.UTF8.GetByteCount(Paper().Html(null)) < 4000);
    }

    [Fact]
    public void Every_text_of_mail_jobs_and_operations_is_there_in_both_languages() =>
        Assert.Equal(Book.Keys("en").Order(), Book.Keys("es").Order());
}
