using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;

namespace Roundtable.Tests.Platform.Access;

/// <summary>The one kind of secret that is handed out.</summary>
public class LinkTests
{
    private static readonly Instant now = World.Morning;
    private static readonly Duration day = Duration.FromDays(1);

    [Fact]
    public void The_secret_is_kept_as_a_hash_only()
    {
        var link = Link.Make(LinkPurpose.Personal, now, day, out var secret);
        Assert.Equal(22, secret.Length);
        Assert.Equal(Link.HashOf(secret), link.Hash);
        Assert.DoesNotContain(secret, System.Text.Json.JsonSerializer.Serialize(link), StringComparison.Ordinal);
    }

    [Fact]
    public void No_two_secrets_are_alike() =>
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => { Link.Make(LinkPurpose.Api, now, day, out var secret); return secret; }).Distinct().Count());

    [Fact]
    public void It_opens_until_its_hour()
    {
        var link = Link.Make(LinkPurpose.Personal, now, day, out _);
        Assert.Equal(LinkState.Good, link.StateAt(now + day - Duration.FromSeconds(1)));
        Assert.Equal(LinkState.Expired, link.StateAt(now + day));
        Assert.Equal("link.expired", Assert.Throws<Refusal>(() => link.Use(now + day)).Key);
    }

    [Fact]
    public void One_for_once_opens_once()
    {
        var link = Link.Make(LinkPurpose.SignIn, now, day, out _, onceOnly: true);
        link.Use(now);
        Assert.Equal("link.used", Assert.Throws<Refusal>(() => link.Use(now)).Key);
    }

    [Fact]
    public void One_for_many_times_opens_many_times()
    {
        var link = Link.Make(LinkPurpose.Personal, now, day, out _);
        link.Use(now);
        link.Use(now + Duration.FromHours(1));
        Assert.Equal(now + Duration.FromHours(1), link.UsedAt);
    }

    [Fact]
    public void A_revoked_one_opens_no_more()
    {
        var link = Link.Make(LinkPurpose.Personal, now, day, out _);
        link.Revoke(now);
        link.Revoke(now + day);
        Assert.Equal(now, link.RevokedAt);
        Assert.Equal("link.revoked", Assert.Throws<Refusal>(() => link.Use(now)).Key);
    }

    [Fact]
    public void Five_wrong_codes_spend_it()
    {
        var link = Link.Make(LinkPurpose.SignIn, now, day, out _, code: "123456");
        for (var i = 0; i < 4; i++) Assert.False(link.Fits("000000", now));
        Assert.True(link.Fits("123456", now));
        Assert.False(link.Fits("000000", now));
        Assert.False(link.Fits("123456", now));
        Assert.Equal(LinkState.Revoked, link.StateAt(now));
    }

    [Fact]
    public void A_code_fits_its_own_link_only()
    {
        var one = Link.Make(LinkPurpose.SignIn, now, day, out _, code: "123456");
        var other = Link.Make(LinkPurpose.SignIn, now, day, out _, code: "123456");
        Assert.NotEqual(one.CodeHash, other.CodeHash);
        Assert.False(Link.Make(LinkPurpose.SignIn, now, day, out _).Fits("", now));
        Assert.False(one.Fits("123456", now + day));
    }

    [Fact]
    public void Its_holder_stands_in_its_partnership_and_nowhere_else()
    {
        var (mine, other) = (Ids.New(), Ids.New());
        var link = Link.Make(LinkPurpose.Personal, now, day, out _, person: Ids.New(), partnership: mine);
        var actor = Actor.Holder(link, [new(mine, Role.Representative), new(other, Role.Convener)]);
        Assert.True(actor.IsIn(mine));
        Assert.False(actor.IsIn(other));
        Assert.False(actor.IsSignedIn);
    }
}
