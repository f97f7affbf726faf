using Roundtable.Directory;
using Roundtable.Platform.Access;

namespace Roundtable.Partnerships;

/// <summary>Who is at the table, and whether all five roles are taken: step 1 and the fourth requirement.</summary>
public sealed class PartnersFound(JourneyPart part) : JourneyRule
{
    public override JourneyPart Part => part;

    public override Task<Finding> Evaluate(JourneyView view)
    {
        var roles = Enum.GetValues<PartnerRole>();
        var missing = roles.Where(r => view.Table.All(s => !s.Offers.Contains(r))).ToList();
        // One organization that offers everything is not yet a partnership.
        var have = view.Members.Count < 2 ? Math.Min(roles.Length - missing.Count, roles.Length - 1) : roles.Length - missing.Count;
        var proof = part is JourneyPart.CommonConcern
            ? new Sentence("partnerships.proof.concern", view.Members.Count, view.Table.Count(s => s.IsKeyPlayer))
            : new Sentence("partnerships.proof.roles", roles.Length - missing.Count, roles.Length);
        var gap = missing.Count > 0 ? new Sentence($"partnerships.find.{Codes.Of(missing[0])}") : view.Members.Count < 2 ? new Sentence("partnerships.find.partners") : null;
        return Task.FromResult(new Finding(have, roles.Length, proof, gap, missing.Count > 0 ? ProspectUrls.Finder(view.Partnership, missing[0]) : ProspectUrls.Missing(view.Partnership)));
    }
}

/// <summary>Step 2: in how many organizations somebody is named and has offered or told something.</summary>
public sealed class Owned : JourneyRule
{
    public override JourneyPart Part => JourneyPart.Ownership;

    public override Task<Finding> Evaluate(JourneyView view)
    {
        var members = view.Members;
        if (members.Count < 2)
            return Task.FromResult(new Finding(0, 0, new("partnerships.proof.alone"), new("partnerships.find.partners"), ProspectUrls.Missing(view.Partnership)));
        var silent = members.FirstOrDefault(s => !s.HasTakenPart);
        return Task.FromResult(new Finding(members.Count(s => s.HasTakenPart), members.Count,
            new("partnerships.proof.ownership", members.Count(s => s.HasTakenPart), members.Count),
            silent is null ? null : new("partnerships.gap.ask", silent.Name),
            silent is null ? null : view.ScreenOf(silent, silent.Filled.Count == 0 ? Urls.Holders : Urls.Offers)));
    }
}

/// <summary>Step 4: whose constituency, mandate, limits or wants the others may read.</summary>
public sealed class AgendasKnown : JourneyRule
{
    public override JourneyPart Part => JourneyPart.Agendas;

    public override Task<Finding> Evaluate(JourneyView view)
    {
        var shared = view.Members.Count(s => s.SharedItems > 0);
        var own = view.Members.FirstOrDefault(s => s.SharedItems == 0 && view.Actor.HoldsSeat(s.Id));
        var next = own ?? view.Members.FirstOrDefault(s => s.SharedItems == 0);
        return Task.FromResult(new Finding(shared, view.Members.Count, new("partnerships.proof.briefs", shared, view.Members.Count),
            next is null ? null : own is not null ? new("partnerships.gap.own-brief") : new("partnerships.gap.brief", next.Name),
            next is null ? null : Urls.Brief(view.Partnership, next.Number)));
    }
}

/// <summary>Third requirement: seats with somebody who speaks and somebody who may sign.</summary>
public sealed class PartnershipCreated : JourneyRule
{
    public override JourneyPart Part => JourneyPart.CreatedPartnership;

    public override Task<Finding> Evaluate(JourneyView view)
    {
        static bool Complete(SeatView seat) => seat.Has(Role.Representative) && seat.Has(Role.Signer);
        var open = view.Members.FirstOrDefault(s => !Complete(s));
        return Task.FromResult(new Finding(view.Members.Count(Complete), Math.Max(2, view.Members.Count),
            new("partnerships.proof.seats", view.Members.Count(Complete), view.Members.Count),
            open is null ? new("partnerships.find.partners") : new("partnerships.gap.fill", open.Name),
            open is null ? ProspectUrls.Missing(view.Partnership) : view.ScreenOf(open, Urls.Holders)));
    }
}
