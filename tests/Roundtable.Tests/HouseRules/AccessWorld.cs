using System.Data.Common;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Roundtable.Directory;
using Roundtable.Directory.Duplicates;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Mail;

namespace Roundtable.Tests.HouseRules;

/// <summary>A value for one route parameter: of one's own partnership, of another's, and of nothing at all.</summary>
internal sealed record Sample(string Own, string Other, string Missing);

/// <summary>Everybody who may come, each with a browser, and things of two partnerships for them to reach for. What they do is never committed.</summary>
internal sealed partial class AccessWorld : IAsyncDisposable
{
    /// <summary>The columns of the matrix.</summary>
    public static readonly string[] Roles = ["anonymous", "link", "representative", "observer", "facilitator", "convener", "elsewhere", "administrator", "suspended", "left"];

    /// <summary>Who is asked for the forms of a page, the most powerful first.</summary>
    public static readonly string[] Eyes = ["convener", "administrator", "representative", "anonymous"];

    private const string Trial = "X-Trial";
    private const string Session = "rt-session";
    private static readonly Uri site = new("http://localhost");
    private readonly Dictionary<string, string?> sessions = [];
    private readonly Dictionary<string, Browser> browsers = [];
    private readonly Dictionary<string, string> tokens = [];
    private World mailing = null!;

    private AccessWorld(World world) => World = world;

    public World World { get; }

    /// <summary>By the word before the parameter and its name: <c>partners/{number}</c>.</summary>
    public Dictionary<string, Sample> Samples { get; } = [];

    /// <summary>By the last word of an API address: a body that says enough to come as far as the record's own rules.</summary>
    public Dictionary<string, string> Bodies { get; } = [];

    public static async Task<AccessWorld> Open()
    {
        var world = await World.Open(UndoAll);
        var access = new AccessWorld(world);
        await access.Settle();
        return access;
    }

    private static void UndoAll(Microsoft.AspNetCore.Builder.WebApplicationBuilder builder)
    {
        builder.Services.ConfigureDbContext<SqliteDb>((s, o) => o.AddInterceptors(new UndoTrials(s.GetRequiredService<IHttpContextAccessor>())));
        builder.Services.ConfigureDbContext<PostgresDb>((s, o) => o.AddInterceptors(new UndoTrials(s.GetRequiredService<IHttpContextAccessor>())));
    }

    private async Task Settle()
    {
        var story = await World.Riverbend();
        var (here, there) = (story.Lively, story.Young);
        var administrator = await World.Person("Administrator", administrator: true);
        var facilitator = await World.Person("Facilitator");
        var observer = await World.Person("Observer");
        var left = await World.Person("Left");
        var suspended = await World.Person("Suspended");
        await World.Do(async db =>
        {
            db.Add(new Grant(here.Id, facilitator.Id, Role.Facilitator));
            db.Add(new Grant(here.Id, observer.Id, Role.Observer));
            db.Add(new Grant(here.Id, suspended.Id, Role.Convener));
            var person = await db.People.SingleAsync(p => p.Id == suspended.Id);
            person.Suspend(Actor.Person(administrator.Id, administrator: true, []), World.Now);
            return true;
        });
        foreach (var (role, person) in new (string, Person)[] { ("representative", story.Denise), ("observer", observer), ("facilitator", facilitator), ("convener", story.Ana), ("elsewhere", story.Tom), ("administrator", administrator), ("suspended", suspended), ("left", left) })
            browsers[role] = await World.SignedIn(person);
        browsers["anonymous"] = World.Browser();
        browsers["link"] = World.Browser();
        await GiveSamples(here, there, story);
        GiveBodies(there);
        GiveBodiesOfMotions();
        GiveBodiesOfBoards();
        GiveBodiesOfClusters();
        GiveBodiesOfDrafts();
        await GiveScenes(here, there, story, suspended, administrator);
        await browsers["link"].Get($"/me/{Samples["me/{token}"].Own}");
        mailing = await World.Open(World.Database, null, UndoAll, ("Mail:Host", "127.0.0.1"), ("Mail:Port", "9"));
        foreach (var role in Roles) (tokens[role], sessions[role]) = (await TokenOf(role), browsers[role].Cookies.GetCookies(site)[Session]?.Value);
    }

    private async Task GiveSamples(Partnership here, Partnership there, Riverbend story)
    {
        void Give(string where, object own, object other, object missing) => Samples[where] = new($"{own}", $"{other}", $"{missing}");
        void Alike(string where, object own, object missing) => Give(where, own, own, missing);

        var nothing = Ids.New();
        foreach (var before in (string[])["w", "partnerships", "p"]) Give($"{before}/{{partnership}}", here.Slug, there.Slug, "no-such-partnership");
        foreach (var before in (string[])["partners", "seats", "briefs"]) Alike($"{before}/{{number}}", 1, 9999);
        Alike("holders/{role}", "alternate", "nobody");
        Alike("language/{code}", "es", "xx");
        Alike("openapi/{documentname}", "v1", "v9");
        var prospect = await Make($"/api/v1/partnerships/{there.Slug}/prospects", new { name = "Cedar Falls Library", sector = "library" });
        var invitation = await Make($"/api/v1/partnerships/{there.Slug}/invitations", new { prospect, recipientName = "Kim Doe", recipientEmail = "kim@example.org" });
        await Make($"/api/v1/partnerships/{there.Slug}/invitations", new { prospect = await Make($"/api/v1/partnerships/{there.Slug}/prospects", new { name = "Cedar Falls Clinic", sector = "health" }), recipientName = "Lee Doe", recipientEmail = "lee@example.org", send = true });
        await World.See(async db =>
        {
            Give("prospects/{number}", await db.Prospects.Where(p => p.PartnershipId == here.Id && p.Stage == EngagementStage.Prospect).MinAsync(p => p.Number), prospect, 9999);
            var sent = await db.Invitations.FirstAsync(i => i.PartnershipId == here.Id && i.State == InvitationState.Sent);
            Give("invitations/{number}", sent.Number, invitation, 9999);
            var letter = await db.Letters.OrderBy(l => l.Id).Select(l => l.Id).FirstAsync();
            foreach (var before in (string[])["mail", "outbox"]) Alike($"{before}/{{id}}", letter, nothing);
            var test = new MailTest(null, World.Now, true, "220 mail.example.org");
            db.Add(test);
            Alike("tests/{id}", test.Id, nothing);
            Alike("people/{id}", story.Denise.Id, nothing);
            Passkey Key(Person person) => db.Add(Passkey.Of(Actor.System("test"), person, person.Id.ToByteArray(), "{}", "My phone", World.Now)).Entity;
            Give("passkeys/{id}", Key(story.Ana).Id, Key(story.Denise).Id, nothing);
            Alike("organizations/{id}", here.ConvenerId, nothing);
            var two = await db.Organizations.OrderBy(o => o.Number).Take(2).ToListAsync();
            Alike("duplicates/{id}", db.Add(DuplicatePair.Suggest(two[0], two[1], new(1, [LikeReason.SameName]), World.Now)).Entity.Id, nothing);
            foreach (var one in (Partnership[])[here, there])
            {
                var seat = await db.Seats.Of(one).OrderBy(s => s.Number).FirstAsync();
                db.Add(CoverageRule.Agree(Actor.System("test"), World.Now, one.Id, new(RuleKind.Role, 3, Roundtable.Directory.PartnerRole.Assessment), []));
                db.Add(Tie.Say(Actor.System("test"), World.Now, seat, here.ConvenerId, TieKind.KnowsSomebody, null, []));
                var needs = await db.LanguageNeeds.Of(one).FirstOrDefaultAsync() ?? db.Add(new LanguageNeeds(one)).Entity;
                needs.Say(Actor.System("test"), World.Now, ["es"]);
            }
            db.Add(PlannedNeed.Plan(Actor.System("test"), World.Now, there.Id, "TAX"));
            foreach (var before in (string[])["needs", "planned-needs"]) Give($"{before}/{{code}}", "IMM", "TAX", "XXX");
            foreach (var before in (string[])["coverage-rules", "ties"]) Alike($"{before}/{{number}}", 1, 9999);
            foreach (var (before, purpose, person, partnership, subject) in new[]
            {
                ("me", LinkPurpose.Personal, (Guid?)story.Denise.Id, (Guid?)here.Id, (Guid?)null),
                ("answer", LinkPurpose.Invitation, sent.PersonId, here.Id, sent.Id),
                ("answers", LinkPurpose.Invitation, sent.PersonId, here.Id, sent.Id),
                ("sign-in", LinkPurpose.SignIn, story.Denise.Id, null, null),
                ("u", LinkPurpose.MailChoices, story.Denise.Id, null, letter),
                ("feeds", LinkPurpose.Feed, story.Denise.Id, here.Id, null),
            })
            {
                db.Add(Link.Make(purpose, World.Now, Duration.FromDays(20), out var own, person, partnership, subject));
                db.Add(Link.Make(purpose is LinkPurpose.Personal ? LinkPurpose.Invitation : LinkPurpose.Personal, World.Now, Duration.FromDays(20), out var foreign, story.Tom.Id, there.Id));
                Give($"{before}/{{token}}", own, foreign, $"{nothing:N}"[..22]);
            }
            string Kept(Person person) => db.Add(KeptForm.Of(person.Id, $"kept-{person.Id}", "/profile", [new("Input.CalledName", "Anita")], World.Now)).Entity is var _ ? $"kept-{person.Id}" : "";
            Give("kept/{secret}", Kept(story.Ana), Kept(story.Denise), nothing);
            return await db.SaveChangesAsync();
        });
    }

    private void GiveBodies(Partnership there)
    {
        Bodies["partnerships"] = """{"purpose":"Services under one roof","state":"VT","counties":["Washington"],"organization":"Library","city":"Barre","sector":"library"}""";
        Bodies["{partnership}"] = """{"name":"Another name"}""";
        Bodies["seats"] = $$"""{"organization":"{{there.ConvenerId}}"}""";
        Bodies["holders"] = """{"role":"liaison","fullName":"Kim Doe","email":"kim@example.org"}""";
        Bodies["{role}"] = Bodies["sending"] = Bodies["revocation"] = Bodies["merging"] = Bodies["difference"] = Bodies["separation"] = "";
        Bodies["offers"] = Bodies["brief"] = "[]";
        Bodies["term"] = """{"from":"2026-12-01"}""";
        Bodies["withdrawal"] = """{"reason":"Moved away"}""";
        Bodies["prospects"] = """{"name":"New library","sector":"library"}""";
        Bodies["stage"] = """{"stage":"contacted"}""";
        Bodies["outcome"] = """{"stage":"declined","reason":"no-time"}""";
        Bodies["contacts"] = """{"how":"phone"}""";
        Bodies["evidence"] = """{"kind":"spoken","words":"They said so"}""";
        Bodies["invitations"] = $$"""{"prospect":{{Samples["prospects/{number}"].Own}},"recipientName":"Kim Doe","recipientEmail":"kim@example.org"}""";
        Bodies["imports"] = "Name,City\nA,Barre\n";
        Bodies["completion"] = Bodies["undoing"] = "";
        Bodies["coverage-rules"] = """{"kind":"county"}""";
        Bodies["ties"] = $$"""{"seat":1,"organization":"{{there.ConvenerId}}","kind":"works-together"}""";
        Bodies["languages"] = """[{"language":"es","percent":9.5}]""";
        Bodies["planned-needs"] = """{"code":"LIC"}""";
        Bodies["partners"] = "[1]";
        Bodies["answers"] = """{"answer":"yes"}""";
    }

    private async Task<int> Make(string address, object what, string role = "elsewhere")
    {
        var response = await browsers[role].Send(new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(what) });
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{address}: {text}");
        return JsonDocument.Parse(text).RootElement.GetProperty("number").GetInt32();
    }

    /// <summary>Sends one request as somebody, with their own form token; nothing it does is kept.</summary>
    /// <param name="mailed">To the same site, where mail is set up.</param>
    public async Task<HttpResponseMessage> Try(string role, string method, string address, IEnumerable<KeyValuePair<string, string>>? form = null, string? json = null, bool mailed = false)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Add(Trial, "yes");
        if (form is not null)
            request.Content = new FormUrlEncodedContent(form.Append(new("_key", $"{Ids.New():N}")).Append(new("__RequestVerificationToken", tokens[role])));
        else if (json is not null)
        {
            request.Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
            request.Headers.Add("Idempotency-Key", $"{Ids.New():N}");
            request.Headers.TryAddWithoutValidation("If-Match", "*");
        }
        if (mailed)
        {
            using var there = mailing.Browser();
            there.Cookies.Add(browsers[role].Cookies.GetCookies(site));
            return await there.Send(request);
        }
        var response = await browsers[role].Send(request);
        Keep(role);
        return response;
    }

    /// <summary>Signing in or out was undone with the rest, so the browser keeps the cookie it came with.</summary>
    private void Keep(string role)
    {
        var cookies = browsers[role].Cookies;
        if (sessions[role] is { } session) cookies.Add(new System.Net.Cookie(Session, session, "/", "localhost"));
        else foreach (var cookie in cookies.GetCookies(site).Where(c => c.Name == Session)) cookie.Expired = true;
    }

    private async Task<string> TokenOf(string role)
    {
        var page = await browsers[role].Get("/profile");
        return page.Html.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in browsers.Values) browser.Dispose();
        await mailing.DisposeAsync();
        await World.DisposeAsync();
    }

    /// <summary>Every rule runs and every row is written, and then it is as if nobody had asked.</summary>
    private sealed class UndoTrials(IHttpContextAccessor http) : DbTransactionInterceptor
    {
        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            if (http.HttpContext?.Request.Headers.ContainsKey(Trial) is not true) return result;
            await transaction.RollbackAsync(cancellationToken);
            return InterceptionResult.Suppress();
        }
    }
}
