using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Platform.Mail;

/// <summary>Stopping mail: by the button on the page, and by the mail reader itself (RFC 8058) without a person looking.</summary>
public static class MailApi
{
    public static IEndpointRouteBuilder MapMail(this IEndpointRouteBuilder app)
    {
        // Before the page at the same address, which only shows: mail readers send no form name and no antiforgery token.
        app.MapPost("/u/{token}", Answer).AllowAnonymous().DisableAntiforgery().WithOrder(-1).WithSummary("Stops a kind of mail, or starts it again.");
        app.MapMailSheet();
        return app;
    }

    private static async Task<IResult> Answer(string token, HttpContext http, RoundtableDb db, IClock clock, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var link = await db.Links.OfSecret(LinkPurpose.MailChoices, token);
        var letter = link is null ? null : await db.Letters.FirstOrDefaultAsync(l => l.Id == link.SubjectId, ct);
        if (letter is null || link!.StateAt(now) is not LinkState.Good) return Results.NotFound();
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(ct) : FormCollection.Empty;
        var act = form["Act"].ToString();
        link.Use(now);
        if (act is "start") await Start(db, letter, ct);
        else await Stop(db, letter, act is "every" ? LetterKind.Every : letter.Kind, now, ct);
        await db.SaveChangesAsync(ct);
        return form.ContainsKey("List-Unsubscribe") ? Results.Ok() : Results.Redirect($"/u/{token}");
    }

    private static async Task Stop(RoundtableDb db, Letter letter, string kind, Instant now, CancellationToken ct)
    {
        if (!await db.MailStops.AnyAsync(s => s.AddressHash == letter.AddressHash && s.Kind == kind, ct))
            db.Add(new MailStop(letter.PersonId, letter.AddressHash, kind, now));
        var waiting = await db.Letters.Where(l => l.AddressHash == letter.AddressHash && l.State == LetterState.Waiting && l.CanBeStopped
            && (l.Kind == kind || kind == LetterKind.Every)).ToListAsync(ct);
        foreach (var one in waiting) one.Cancel(now);
    }

    private static async Task Start(RoundtableDb db, Letter letter, CancellationToken ct) =>
        db.RemoveRange(await db.MailStops.Of(letter.PersonId, letter.AddressHash).Where(s => s.Kind == letter.Kind || s.Kind == LetterKind.Every).ToListAsync(ct));
}
