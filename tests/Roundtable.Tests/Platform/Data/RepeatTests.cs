using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Tests.Platform.Api;

namespace Roundtable.Tests.Platform.Data;

/// <summary>The same request twice: at once, on two nodes, tomorrow.</summary>
public class RepeatTests(DataBench bench) : IClassFixture<DataBench>
{
    private static async Task<(HttpStatusCode Status, string? Location, string? ETag, string Body)> Send(World node, string label, string key)
    {
        using var browser = node.Browser();
        var response = await browser.Send(Probe.Request(HttpMethod.Post, "/api/v1/probe", $$"""{"label":"{{label}}"}""", key));
        return (response.StatusCode, response.Headers.Location?.ToString(), response.Headers.ETag?.Tag, await response.Content.ReadAsStringAsync());
    }

    private Task<int> Count(string label) => bench.World.See(db => db.Links.CountAsync(l => l.Label == label));

    [Fact]
    public async Task Many_at_once_on_two_nodes_get_one_answer_and_one_effect()
    {
        for (var round = 0; round < 5; round++)
        {
            var (label, key) = ($"{Ids.New():N}", $"{Ids.New():N}");
            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => Send(i % 2 == 0 ? bench.World : bench.Other, label, key))));
            Assert.Single(answers.Distinct());
            Assert.Equal(HttpStatusCode.Created, answers[0].Status);
            Assert.Equal(1, await Count(label));
        }
    }

    [Fact]
    public async Task Other_keys_have_their_own_effect()
    {
        var label = $"{Ids.New():N}";
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Send(i % 2 == 0 ? bench.World : bench.Other, label, $"{label}{i}")));
        Assert.Equal(6, await Count(label));
    }

    [Fact]
    public async Task After_a_day_the_key_is_free_again()
    {
        await using var world = await Probe.Open();
        var (label, key) = ($"{Ids.New():N}", $"{Ids.New():N}");
        await Send(world, label, key);
        world.Clock.Advance(Duration.FromHours(23));
        await Send(world, label, key);
        Assert.Equal(1, await world.See(db => db.Links.CountAsync(l => l.Label == label)));
        world.Clock.Advance(Duration.FromHours(2));
        Assert.Equal(HttpStatusCode.Created, (await Send(world, label, key)).Status);
        Assert.Equal(2, await world.See(db => db.Links.CountAsync(l => l.Label == label)));
    }
}
