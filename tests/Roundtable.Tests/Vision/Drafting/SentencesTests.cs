using Roundtable.Vision;

namespace Roundtable.Tests.Vision;

[Rules]
public class SentencesTests
{
    [Theory]
    [InlineData("Everyone gets help. In their language.", "Everyone gets help.|In their language.")]
    [InlineData("Dr. Lee and Mrs. Ruiz meet at St. Mary’s on Jan. 5. They talk.", "Dr. Lee and Mrs. Ruiz meet at St. Mary’s on Jan. 5.|They talk.")]
    [InlineData("We help with forms, e.g. I-90, taxes, etc. Nobody waits.", "We help with forms, e.g. I-90, taxes, etc.|Nobody waits.")]
    [InlineData("It costs 2.5 hours a week, 3.000 visits. Fine.", "It costs 2.5 hours a week, 3.000 visits.|Fine.")]
    [InlineData("J. R. Smith wrote it. We kept it.", "J. R. Smith wrote it.|We kept it.")]
    [InlineData("The U.S. Census counts us. Open until 5 p.m. Closed on Sundays.", "The U.S. Census counts us.|Open until 5 p.m.|Closed on Sundays.")]
    [InlineData("Can everyone apply? Yes… in time. Wait…what? Good.", "Can everyone apply?|Yes… in time.|Wait…what?|Good.")]
    [InlineData("She said “We wait.” Then (in May.) she left.", "She said “We wait.”|Then (in May.) she left.")]
    [InlineData("No mark at the end", "No mark at the end")]
    [InlineData("One line\nAnother line. And more.\n\n- a point", "One line|Another line.|And more.|- a point")]
    [InlineData("¿Quién ayuda? ¡Todos! Nadie espera.", "¿Quién ayuda?|¡Todos!|Nadie espera.")]
    [InlineData("La Sra. Ruiz y el Sr. Vang hablan con Uds. Después deciden.", "La Sra. Ruiz y el Sr. Vang hablan con Uds. Después deciden.")]
    [InlineData("Ayuda con trámites, p. ej. Licencias. En EE. UU. Todos pueden.", "Ayuda con trámites, p. ej. Licencias.|En EE. UU.|Todos pueden.")]
    [InlineData("", "")]
    public void A_text_is_cut_into_sentences(string text, string expected) => Assert.Equal(expected, string.Join('|', Sentences.Of(text)));

    [Fact]
    public void Long_sentences_are_counted()
    {
        var twentyFive = string.Join(' ', Enumerable.Repeat("word", 25));
        Assert.Empty(Sentences.TooLong($"{twentyFive}."));
        Assert.Single(Sentences.TooLong($"Short. {twentyFive} more. {twentyFive} – ."));
    }
}
