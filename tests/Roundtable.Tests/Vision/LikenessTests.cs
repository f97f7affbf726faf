using Roundtable.Vision;

namespace Roundtable.Tests.Vision;

[Rules]
public class LikenessTests : ClusterRules
{
    private static string Say(Likeness l) => $"{string.Join(' ', l.Cards.Select(c => c.Number))}: {string.Join(' ', l.Shared)}{(l.Into is { } into ? $" > {into.Name}" : "")}";
    private string[] Found(Board board = Board.Needs) => [.. Likeness.Of(On(board)).Select(Say)];

    [Fact]
    public void Cards_that_mention_the_same_are_suggested_with_the_word()
    {
        foreach (var text in (string[])["People wait weeks for help with immigration forms.", "The form is only in English", "No bus in the evening", "Nobody explains FORMS to people", "People need child care"]) Said(text);
        Assert.Equal(["1 2 4: forms"], Found());
    }

    [Fact]
    public void Two_words_tell_more_than_one_and_no_card_is_suggested_twice()
    {
        foreach (var text in (string[])["Tax forms in Spanish", "Spanish speakers and tax forms", "Forms at the clinic", "Clinic forms are long", "Parking"]) Said(text);
        Assert.Equal(["1 2: forms spanish tax", "3 4: clinic forms"], Found().Select(f => string.Join(": ", f.Split(": ")[0], string.Join(' ', f.Split(": ")[1].Split(' ').Order()))));
    }

    [Fact]
    public void Translations_and_folding_bring_languages_together()
    {
        Said("Es difícil").Translate(Facilitator, Process, "Immigration is hard", "de", Now);
        Said("Immigrants are afraid");
        Said("Inmigración sin abogado");
        Said("Los INMIGRANTES esperan");
        Assert.Equal(["1 2: immigrants", "3 4: inmigración"], Found());
    }

    [Fact]
    public void What_lies_in_a_cluster_draws_its_like()
    {
        foreach (var text in (string[])["Forms are hard", "Forms only in English", "A form for every office", "Slow internet"]) Said(text);
        Made("Paper", Board.Needs, 1, 2);
        Assert.Equal(["3: form > Paper"], Found());
        Kept(On().Put(Facilitator, [3], 1, Now));
        Assert.Empty(Found());
    }

    [Fact]
    public void Little_words_and_what_stands_alone_suggest_nothing()
    {
        foreach (var text in (string[])["People need help", "People want more time", "¿Qué necesita la gente?", "", "…"]) if (text.Trim('…') != "") Said(text);
        Assert.Empty(Found());
        Assert.Empty(Found(Board.Outcomes));
    }

    [Fact]
    public void A_thousand_cards_are_read_at_once()
    {
        // Few words are in many cards and most in few, as people speak.
        var (words, seed) = (Enumerable.Range(0, 800).Select(i => $"word{(char)('a' + i % 26)}{(char)('a' + i / 26)}{(i % 7 == 0 ? "ing" : "")}").ToArray(), 7u);
        double Next() => (seed = seed * 1664525 + 1013904223) / (double)uint.MaxValue;
        for (var i = 0; i < 1000; i++) Said(string.Join(' ', Enumerable.Range(0, 14).Select(_ => words[(int)(799 * Next() * Next())])));
        var found = Likeness.Of(On());
        Assert.Equal(Likeness.Most, found.Count);
        Assert.Equal(found.Sum(f => f.Cards.Count), found.SelectMany(f => f.Cards).Distinct().Count());
    }
}
