using CsCheck;
using Roundtable.Platform.Data;

namespace Roundtable.Tests.Platform.Data;

[Rules]
public class FoldedTests
{
    [Theory]
    [InlineData("Reunión", "reunion")]
    [InlineData("  ﬁeld\tOffice ", "field office")]
    [InlineData("ÅNGSTRÖM", "angstrom")]
    [InlineData(null, "")]
    [InlineData("   ", "")]
    public void Text_is_compared_without_case_and_accents(string? text, string folded) => Assert.Equal(folded, Folded.Of(text));

    [Fact]
    public void Folding_twice_changes_nothing() => Gen.String[Gen.Char[' ', '\ud7ff'], 0, 30].Sample(s => Folded.Of(Folded.Of(s)) == Folded.Of(s), iter: 2000);

    [Fact]
    public void Money_adds_up_in_one_currency_only()
    {
        Assert.Equal(new Money(350), new Money(300) + new Money(50));
        Assert.Throws<InvalidOperationException>(() => new Money(1) + new Money(1, "EUR"));
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue) + new Money(1));
    }
}
