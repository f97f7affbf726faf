using NodaTime;
using Roundtable.Directory;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

/// <summary>Something people come for that the table plans for, such as help with immigration forms, and who of the table said they serve it.</summary>
public sealed class PlannedNeed : PartnershipRecord
{
    private PlannedNeed() { }

    /// <summary>Code of a common service need.</summary>
    public string Code { get; private init; } = "";

    /// <summary>Numbers of seats with a blank between: those whose kind does not say it.</summary>
    public string SeatNumbers { get; private set; } = "";
    public Instant PlannedAt { get; private init; }

    public IReadOnlyList<int> Seats => [.. SeatNumbers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture))];
    public ServiceNeedKind Kind => OrganizationKinds.Need(Code)!;

    /// <summary>Where it stands among the common needs.</summary>
    public int Position => OrganizationKinds.Needs.Index().FirstOrDefault(n => n.Item.Code == Code).Index;

    /// <exception cref="Refusal">Not one of the table, or no such need.</exception>
    public static PlannedNeed Plan(Actor actor, Instant now, Guid partnership, string code)
    {
        actor.Must(ProspectPermissions.Work, partnership);
        var need = new PlannedNeed { PartnershipId = partnership, Code = OrganizationKinds.Need(code)?.Code ?? throw new Refusal("coverage.need-unknown", "Needs", code), PlannedAt = now };
        need.Log(actor, now, new NeedPlanned(need.Code));
        return need;
    }

    /// <summary>Says who at the table serves it, whatever their kind.</summary>
    /// <exception cref="Refusal">A number that no seat of this table has.</exception>
    public void SayWhoServes(Actor actor, Instant now, IReadOnlyCollection<int> seats, IReadOnlyCollection<int> table)
    {
        actor.Must(ProspectPermissions.Work, PartnershipId);
        if (seats.Any(s => !table.Contains(s))) throw new Refusal("coverage.seat-unknown", "Seats");
        SeatNumbers = string.Join(' ', seats.Distinct().Order());
        Log(actor, now, new NeedServed(Code, seats.Count));
    }

    /// <summary>The table no longer plans for it. To be removed with it.</summary>
    public void Drop(Actor actor, Instant now)
    {
        actor.Must(ProspectPermissions.Work, PartnershipId);
        Log(actor, now, new NeedDropped(Code));
    }
}
