using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Api;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.Partnerships;

/// <summary>What a table wants covered, for programs: the needs it plans for and the languages people here speak.</summary>
public static class CoverageAimsApi
{
    internal static void MapCoverageAimsApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapApi();
        const string languages = "/partnerships/{partnership}/languages", needs = "/partnerships/{partnership}/planned-needs", need = $"{needs}/{{code}}";
        api.MapGet(languages, Languages).RequireAuthorization(Policies.Member).WithSummary("Lists the languages people here need help in, each with the percentage who speak it, where that is known.");
        api.MapPut(languages, SayLanguages).RequireAuthorization(Policies.Member).WithSummary("Says anew in which languages people here need help, and what percentage speaks each.");
        api.MapGet(needs, Needs).RequireAuthorization(Policies.Member).WithSummary("Lists what people come for that the partnership plans for.");
        api.MapPost(needs, Plan).RequireAuthorization(Policies.Member).WithSummary("Plans for a need, by its code, such as IMM.");
        api.MapGet(need, Need).RequireAuthorization(Policies.Member).WithSummary("Shows one planned need.");
        api.MapPut($"{need}/partners", SayWhoServes).RequireAuthorization(Policies.Member).WithSummary("Says which partners serve a need, by the numbers of their seats, besides those whose kind says it.");
        api.MapDelete(need, Drop).RequireAuthorization(Policies.Member).WithSummary("No longer plans for a need.");
    }

    private static async Task<One<LanguagesShown>> Languages([AsParameters] Call call, Texts t)
    {
        var here = await call.Here();
        return LanguagesShown.Of(await call.Db.LanguageNeeds.AsNoTracking().In(call.Actor).Of(here).FirstOrDefaultAsync() ?? new LanguageNeeds(here), t);
    }

    private static async Task<One<LanguagesShown>> SayLanguages([AsParameters] Call call, IReadOnlyList<LanguageSaid> said, Expected expected, Texts t)
    {
        var here = await call.Here();
        var needs = await call.Db.LanguageNeeds.In(call.Actor).Of(here).FirstOrDefaultAsync();
        expected.MustFit(needs?.Version ?? Guid.Empty);
        if (needs is null) call.Db.Add(needs = new LanguageNeeds(here));
        needs.Say(call.Actor, call.Now, [.. said.Select(l => new NeededLanguage(LanguageNames.Code(l.Language) ?? throw new Refusal("finder.language-wrong", "Other"), l.Percent))]);
        await call.Db.SaveChangesAsync();
        return LanguagesShown.Of(needs, t);
    }

    private static async Task<Listing<NeedPlannedFor>> Needs([AsParameters] Call call, [AsParameters] Paging page, Texts t, CancellationToken ct) =>
        await call.Db.PlannedNeeds.AsNoTracking().In(call.Actor).Of(await call.Here()).PageOf(page, n => NeedPlannedFor.Of(n, t), ct);

    private static async Task<Made<NeedPlannedFor>> Plan([AsParameters] Call call, NeedWanted wanted, Texts t)
    {
        var here = await call.Here();
        await call.Db.Turn(here.Id, nameof(PlannedNeed));
        var need = PlannedNeed.Plan(call.Actor, call.Now, here.Id, wanted.Code);
        if (await call.Db.PlannedNeeds.In(call.Actor).Of(here).AnyAsync(n => n.Code == need.Code)) throw new Refusal("coverage.need-there", "Code");
        call.Db.Add(need);
        await call.Db.SaveChangesAsync();
        return Answer.Made($"{ApiGroup.Prefix}/partnerships/{here.Slug}/planned-needs/{need.Code}", need, NeedPlannedFor.Of(need, t));
    }

    private static async Task<One<NeedPlannedFor>> Need([AsParameters] Call call, string code, Texts t)
    {
        var (_, need) = await Planned(call, code);
        return Answer.One(need, NeedPlannedFor.Of(need, t));
    }

    private static async Task<One<NeedPlannedFor>> SayWhoServes([AsParameters] Call call, string code, IReadOnlyList<int> seats, Expected expected, Texts t)
    {
        var (here, need) = await Planned(call, code);
        expected.MustFit(need);
        need.SayWhoServes(call.Actor, call.Now, [.. seats], [.. (await call.Db.Table(call.Actor, here.Id)).Select(s => s.Number)]);
        await call.Db.SaveChangesAsync();
        return Answer.One(need, NeedPlannedFor.Of(need, t));
    }

    private static async Task<NoContent> Drop([AsParameters] Call call, string code, Expected expected)
    {
        var (_, need) = await Planned(call, code);
        expected.MustFit(need);
        need.Drop(call.Actor, call.Now);
        call.Db.Remove(need);
        await call.Db.SaveChangesAsync();
        return TypedResults.NoContent();
    }

    private static async Task<(Partnership Here, PlannedNeed Need)> Planned(Call call, string code)
    {
        var here = await call.Here();
        return (here, await call.Db.PlannedNeeds.In(call.Actor).Of(here).FirstOrDefaultAsync(n => n.Code == code) ?? throw new NotFoundException());
    }
}

public sealed record LanguagesShown(IReadOnlyList<LanguageShown> Languages, Instant? SaidAt)
{
    internal static One<LanguagesShown> Of(LanguageNeeds needs, Texts t) =>
        new(needs.Version, new([.. needs.Languages.Select(l => new LanguageShown(l.Code, LanguageNames.Of(l.Code, t.Culture), l.Percent))], needs.SaidAt));
}

/// <param name="Percent">Of the people here who speak it; none when nobody has said.</param>
public sealed record LanguageShown(string Language, string Name, decimal? Percent);

/// <param name="Language">Its code or name.</param>
public sealed record LanguageSaid(string Language, decimal? Percent = null);

/// <param name="Partners">Numbers of the seats that people said serve it.</param>
public sealed record NeedPlannedFor(string Code, string Name, IReadOnlyList<int> Partners, Instant PlannedAt)
{
    internal static NeedPlannedFor Of(PlannedNeed n, Texts t) => new(n.Code, n.Kind.Name.In(t.Language), n.Seats, n.PlannedAt);
}

public sealed record NeedWanted(string Code);
