using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;
using Roundtable.Platform.Api;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.Decisions;

/// <summary>How a partnership decides each kind of motion, for programs.</summary>
public static class DecisionRulesApi
{
    internal static void MapDecisionRulesApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapApi();
        const string rules = "/partnerships/{partnership}/decision-rules", rule = $"{rules}/{{kind}}";
        api.MapGet(rules, List).RequireAuthorization(Policies.Member).WithSummary("Lists how each kind of motion is decided.");
        api.MapGet(rule, Get).RequireAuthorization(Policies.Member).WithSummary("Shows how one kind of motion is decided.");
        api.MapPut(rule, Agree).RequireAuthorization(Policies.Member).WithSummary("Writes down how a kind of motion is decided from now on; what is open keeps its rule.");
    }

    private static async Task<IReadOnlyList<RuleShown>> List([AsParameters] Call call, Texts t)
    {
        var agreed = await call.Db.AgreedRules.AsNoTracking().VisibleTo(call.Actor).Of(await call.Here()).ToDictionaryAsync(r => r.Kind);
        return [.. Enum.GetValues<MotionKind>().Select(k => RuleShown.Of(k, agreed.GetValueOrDefault(k), t))];
    }

    private static async Task<One<RuleShown>> Get([AsParameters] Call call, string kind, Texts t)
    {
        var (known, rule) = await Agreed(call, await call.Here(), kind);
        return new(rule?.Version ?? Guid.Empty, RuleShown.Of(known, rule, t));
    }

    private static async Task<One<RuleShown>> Agree([AsParameters] Call call, string kind, RuleWanted wanted, Expected expected, Texts t)
    {
        var here = await call.Here();
        var (known, rule) = await Agreed(call, here, kind);
        expected.MustFit(rule?.Version ?? Guid.Empty);
        if (rule is null) call.Db.Add(rule = new AgreedRule(here.Id, known));
        rule.Agree(call.Actor, new(wanted.Rule, wanted.QuorumPercent, wanted.AllowsSecret, wanted.OpenDays, wanted.RatificationDays), call.Now);
        await call.Db.SaveChangesAsync();
        return new(rule.Version, RuleShown.Of(known, rule, t));
    }

    private static async Task<(MotionKind Kind, AgreedRule? Rule)> Agreed(Call call, Partnership here, string kind)
    {
        var known = Codes.Read<MotionKind>(kind) ?? throw new NotFoundException();
        return (known, await call.Db.AgreedRules.VisibleTo(call.Actor).Of(here).FirstOrDefaultAsync(r => r.Kind == known));
    }
}

/// <summary>How one kind of motion is decided.</summary>
/// <param name="AgreedAt">None: as is usual, because nothing was agreed.</param>
public sealed record RuleShown(MotionKind Kind, DecisionRule Rule, string RuleWords, int QuorumPercent, bool AllowsSecret, int OpenDays, int RatificationDays, Instant? AgreedAt)
{
    internal static RuleShown Of(MotionKind kind, AgreedRule? agreed, Texts t)
    {
        var terms = agreed?.Terms ?? RuleTerms.UsualFor(kind);
        return new(kind, terms.Rule, t.Rule(terms.Rule), terms.QuorumPercent, terms.AllowsSecret, terms.OpenDays, terms.RatificationDays, agreed?.AgreedAt);
    }
}

public sealed record RuleWanted(DecisionRule Rule, int QuorumPercent, int OpenDays, int RatificationDays, bool AllowsSecret = false);
