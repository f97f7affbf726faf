using System.Globalization;
using Roundtable.Platform;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.Tests.Platform.Web;

/// <summary>Languages are chosen and typed by name; only the record knows codes.</summary>
[Rules]
public class LanguageNamesTests
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en"), spanish = CultureInfo.GetCultureInfo("es");

    [Theory]
    [InlineData("Amharic", "am")]
    [InlineData("amárico", "am")]
    [InlineData(" AMARICO ", "am")]
    [InlineData("አማርኛ", "am")]
    [InlineData("kreyol ayisyen", "ht")]
    [InlineData("american sign language", "ase")]
    [InlineData("hmn", "hmn")]
    [InlineData("Klingonish", null)]
    [InlineData("a", null)]
    [InlineData("", null)]
    public void A_language_is_known_by_any_of_its_names(string typed, string? code) => Assert.Equal(code, LanguageNames.Code(typed));

    [Fact]
    public void Each_reader_sees_its_name_in_their_own_language_whoever_came_first()
    {
        Assert.Equal(("Spanish", "Español", "Spanish – español", "Español"), (LanguageNames.Of("es", english), LanguageNames.Of("es", spanish), LanguageNames.WithOwn("es", english), LanguageNames.WithOwn("es", spanish)));
        Assert.Equal("xx", LanguageNames.Of("xx", english));
    }

    [Fact]
    public void Ticked_and_typed_count_once_and_an_unknown_word_is_refused_at_its_input()
    {
        Assert.Equal(["es", "am"], new LanguagesInput { Codes = ["es"], Other = "Amharic, spanish; amharic" }.Read("Input"));
        var refusal = Assert.Throws<Refusal>(() => new LanguagesInput { Other = "Klingonish" }.Read("Input.Languages"));
        Assert.Equal("Input.Languages.Other", refusal.Input);
    }

    [Fact]
    public void The_same_languages_keep_their_order() => Assert.Equal(["hmn", "es"], LanguagesInput.Of(["hmn", "es"]).Read("Input", ["hmn", "es"]));
}
