using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Api;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

/// <summary>Seats and briefs for programs.</summary>
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
        api.MapPut($"{seat}/brief", Write).RequireAuthorization(Policies.Member).WithSummary("Writes items of a brief, each with who may see it.");
    }

    private static async Task<Listing<SeatShown>> List([AsParameters] Call call, [AsParameters] Paging page, CancellationToken ct) =>
        await call.Db.Seats.AsNoTracking().VisibleTo(call.Actor).Of(await call.Here()).PageOf(page, SeatShown.Of, ct);

    private static async Task<One<SeatShown>> Get([AsParameters] Call call, int number)
    {
        var (_, seat) = await call.Seat(number);
        return Answer.One(seat, SeatShown.Of(seat));
    }

    private static async Task<Made<SeatShown>> Take([AsParameters] Call call, SeatWanted wanted)
    {
        var here = await call.Here();
        var organization = await call.Db.Organizations.FirstOrDefaultAsync(o => o.Id == wanted.Organization) ?? throw new Refusal("partnerships.organization-missing", "Organization");
        var already = await call.Db.Seats.VisibleTo(call.Actor).Of(here).Where(s => s.OrganizationId == organization.Id).ToListAsync();
        var seat = Seat.Take(call.Actor, here, organization.Id, already, call.Now, wanted.IsObserver, wanted.IsKeyPlayer);
        call.Db.Add(seat);
        await call.Db.SaveChangesAsync();
        return Answer.Made($"{ApiGroup.Prefix}/partnerships/{here.Slug}/seats/{seat.Number}", seat, SeatShown.Of(seat));
    }

    private static Task<One<SeatShown>> Fill([AsParameters] Call call, int number, HolderWanted wanted) => Change(call, number, async (here, seat) =>
    {
        if (!call.Actor.MayKeep(seat)) throw new Refusal("access.not-allowed");
        var person = await call.Db.PersonMeant(wanted.FullName, wanted.Email, here.Language, call.Now);
        if (seat.Current(wanted.Role) is null) seat.Fill(call.Actor, wanted.Role, person.Id, here.Today(call.Now), call.Now);
        else seat.Succeed(call.Actor, wanted.Role, person.Id, here.Today(call.Now), call.Now);
    });

    private static Task<One<SeatShown>> Vacate([AsParameters] Call call, int number, string role, Expected expected) => Change(call, number, (here, seat) =>
    {
        expected.MustFit(seat);
        seat.Vacate(call.Actor, Codes.Read<Role>(role) ?? throw new Refusal("partnerships.role-missing", "Role"), here.Today(call.Now), call.Now);
    });

    private static Task<One<SeatShown>> Offer([AsParameters] Call call, int number, IReadOnlyList<OfferedRole> offered, Expected expected) =>
        Change(call, number, (_, seat) => { expected.MustFit(seat); seat.Offer(call.Actor, [.. offered], call.Now); });

    private static Task<One<SeatShown>> Agree([AsParameters] Call call, int number, TermWanted term, Expected expected) =>
        Change(call, number, (_, seat) => { expected.MustFit(seat); seat.Agree(call.Actor, term.From, term.Until, call.Now); });

    private static Task<One<SeatShown>> Withdraw([AsParameters] Call call, int number, WithdrawalWanted withdrawal) =>
        Change(call, number, (here, seat) => seat.Withdraw(call.Actor, here, withdrawal.Reason, here.Today(call.Now), call.Now));

    private static async Task<One<IReadOnlyList<BriefItemShown>>> Brief([AsParameters] Call call, int number)
    {
        var (_, seat) = await call.Seat(number);
        return await Shown(call, seat, await call.Db.Briefs.AsNoTracking().Where(b => b.SeatId == seat.Id).Select(b => b.Version).FirstOrDefaultAsync());
    }

    private static async Task<One<IReadOnlyList<BriefItemShown>>> Write([AsParameters] Call call, int number, IReadOnlyList<BriefText> texts, Expected expected)
    {
        var (_, seat) = await call.Seat(number);
        if (!call.Actor.MayKeep(seat)) throw new Refusal("access.not-allowed");
        var brief = await call.Db.Briefs.KeptBy(call.Actor).FirstOrDefaultAsync(b => b.SeatId == seat.Id);
        expected.MustFit(brief?.Version ?? Guid.Empty);
        if (brief is null) call.Db.Add(brief = new Brief(seat));
        brief.Write(call.Actor, seat, [.. texts], call.Now);
        await call.Db.SaveChangesAsync();
        return await Shown(call, seat, brief.Version);
    }

    private static async Task<One<IReadOnlyList<BriefItemShown>>> Shown(Call call, Seat seat, Guid version) =>
        new(version, await call.Db.BriefItems.AsNoTracking().VisibleTo(call.Actor).Where(i => i.SeatId == seat.Id && i.Text != null).OrderBy(i => i.Kind)
            .Select(i => new BriefItemShown(i.Kind, i.Text, i.Visibility, i.WrittenAt)).ToListAsync());

    private static Task<One<SeatShown>> Change(Call call, int number, Action<Partnership, Seat> act) =>
        Change(call, number, (here, seat) => { act(here, seat); return Task.CompletedTask; });

    private static async Task<One<SeatShown>> Change(Call call, int number, Func<Partnership, Seat, Task> act)
    {
        var (here, seat) = await call.Seat(number);
        await act(here, seat);
        await call.Db.SaveChangesAsync();
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
