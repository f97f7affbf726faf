using CsvHelper;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Api;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.Partnerships;

/// <summary>Seats and briefs for programs, and the list of partners as a file.</summary>
public static class SeatsApi
{
    internal static void MapSeatsApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapApi();
        const string seats = "/partnerships/{partnership}/seats", seat = $"{seats}/{{number:int}}";
        api.MapGet(seats, List).RequireAuthorization(Policies.Member).WithSummary("Lists the seats of a partnership.");
        api.MapPost(seats, Take).RequireAuthorization(Policies.Member).WithSummary("Seats an organization that has said yes.");
        api.MapGet(seat, Get).RequireAuthorization(Policies.Member).WithSummary("Shows one seat with who holds what and what is offered.");
        api.MapPost($"{seat}/holders", Fill).RequireAuthorization(Policies.Member).WithSummary("Gives a role of the seat to a person, or to a successor.");
        api.MapDelete($"{seat}/holders/{{role}}", Vacate).RequireAuthorization(Policies.Member).WithSummary("Says that a person left; the role stands vacant.");
        api.MapPut($"{seat}/offers", Offer).RequireAuthorization(Policies.Member).WithSummary("Says what the organization offers in the five roles.");
        api.MapPut($"{seat}/term", Agree).RequireAuthorization(Policies.Member).WithSummary("Sets the term of the seat.");
        api.MapPost($"{seat}/withdrawal", Withdraw).RequireAuthorization(Policies.Member).WithSummary("The organization leaves; its history stays.");
        api.MapGet($"{seat}/brief", Brief).RequireAuthorization(Policies.Member).WithSummary("Shows the items of an organization's brief that you may read.");
        api.MapPut($"{seat}/brief", Write).RequireAuthorization(Policies.Member).WithSummary("Writes items of a brief, each with who may see it.").WithoutIfMatch();
        app.MapGet("/w/{partnership}/partners.csv", Csv).RequireAuthorization(Policies.Member).WithSummary("The list of partners as a spreadsheet file.");
    }

    private static async Task<Listing<SeatShown>> List(string partnership, RoundtableDb db, CurrentActor who, [AsParameters] Paging page, CancellationToken ct) =>
        await db.Seats.AsNoTracking().VisibleTo(who.Actor).Of(await db.Here(who.Actor, partnership)).PageOf(page, SeatShown.Of, ct);

    private static async Task<One<SeatShown>> Get(string partnership, int number, RoundtableDb db, CurrentActor who)
    {
        var (_, seat) = await One(db, who.Actor, partnership, number);
        return Answer.One(seat, SeatShown.Of(seat));
    }

    private static async Task<Made<SeatShown>> Take(string partnership, SeatWanted wanted, RoundtableDb db, CurrentActor who, IClock clock)
    {
        var (here, now) = (await db.Here(who.Actor, partnership), clock.GetCurrentInstant());
        var organization = await db.Organizations.FirstOrDefaultAsync(o => o.Id == wanted.Organization) ?? throw new Refusal("partnerships.organization-missing", "Organization");
        var already = await db.Seats.VisibleTo(who.Actor).Of(here).Where(s => s.OrganizationId == organization.Id).ToListAsync();
        var seat = Seat.Take(who.Actor, here, organization.Id, already, now, wanted.IsObserver, wanted.IsKeyPlayer);
        db.Add(seat);
        await db.SaveChangesAsync();
        return Answer.Made($"{ApiGroup.Prefix}/partnerships/{here.Slug}/seats/{seat.Number}", seat, SeatShown.Of(seat));
    }

    private static Task<One<SeatShown>> Fill(string partnership, int number, HolderWanted wanted, RoundtableDb db, CurrentActor who, IClock clock) =>
        Change(db, who, clock, partnership, number, async (here, seat, now) =>
        {
            if (!who.Actor.MayKeep(seat)) throw new Refusal("access.not-allowed");
            var person = await db.PersonMeant(wanted.FullName, wanted.Email, here.Language, now);
            if (seat.Current(wanted.Role) is null) seat.Fill(who.Actor, wanted.Role, person.Id, here.Today(now), now);
            else seat.Succeed(who.Actor, wanted.Role, person.Id, here.Today(now), now);
        });

    private static Task<One<SeatShown>> Vacate(string partnership, int number, string role, RoundtableDb db, CurrentActor who, IClock clock) =>
        Change(db, who, clock, partnership, number, (here, seat, now) => seat.Vacate(who.Actor, Codes.Read<Role>(role) ?? throw new Refusal("partnerships.role-missing", "Role"), here.Today(now), now));

    private static Task<One<SeatShown>> Offer(string partnership, int number, IReadOnlyList<OfferedRole> offered, Expected expected, RoundtableDb db, CurrentActor who, IClock clock) =>
        Change(db, who, clock, partnership, number, (_, seat, now) => { expected.MustFit(seat); seat.Offer(who.Actor, [.. offered], now); });

    private static Task<One<SeatShown>> Agree(string partnership, int number, TermWanted term, Expected expected, RoundtableDb db, CurrentActor who, IClock clock) =>
        Change(db, who, clock, partnership, number, (_, seat, now) => { expected.MustFit(seat); seat.Agree(who.Actor, term.From, term.Until, now); });

    private static Task<One<SeatShown>> Withdraw(string partnership, int number, WithdrawalWanted withdrawal, RoundtableDb db, CurrentActor who, IClock clock) =>
        Change(db, who, clock, partnership, number, (here, seat, now) => seat.Withdraw(who.Actor, here, withdrawal.Reason, here.Today(now), now));

    private static async Task<IReadOnlyList<BriefItemShown>> Brief(string partnership, int number, RoundtableDb db, CurrentActor who)
    {
        var (here, seat) = await One(db, who.Actor, partnership, number);
        return await db.BriefItems.AsNoTracking().VisibleTo(who.Actor).Of(here).Where(i => i.SeatId == seat.Id && i.Text != null).OrderBy(i => i.Kind)
            .Select(i => new BriefItemShown(i.Kind, i.Text, i.Visibility, i.WrittenAt)).ToListAsync();
    }

    private static async Task<IReadOnlyList<BriefItemShown>> Write(string partnership, int number, IReadOnlyList<BriefText> texts, RoundtableDb db, CurrentActor who, IClock clock)
    {
        var (_, seat) = await One(db, who.Actor, partnership, number);
        if (!who.Actor.MayKeep(seat)) throw new Refusal("access.not-allowed");
        var brief = await db.Briefs.KeptBy(who.Actor).FirstOrDefaultAsync(b => b.SeatId == seat.Id);
        if (brief is null) db.Add(brief = new Brief(seat));
        brief.Write(who.Actor, seat, [.. texts], clock.GetCurrentInstant());
        await db.SaveChangesAsync();
        return await Brief(partnership, number, db, who);
    }

    private static async Task<IResult> Csv(string partnership, RoundtableDb db, CurrentActor who, IClock clock, Texts t)
    {
        var here = await db.Here(who.Actor, partnership);
        var rows = await db.Table(who.Actor, here.Id);
        var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, new CsvWriterOptions { NewLine = "\r\n", WriteByteOrderMark = true, Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            csv.WriteRecord([t["partnerships.column.number"], t["partnerships.column.organization"], t["partnerships.column.sector"], t["partnerships.new.city"], t["partnerships.column.roles"], t["partnerships.column.people"], t["partnerships.column.state"], t["partnerships.column.since"], t["partnerships.term.until"]]);
            foreach (var s in rows)
                csv.WriteRecord([$"{s.Number}", s.Name, t.Sector(s.Sector), s.City ?? "", string.Join("; ", s.Offers.Select(t.Role)), string.Join("; ", Seat.Roles.Where(s.Has).Select(t.Holding)),
                    t[s.IsObserver ? "partnerships.state.observer" : "partnerships.state.seated"], $"{here.Today(s.SeatedAt):R}", s.TermUntil is { } until ? $"{until:R}" : ""]);
        }
        file.Position = 0;
        return Microsoft.AspNetCore.Http.Results.File(file, "text/csv; charset=utf-8", $"{here.Slug}-partners-{here.Today(clock.GetCurrentInstant()):R}.csv");
    }

    private static async Task<(Partnership Here, Seat Seat)> One(RoundtableDb db, Actor actor, string partnership, int number)
    {
        var here = await db.Here(actor, partnership);
        return (here, await db.Seats.VisibleTo(actor).Of(here).Numbered(number) ?? throw new NotFoundException());
    }

    private static Task<One<SeatShown>> Change(RoundtableDb db, CurrentActor who, IClock clock, string partnership, int number, Action<Partnership, Seat, Instant> act) =>
        Change(db, who, clock, partnership, number, (here, seat, now) => { act(here, seat, now); return Task.CompletedTask; });

    private static async Task<One<SeatShown>> Change(RoundtableDb db, CurrentActor who, IClock clock, string partnership, int number, Func<Partnership, Seat, Instant, Task> act)
    {
        var (here, seat) = await One(db, who.Actor, partnership, number);
        await act(here, seat, clock.GetCurrentInstant());
        await db.SaveChangesAsync();
        return Answer.One(seat, SeatShown.Of(seat));
    }
}

public sealed record SeatShown(int Number, Guid Organization, SeatState State, bool IsObserver, bool IsKeyPlayer, LocalDate TermFrom, LocalDate? TermUntil, LocalDate? WithdrawnOn,
    IReadOnlyList<HolderShown> Holders, IReadOnlyList<OfferedRole> Offers)
{
    internal static SeatShown Of(Seat s) => new(s.Number, s.OrganizationId, s.State, s.IsObserver, s.IsKeyPlayer, s.TermFrom, s.TermUntil, s.WithdrawnOn,
        [.. s.Holders.OrderBy(h => h.From).Select(h => new HolderShown(h.Role, h.PersonId, h.From, h.Until))], [.. s.Offers.OrderBy(o => o.Role).Select(o => o.Offered)]);
}

public sealed record HolderShown(Role Role, Guid Person, LocalDate From, LocalDate? Until);
public sealed record SeatWanted(Guid Organization, bool IsObserver = false, bool IsKeyPlayer = false);
public sealed record HolderWanted(Role Role, string FullName, string Email);
public sealed record TermWanted(LocalDate From, LocalDate? Until = null);
public sealed record WithdrawalWanted(string Reason);
public sealed record BriefItemShown(BriefKind Kind, string? Text, Visibility Visibility, Instant WrittenAt);
