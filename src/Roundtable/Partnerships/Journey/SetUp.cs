using Roundtable.Platform.Access;

namespace Roundtable.Partnerships;

/// <summary>One task of "Set up your partnership". Done when the records say so.</summary>
public sealed record SetUpTask(string Key, bool IsDone, string Href);

/// <summary>The first tasks of a new partnership, in any order; gone once three organizations sit at the table.</summary>
public static class SetUp
{
    public static IReadOnlyList<SetUpTask> TasksFor(Partnership partnership, IReadOnlyList<SeatView> table, int prospects, int invited)
    {
        if (table.Count >= 3 || table.FirstOrDefault(s => s.OrganizationId == partnership.ConvenerId) is not { } own) return [];
        return
        [
            new("partnerships.set-up.purpose", true, Urls.Settings(partnership)),
            new("partnerships.set-up.seat", true, Urls.Seat(partnership, own.Number)),
            new("partnerships.set-up.offer", own.Offers.Count > 0, Urls.Offers(partnership, own.Number)),
            new("partnerships.set-up.signer", own.Has(Role.Signer), Urls.Holders(partnership, own.Number)),
            new("partnerships.set-up.brief", own.SharedItems > 0, Urls.Brief(partnership, own.Number)),
            new("partnerships.set-up.names", prospects > 0, ProspectUrls.Paste(partnership)),
            new("partnerships.set-up.invite", invited > 0, ProspectUrls.All(partnership)),
        ];
    }
}
