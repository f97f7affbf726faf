namespace Roundtable.Journeys;

public sealed class GalleryTests
{
    [Theory]
    [InlineData("en", 1280)]
    [InlineData("en", 320)]
    [InlineData("es", 1280)]
    [InlineData("es", 320)]
    [InlineData("ar-XA", 1280)]
    [InlineData("ar-XA", 320)]
    public async Task Every_component_is_accessible_and_fits_the_screen(string language, int width)
    {
        await using var site = await Site.Open();
        await using var traveller = await site.Traveller(width, language: language);
        await traveller.Go("/platform/components");
        await traveller.Picture($"components-{language}-{width}");
    }

    [Fact]
    public async Task A_phone_opens_the_navigation_with_one_button()
    {
        await using var site = await Site.Open();
        await using var traveller = await site.Traveller(320, script: false);
        await traveller.Go("/platform/components");
        var partners = traveller.Page.Locator(".rt-nav").GetByText("Partners");
        Assert.False(await partners.IsVisibleAsync());
        await traveller.Page.Locator(".rt-nav summary").ClickAsync();
        Assert.True(await partners.IsVisibleAsync());
    }
}
