using Roundtable.Directory.Duplicates;

namespace Roundtable.Tests.Directory;

[Rules]
public class LikenessTests
{
    private static NamedBody Irs(string name, string? sort = null, string? street = null, string city = "BARRE") => new("irs-bmf", [name, sort], street, city, "VT", "05641-0001");
    private static NamedBody Museum(string name, string? street = null, string city = "Barre") => new("museums", [name], street, city, "VT", "05641");
    private static NamedBody College(string name, string? street = null) => new("ipeds", [name], street, "Barre", "VT", "05641");

    [Theory]
    [InlineData("ABRAHAM LINCOLN ASSOCIAT ION OF BARRE", "Abraham Lincoln Association of Barre")]
    [InlineData("THE CATHOLIC UNIVERSITY OF BARRE INC", "Catholic Univ. of Barre")]
    [InlineData("ST JOHNSBURY HIST SOC", "Saint Johnsbury Historical Society")]
    [InlineData("VERMONT GRANITE MUSUEM INC", "Vermont Granite Museum")]
    public void Short_forms_broken_words_and_slips_are_the_same_name(string listed, string said)
    {
        var likeness = Likeness.Of(Museum(said), Irs(listed));
        Assert.True(likeness.Score > 1, $"{likeness.Score}");
        Assert.Contains(LikeReason.SamePlace, likeness.Reasons);
    }

    [Theory]
    [InlineData("Aldrich Library", "FRIENDS OF THE ALDRICH LIBRARY INC")]
    [InlineData("Barre Institute College", "BARRE INSTITUTE COLLEGE ALUMNI ASSOCIATION")]
    [InlineData("Barre Granite College", "BARRE GRANITE COLLEGE FOUNDATION")]
    [InlineData("Barre Garden Club", "BARRE QUILT CLUB")]
    [InlineData("Barre Museum", "BARRE COMMUNITY PLAYERS")]
    public void Another_body_with_a_name_close_to_it_is_not_suggested(string one, string other) =>
        Assert.True(Likeness.Of(College(one), Irs(other, street: "1 MAIN ST")).Score < Likeness.Enough);

    [Fact]
    public void The_same_street_is_the_same_however_it_is_written()
    {
        var likeness = Likeness.Of(Museum("Heurich House Museum", "One West Prospect Street"), Irs("HEURICH HOUSE FOUNDATION", street: "1 W PROSPECT ST"));
        Assert.Contains(LikeReason.SameStreet, likeness.Reasons);
        Assert.True(likeness.Score >= Likeness.Enough);
    }

    [Fact]
    public void A_chapter_is_not_the_college_its_second_line_names()
    {
        Assert.True(Likeness.Of(College("Colby College"), Irs("PSI CHI THE NATIONAL HONOR SOCIETY IN PSYCHOLOGY", "COLBY COLLEGE")).Score < Likeness.Enough);
        Assert.True(Likeness.Of(College("Middlebury College"), Irs("PRESIDENT & FELLOWS OF MIDDLEBURY COLLEGE", "MIDDLEBURY COLLEGE")).Score >= Likeness.Enough);
    }

    [Fact]
    public void One_of_many_with_a_name_is_none_of_them_by_that_name() =>
        Assert.True(Likeness.Of(Museum("Phi Theta Kappa"), Irs("PHI THETA KAPPA", "ALPHA CHAPTER"), isOneOfMany: true).Score < Likeness.Enough);
}
