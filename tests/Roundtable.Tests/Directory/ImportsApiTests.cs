using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Roundtable.Directory;
using Roundtable.Directory.Imports;
using Roundtable.People;
using Roundtable.Platform;
using Roundtable.Platform.Access;

namespace Roundtable.Tests.Directory;

public class ImportsApiTests
{
    private sealed class Program(World world, string token) : IDisposable
    {
        private readonly Browser browser = world.Browser();

        public async Task<(HttpStatusCode Status, JsonElement Answer)> Call(HttpMethod method, string path, HttpContent? content = null, string? key = null)
        {
            world.Clock.Advance(NodaTime.Duration.FromSeconds(1));
            using var request = new HttpRequestMessage(method, $"/api/v1{path}") { Content = content };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            if (method != HttpMethod.Get) request.Headers.Add("Idempotency-Key", key ?? $"{Ids.New():N}");
            using var response = await browser.Send(request);
            var text = await response.Content.ReadAsStringAsync();
            return (response.StatusCode, text.StartsWith('{') ? JsonDocument.Parse(text).RootElement : default);
        }

        public Task<(HttpStatusCode Status, JsonElement Answer)> Send(string text, string query = "", string? key = null) =>
            Call(HttpMethod.Post, $"/imports{query}", new StringContent(text, Encoding.UTF8, "text/csv"), key);

        public void Dispose() => browser.Dispose();
    }

    private static async Task<Program> Of(World world, bool administrator = true)
    {
        var (person, token) = (await world.Person("Ada Min", administrator: administrator), "");
        await world.Do(db => Task.FromResult(db.Add(AccessToken.Make(Actor.System("test"), person, "test", ["read", "write"], 7, world.Now, out token))));
        return new Program(world, token);
    }

    private static (int, int, int, int, string?) Told(JsonElement plan) =>
        (plan.GetProperty("rows").GetInt32(), plan.GetProperty("new").GetInt32(), plan.GetProperty("same").GetInt32(), plan.GetProperty("problems").GetInt32(), plan.GetProperty("state").GetString());

    [Fact]
    public async Task A_program_checks_a_list_reads_its_problems_completes_it_and_takes_it_back()
    {
        await using var world = await World.Open();
        using var program = await Of(world);
        const string list = "Agency,Town,State\nA,Barre,VT\nB,Barre,Atlantis\n,Barre,VT\n";
        var (status, plan) = await program.Send(list, key: "one");
        Assert.Equal((HttpStatusCode.Created, (3, 1, 0, 2, "checked")), (status, Told(plan)));
        Assert.Equal(plan.GetProperty("number").GetInt32(), (await program.Send(list, key: "one")).Answer.GetProperty("number").GetInt32());
        Assert.Equal(1, await world.See(db => db.ImportPlans.CountAsync()));
        Assert.Equal("Agency", plan.GetProperty("columns").GetProperty("name").GetString());

        var one = $"/imports/{plan.GetProperty("number").GetInt32()}";
        var first = (await program.Call(HttpMethod.Get, $"{one}/problems?limit=1")).Answer;
        var problem = first.GetProperty("items")[0];
        Assert.Equal((3, "State", "import.problem.state", "“Atlantis” is not a state."), (problem.GetProperty("row").GetInt32(), problem.GetProperty("column").GetString(), problem.GetProperty("code").GetString(), problem.GetProperty("problem").GetString()));
        var second = (await program.Call(HttpMethod.Get, $"{one}/problems?limit=1&cursor={first.GetProperty("next").GetString()}")).Answer;
        Assert.Equal(4, second.GetProperty("items")[0].GetProperty("row").GetInt32());

        Assert.Equal("done", (await program.Call(HttpMethod.Post, $"{one}/completion")).Answer.GetProperty("state").GetString());
        Assert.Equal(1, await world.See(db => db.Organizations.CountAsync()));
        Assert.Equal("undone", (await program.Call(HttpMethod.Post, $"{one}/undoing")).Answer.GetProperty("state").GetString());
        Assert.Equal(0, await world.See(db => db.Organizations.CountAsync()));
        Assert.Equal("undone", (await program.Call(HttpMethod.Get, one)).Answer.GetProperty("state").GetString());
        Assert.Equal(1, (await program.Call(HttpMethod.Get, "/imports")).Answer.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_long_list_is_begun_at_once_where_jobs_run_by_themselves()
    {
        await using var world = await World.Alone();
        using var program = await Of(world);
        var (_, plan) = await program.Send("Name,City,State\n" + string.Concat(Enumerable.Range(1, 501).Select(n => $"Club {n},Barre,VT\n")), key: "long");
        var (status, begun) = await program.Call(HttpMethod.Post, $"/imports/{plan.GetProperty("number").GetInt32()}/completion").WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal((HttpStatusCode.OK, "under-way"), (status, begun.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task Columns_are_told_and_a_part_of_a_form_is_read_too()
    {
        await using var world = await World.Open();
        using var program = await Of(world);
        Assert.Equal("matching", (await program.Send("Who,Where\nA,Barre\n")).Answer.GetProperty("state").GetString());
        Assert.Equal((1, 1, 0, 0, "checked"), Told((await program.Send("Who,Where\nA,Barre\n", "?columns=name%3DWho,city%3DWhere&name=list.csv")).Answer));
        using var form = new MultipartFormDataContent { { new ByteArrayContent(PackedFiles.Workbook(("List", PackedFiles.Rows(["Name"], ["A"], ["B"])))), "file", "list.xlsx" } };
        var (status, plan) = await program.Call(HttpMethod.Post, "/imports?source=organizations", form);
        Assert.Equal((HttpStatusCode.Created, "list.xlsx", (2, 2, 0, 0, "checked")), (status, plan.GetProperty("fileName").GetString(), Told(plan)));
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_with_its_reason_and_leaves_nothing()
    {
        await using var world = await World.Open();
        using var program = await Of(world);
        foreach (var (text, query, code) in new[] { ("", "", "import.file-empty"), ("Name\nA\n", "?source=pirates", "import.source-unknown"), ("Name\nA\n", "?columns=name%3DWho", "import.column-unknown"), ("Name\nA\n", "?encoding=klingon", "import.encoding-unknown"), ("Name\nA\n", "?table=Second", "import.table-missing") })
        {
            var (status, problem) = await program.Send(text, query);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (status, problem.GetProperty("code").GetString()));
        }
        Assert.Equal(0, await world.See(db => db.ImportPlans.CountAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await program.Call(HttpMethod.Post, "/imports/99/completion")).Status);
        using var other = await Of(world, administrator: false);
        Assert.NotEqual(HttpStatusCode.Created, (await other.Send("Name\nA\n")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await other.Call(HttpMethod.Get, "/imports")).Status);
    }
}
