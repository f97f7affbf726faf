using NodaTime;
using Roundtable.People;
using Roundtable.Platform;
using Roundtable.Platform.Access;

namespace Roundtable.Tests.People;

public class PersonTests
{
    private static readonly Instant Now = World.Morning;
    private static readonly Actor System = Actor.System("test");

    private static Person Ana() => Person.Known("  Ana   Ruiz ", " Ana.Ruiz@Example.org ", "es", Now);
    private static Actor As(Person person) => Actor.Person(person.Id, person.IsAdministrator, []);

    [Fact]
    public void A_person_is_known_by_name_and_address_as_typed()
    {
        var ana = Ana();
        Assert.Equal(("Ana Ruiz", "Ana.Ruiz@Example.org", "ana.ruiz@example.org", "es"), (ana.FullName, ana.Email, ana.EmailKey, ana.Language));
        Assert.Equal(NotificationChoice.AtOnce, ana.Notifications);
    }

    [Theory]
    [InlineData("ana@example.org", "ana@example.org")]
    [InlineData("  <ana@example.org>  ", "ana@example.org")]
    [InlineData("Ana Ruiz <ana@example.org>", "ana@example.org")]
    [InlineData("mailto:ana@example.org", "ana@example.org")]
    [InlineData("ana@example.org.", "ana@example.org")]
    [InlineData("ana@example", null)]
    [InlineData("ana example.org", null)]
    [InlineData("ana@@example.org", null)]
    [InlineData("ana@example.org, bob@example.org", null)]
    [InlineData("ana@example.org\r\nBcc: bob@example.org", null)]
    [InlineData("@example.org", null)]
    [InlineData("", null)]
    public void An_address_is_taken_as_people_type_it(string typed, string? expected) => Assert.Equal(expected, EmailAddress.Cleaned(typed));

    [Theory]
    [InlineData("", "a@example.org", "people.name.missing", "FullName")]
    [InlineData("Ana", "", "people.email.missing", "Email")]
    [InlineData("Ana", "nonsense", "people.email.wrong", "Email")]
    public void Without_name_or_address_nobody_is_known(string name, string email, string key, string input)
    {
        var no = Assert.Throws<Refusal>(() => Person.Known(name, email, "en", Now));
        Assert.Equal((key, input), (no.Key, no.Input));
    }

    [Fact]
    public void A_correction_that_is_refused_changes_nothing()
    {
        var ana = Ana();
        Assert.Equal("people.time-zone.unknown", Assert.Throws<Refusal>(() => ana.Introduce(As(ana), Now, "Ana R.", null, "en", "Mars/Olympus")).Key);
        Assert.Equal("people.language.unknown", Assert.Throws<Refusal>(() => ana.Introduce(As(ana), Now, "Ana R.", null, "xx", "America/Denver")).Key);
        Assert.Equal(("Ana Ruiz", "es"), (ana.FullName, ana.Language));
        ana.Introduce(As(ana), Now, "Ana Ruiz", "Anita", "en", "America/Denver");
        Assert.Equal(("Anita", "America/Denver"), (ana.Called, ana.TimeZone));
    }

    [Fact]
    public void Only_an_administrator_makes_administrators()
    {
        var (ana, ben) = (Ana(), Person.Known("Ben", "ben@example.org", "en", Now));
        Assert.Equal("people.administrators-only", Assert.Throws<Refusal>(() => ben.MakeAdministrator(As(ana), Now)).Key);
        ana.MakeAdministrator(System, Now);
        ben.MakeAdministrator(As(ana), Now);
        Assert.True(ben.IsAdministrator);
    }

    [Fact]
    public void Nobody_suspends_or_demotes_themselves()
    {
        var ana = Ana();
        ana.MakeAdministrator(System, Now);
        Assert.Equal("people.not-yourself", Assert.Throws<Refusal>(() => ana.Suspend(As(ana), Now)).Key);
        Assert.Equal("people.not-yourself", Assert.Throws<Refusal>(() => ana.TakeAdministration(As(ana), Now)).Key);
        Assert.True(ana is { IsAdministrator: true, IsSuspended: false });
    }

    [Fact]
    public void A_suspended_person_gets_no_session_and_no_token()
    {
        var ana = Ana();
        ana.Suspend(System, Now);
        Assert.Equal("people.suspended", Assert.Throws<Refusal>(() => Session.Start(ana, SignInBy.Code, false, null, Now, out _)).Key);
        Assert.Equal("people.suspended", Assert.Throws<Refusal>(() => AccessToken.Make(As(ana), ana, "x", ["read"], 7, Now, out _)).Key);
        ana.Restore(System, Now);
        Assert.NotNull(Session.Start(ana, SignInBy.Code, false, null, Now, out _));
    }

    [Theory]
    [InlineData(false, 479, true)]
    [InlineData(false, 480, false)]
    [InlineData(true, 14, true)]
    [InlineData(true, 15, false)]
    public void A_session_lasts_eight_hours_or_on_a_shared_computer_fifteen_minutes(bool shared, int minutes, bool open) =>
        Assert.Equal(open, Session.Start(Ana(), SignInBy.Link, shared, null, Now, out _).IsOpen(Now + Duration.FromMinutes(minutes)));

    [Theory]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X)", "phone")]
    [InlineData("Mozilla/5.0 (Linux; Android 16; Pixel) Mobile Safari", "phone")]
    [InlineData("Mozilla/5.0 (Linux; Android 16; SM-X700) Safari", "tablet")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64)", "windows")]
    [InlineData("Mozilla/5.0 (X11; CrOS x86_64)", "chromebook")]
    [InlineData(null, "other")]
    public void A_device_is_a_coarse_word(string? browser, string word) => Assert.Equal(word, Session.DeviceOf(browser));

    [Theory]
    [InlineData("123456", "123456")]
    [InlineData(" 123 456 ", "123456")]
    [InlineData("123-456", "123456")]
    [InlineData("١٢٣٤٥٦", "123456")]
    [InlineData("12345", null)]
    [InlineData("1234567", null)]
    [InlineData("12345a6", null)]
    [InlineData(null, null)]
    public void A_code_is_taken_however_it_is_pasted(string? typed, string? code) => Assert.Equal(code, SignIn.CodeIn(typed));

    [Theory]
    [InlineData("/w/riverbend?tab=1", "/w/riverbend?tab=1")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void Afterwards_one_lands_on_this_site(string? to, string expected) => Assert.Equal(expected, PeopleUrls.Local(to));

    [Fact]
    public void A_token_needs_a_label_a_scope_and_an_end()
    {
        var ana = Ana();
        Assert.Equal("Label", Assert.Throws<Refusal>(() => AccessToken.Make(As(ana), ana, " ", ["read"], 7, Now, out _)).Input);
        Assert.Equal("Scopes", Assert.Throws<Refusal>(() => AccessToken.Make(As(ana), ana, "x", [], 7, Now, out _)).Input);
        Assert.Equal("Scopes", Assert.Throws<Refusal>(() => AccessToken.Make(As(ana), ana, "x", ["admin"], 7, Now, out _)).Input);
        Assert.Equal("Days", Assert.Throws<Refusal>(() => AccessToken.Make(As(ana), ana, "x", ["read"], 4000, Now, out _)).Input);
        var link = AccessToken.Make(As(ana), ana, "x", ["write"], 7, Now, out var token);
        Assert.Equal("read write", link.Scopes);
        Assert.Equal(link.Hash, Link.HashOf(AccessToken.SecretIn(token)!));
    }
}
