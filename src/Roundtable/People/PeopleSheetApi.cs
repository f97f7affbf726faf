using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Api;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;

namespace Roundtable.People;

/// <summary>The people of the site as a file for spreadsheets. Names and addresses: for administrators alone.</summary>
public static class PeopleSheetApi
{
    internal static void MapPeopleSheet(this IEndpointRouteBuilder app) =>
        app.MapSheet(PeopleUrls.AdminPeople, People, "The people of the site, those whose name or address holds the words if there are any.").RequireAuthorization(Policies.Administrator);

    private static async Task<Sheet> People(string? q, RoundtableDb db, IClock clock, Texts t, CancellationToken ct)
    {
        var people = await db.People.AsNoTracking().Matching(q).InOrder().ToListAsync(ct);
        return new("people", clock.GetCurrentInstant().InUtc().Date, [t["people.full-name"], t["people.email"], t["people.admin.state"], t["people.admin.since"]],
            people.Select(p => new object?[] { p.FullName, p.Email, string.Join("; ", new[] { p.IsAdministrator ? t["people.administrator"] : null, p.IsSuspended ? t["people.suspended.tag"] : null }.OfType<string>().DefaultIfEmpty(t["people.member"])), p.KnownSince.InUtc().Date }));
    }
}
