using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Routing;
using Roundtable.Platform.Access;

namespace Roundtable.Tests.HouseRules;

/// <summary>
/// Every endpoint tried by everybody on what is theirs, on another partnership's, and on nothing: against the reviewed file
/// <c>access-matrix.txt</c>. <c>ROUNDTABLE_WRITE_MATRIX=1</c> writes the file anew; read the difference as you would read code.
/// </summary>
public partial class AccessMatrixTests(AccessMatrixTests.Matrix matrix) : IClassFixture<AccessMatrixTests.Matrix>
{
    private const string FileName = "tests/Roundtable.Tests/HouseRules/access-matrix.txt";
    private const string NoneSeen = "none-seen";
    private static readonly string[] kinds = ["own", "other", "missing"];

    /// <summary>Pages that post and whose form nobody here can see, each with the reason.</summary>
    private static readonly Dictionary<string, string> unseen = new()
    {
        ["/setup"] = "Its form is there only while nobody runs the site; SetupTests tries it.",
        ["/w/{partnership}/vision/processes/{number}/drafts/{edition}"] = "Boards are open here, and a partnership has one process at a time; DraftingPagesTests tries it.",
        ["/w/{partnership}/vision/processes/{number}/proposal"] = "The same.",
    };

    /// <summary>A line of the matrix: one endpoint (and form) on one kind of object, answered to each role in turn.</summary>
    public sealed record Line(string Method, string Route, string Form, string Kind, IReadOnlyList<string> Answers)
    {
        public override string ToString() => $"{Method,-6} {Route}{(Form == "" ? "" : $" #{Form}")} {Kind}: {string.Join(' ', Answers)}";
    }

    /// <summary>A form as its page shows it, filled in; ids in its name are left out of it. Without fields: no form.</summary>
    private sealed record Form(string Name, IReadOnlyList<KeyValuePair<string, string>>? Fields);

    public sealed class Matrix : IAsyncLifetime
    {
        public List<Line> Lines { get; } = [];
        public List<string> Bugs { get; } = [];
        public List<string> Unsampled { get; } = [];
        internal AccessWorld Access { get; private set; } = null!;
        public IReadOnlyList<EndpointEntry> Endpoints { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            Access = await AccessWorld.Open();
            Endpoints = [.. EndpointList.Of(Access.World.Routes).Where(e => e.Policy is not "anonymous-file")];
            foreach (var endpoint in Endpoints) await Try(endpoint);
        }

        public ValueTask DisposeAsync() => Access.DisposeAsync();

        private async Task Try(EndpointEntry endpoint)
        {
            var page = endpoint.NeedsIdempotencyKey && !endpoint.Route.StartsWith("/api/", StringComparison.Ordinal);
            var json = page || endpoint.Method is "GET" ? null : BodyOf(endpoint);
            var tried = new HashSet<string>();
            foreach (var scene in Access.ScenesOf(endpoint, Plain(endpoint.Route)))
            {
                if (Addresses(endpoint.Route, scene) is not { } addresses) return;
                foreach (var form in page ? await FormsOf(addresses["own"], scene) : [new Form("", [])])
                    if (tried.Add(page ? form.Name : scene.Name)) await Try(endpoint, scene, addresses, page ? form : form with { Name = "", Fields = null }, json);
            }
            if (tried.Count == 0) await Try(endpoint, new Scene(), Addresses(endpoint.Route, new Scene())!, new Form(NoneSeen, [KeyValuePair.Create("_handler", NoneSeen)]), null);
        }

        private async Task Try(EndpointEntry endpoint, Scene scene, Dictionary<string, string> addresses, Form form, string? json)
        {
            var label = string.Join(' ', new[] { form.Name, scene.Name == "" ? "" : $"({scene.Name})" }.Where(p => p.Length > 0));
            // A scene changes what is one's own; a form first seen there is tried on everything.
            foreach (var kind in kinds.Where(addresses.ContainsKey).Where(k => k == "own" || scene.Sample is null || form.Fields is not null))
            {
                var answers = await Task.WhenAll(AccessWorld.Roles.Select(async role =>
                {
                    using var response = await Access.Try(role, endpoint.Method, addresses[kind], form.Fields, json, scene.Mailed);
                    if ((int)response.StatusCode >= 500) lock (Bugs) Bugs.Add($"{(int)response.StatusCode} {endpoint.Method} {endpoint.Route} {label} as {role} on {kind}");
                    return Word(response);
                }));
                Lines.Add(new(endpoint.Method, Plain(endpoint.Route), label, addresses.Count == 1 ? "-" : kind, answers));
            }
        }

        private Dictionary<string, string>? Addresses(string route, Scene scene)
        {
            var places = Place().Matches(route).Select(m => (m.Value, Where: $"{m.Groups["before"].Value}/{{{m.Groups["name"].Value.ToLowerInvariant()}}}")).ToList();
            var unknown = places.Where(p => !Access.Samples.ContainsKey(p.Where)).Select(p => p.Where).ToList();
            if (unknown.Count > 0)
            {
                Unsampled.Add($"{route}: add a sample for {string.Join(" and ", unknown)} in AccessWorld.GiveSamples");
                return null;
            }
            if (places.Count == 0) return new() { ["own"] = route + scene.Query };
            string Value(string where, string kind) => Of(where == scene.Where ? scene.Sample! : Access.Samples[where], kind);
            var all = kinds.ToDictionary(k => k, k => places.Aggregate(route, (r, p) => r.Replace(p.Value, $"{p.Where.Split('/')[0]}/{Uri.EscapeDataString(Value(p.Where, k))}", StringComparison.Ordinal))
                + Named().Replace(scene.Query, m => Value(m.Groups["where"].Value, k)));
            if (all["other"] == all["own"]) all.Remove("other");
            return all;
        }

        private static string Of(Sample sample, string kind) => kind switch { "own" => sample.Own, "other" => sample.Other, _ => sample.Missing };

        /// <summary>The forms of a page as the first who sees any sees them.</summary>
        private async Task<IReadOnlyList<Form>> FormsOf(string address, Scene scene)
        {
            foreach (var role in AccessWorld.Eyes)
            {
                using var response = await Access.Try(role, "GET", address, mailed: scene.Mailed);
                if (response.Content.Headers.ContentType?.MediaType is not "text/html") continue;
                var html = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
                var forms = html.QuerySelectorAll("main form").OfType<IHtmlFormElement>().Where(f => f.Method == "post" && f.QuerySelector("input[name=_handler]") is not null)
                    .Select(f => new Form(Id().Replace(f.QuerySelector("input[name=_handler]")?.GetAttribute("value") ?? "", "{id}"), f.QuerySelectorAll("input[name], select[name], textarea[name]").OfType<IHtmlElement>()
                        .Where(i => i.GetAttribute("name") is not ("_key" or "__RequestVerificationToken") && i is not IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } and not IHtmlInputElement { Type: "file" })
                        .Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i switch { IHtmlInputElement x => x.Value, IHtmlSelectElement x => x.Value ?? "", IHtmlTextAreaElement x => x.Value, _ => "" }))
                        .Concat(f.QuerySelectorAll("button[name]").Take(1).Select(b => KeyValuePair.Create(b.GetAttribute("name")!, b.GetAttribute("value") ?? ""))).ToList()))
                    .Reverse().DistinctBy(f => f.Name).ToList();
                if (forms.Count > 0) return forms;
            }
            return [];
        }

        private static string Word(HttpResponseMessage response) => (int)response.StatusCode switch
        {
            >= 500 => "BUG",
            >= 300 and < 400 => response.Headers.Location?.ToString().Contains("/sign-in?", StringComparison.Ordinal) == true ? "in" : "go",
            >= 200 and < 300 => "ok",
            404 => "no",
            var other => $"{other}",
        };

        private string BodyOf(EndpointEntry endpoint)
        {
            var parts = endpoint.Route.ToLowerInvariant().Split('/');
            var word = parts[^1].StartsWith('{') && parts[^1] is not "{partnership}" ? parts[^2] : parts[^1];
            if ((Access.Bodies.GetValueOrDefault(string.Join('/', parts.Where(p => !p.StartsWith('{')).TakeLast(2))) ?? Access.Bodies.GetValueOrDefault(word)) is { } body) return body;
            if (endpoint.Route.StartsWith("/api/", StringComparison.Ordinal)) Unsampled.Add($"{endpoint.Method} {endpoint.Route}: add a body for \"{word}\" in AccessWorld.GiveBodies");
            return "{}";
        }

        private static string Plain(string route) => Place().Replace(route, m => $"{m.Groups["before"].Value}/{{{m.Groups["name"].Value.ToLowerInvariant()}}}");
    }

    private static string Render(IEnumerable<Line> lines) => $"""
        # Who may do what: every endpoint, on an object of one's own partnership, of another's, and on nothing.
        # ok done; go sent on; in asked to sign in; no not found; 4xx refused with that status. Nothing else may stand here.
        # Columns: {string.Join(' ', AccessWorld.Roles)}

        """ + string.Join('\n', lines.Select(l => l.ToString()).Order(StringComparer.Ordinal)) + "\n";

    [Fact]
    public void Everybody_may_do_what_was_reviewed()
    {
        var path = Path.Combine(House.Root, FileName);
        var found = Render(matrix.Lines).ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("ROUNDTABLE_WRITE_MATRIX") == "1") File.WriteAllText(path, found);
        var (reviewed, now) = (File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n'), found.Split('\n'));
        House.None(now.Except(reviewed).Select(l => $"now      {l}").Concat(reviewed.Except(now).Select(l => $"reviewed {l}")), "Write it anew with ROUNDTABLE_WRITE_MATRIX=1 and review the difference.");
    }

    [Fact]
    public void Nothing_breaks() => House.None(matrix.Bugs, "Whoever asks whatever gets an answer.");

    [Fact]
    public void Every_endpoint_has_a_sample() => House.None(matrix.Unsampled.Distinct(), "The matrix cannot try these.");

    [Fact]
    public void Every_endpoint_declares_who_may_come() =>
        House.None(matrix.Endpoints.Where(e => e.Policy is null || !EndpointList.Policies.Contains(e.Policy)).Select(e => $"{e.Method} {e.Route}"), "RequireAuthorization(policy) or AllowAnonymous; without, nobody may.");

    [Fact]
    public void Every_endpoint_says_what_it_does() =>
        House.None(matrix.Endpoints.Where(e => string.IsNullOrWhiteSpace(e.Summary)).Select(e => $"{e.Method} {e.Route}"), "WithSummary(…)");

    [Fact]
    public void Every_form_is_tried() =>
        Assert.Equal(unseen.Keys, matrix.Lines.Where(l => l.Form == NoneSeen).Select(l => l.Route).Distinct().Order(StringComparer.Ordinal));

    /// <summary>These act without a key: a mail reader's one-click stop, staying signed in, and questions that change nothing by themselves.</summary>
    private static readonly string[] keyless = ["/u/{token}", "/session", "/sign-in/passkey/question", "/profile/passkeys/question"];

    [Fact]
    public void Whatever_writes_takes_a_key() =>
        House.None(matrix.Endpoints.Where(e => e.Method is not ("GET" or "HEAD") && !e.NeedsIdempotencyKey && !keyless.Contains(e.Route)).Select(e => $"{e.Method} {e.Route}"), "Post through <ActForm> or map it on MapApi().");

    /// <summary>Who may not know of a thing gets the same answer as for a thing that is not there.</summary>
    [Fact]
    public void What_is_anothers_looks_like_nothing()
    {
        string[] strangers = ["anonymous", "link", "representative", "observer", "facilitator", "convener", "suspended", "left"];
        House.None(matrix.Lines.Where(l => l.Route.Contains("{partnership}", StringComparison.Ordinal)).GroupBy(l => (l.Method, l.Route, l.Form)).SelectMany(g =>
        {
            var (other, missing) = (g.FirstOrDefault(l => l.Kind == "other"), g.FirstOrDefault(l => l.Kind == "missing"));
            return other is null || missing is null ? [] : strangers.Where(r => Answer(other, r) != Answer(missing, r)).Select(r => $"{other.Method} {other.Route} {other.Form}: {r} gets {Answer(other, r)} for another's and {Answer(missing, r)} for nothing");
        }), "The answer tells that it exists.");
    }

    private static string Answer(Line line, string role) => line.Answers[Array.IndexOf(AccessWorld.Roles, role)];

    [GeneratedRegex(@"(?<before>[\w.-]+)/\{\*{0,2}(?<name>\w+)[^}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"<(?<where>[^>]+)>")]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<=-)([0-9a-f]{32}|\d+)$")]
    private static partial Regex Id();
}
