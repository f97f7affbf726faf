using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Api;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;

namespace Roundtable.Platform.Mail;

/// <summary>The letters that did not get through as a file for spreadsheets: whom to reach another way.</summary>
internal static class MailSheetApi
{
    public static void MapMailSheet(this IEndpointRouteBuilder app) =>
        app.MapSheet("/admin/mail", Stuck, "The letters on their way and those that did not get through.").RequireAuthorization(Policies.Administrator);

    private static async Task<Sheet> Stuck(RoundtableDb db, IClock clock, Texts t, CancellationToken ct)
    {
        var letters = await db.Letters.Stuck().Select(l => new { l.Address, l.KindName, l.State, l.CreatedAt, l.Tries, l.Reason, l.Answer }).ToListAsync(ct);
        return new("mail", clock.GetCurrentInstant().InUtc().Date, [t["mail.to"], t["mail.kind"], t["mail.state"], t["mail.written"], t["mail.tries"], t["mail.reason"]],
            letters.Select(l => new object?[] { l.Address, t[l.KindName], t[$"mail.state.{l.State}"], l.CreatedAt.InUtc().Date, l.Tries, l.Reason is null ? null : $"{t[l.Reason]} {l.Answer}".TrimEnd() }));
    }
}
