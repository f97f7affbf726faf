using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Directory.Services;

/// <summary>Phrases on services and places.</summary>
public static class ServiceQueries
{
    /// <summary>As with organizations: what stands at one from open data is for everybody, the rest for those who work here and the organization's own people.</summary>
    public static IQueryable<ServiceOffered> VisibleTo(this IQueryable<ServiceOffered> services, Actor actor)
    {
        if (actor.IsSignedIn || actor.IsSystem) return services;
        var own = OwnOf(actor);
        return services.Where(s => s.Organization!.ListedIn != null || own.Contains(s.OrganizationId));
    }

    /// <inheritdoc cref="VisibleTo(IQueryable{ServiceOffered}, Actor)"/>
    public static IQueryable<Location> VisibleTo(this IQueryable<Location> locations, Actor actor)
    {
        if (actor.IsSignedIn || actor.IsSystem) return locations;
        var own = OwnOf(actor);
        return locations.Where(l => l.Organization!.ListedIn != null || own.Contains(l.OrganizationId));
    }

    /// <summary>For everybody, in HSDS too: at an organization from open data that is still listed.</summary>
    public static IQueryable<ServiceOffered> Published(this IQueryable<ServiceOffered> services) => services.Where(s => s.Organization!.ListedIn != null && s.Organization.NoLongerListed == null);

    /// <inheritdoc cref="Published(IQueryable{ServiceOffered})"/>
    public static IQueryable<Location> Published(this IQueryable<Location> locations) => locations.Where(l => l.ClosedOn == null && l.Organization!.ListedIn != null && l.Organization.NoLongerListed == null);

    public static IQueryable<ServiceOffered> Of(this IQueryable<ServiceOffered> services, Guid organization) => services.Where(s => s.OrganizationId == organization);
    public static IQueryable<Location> Of(this IQueryable<Location> locations, Guid organization) => locations.Where(l => l.OrganizationId == organization);

    public static IQueryable<ServiceOffered> WithParts(this IQueryable<ServiceOffered> services) => services.Include(s => s.Places).ThenInclude(p => p.Location).Include(s => s.Terms).ThenInclude(t => t.Term).AsSplitQuery();

    /// <summary>What an organization offers, open first, by name.</summary>
    public static Task<List<ServiceOffered>> ServicesOf(this RoundtableDb db, Guid organization, Actor actor, CancellationToken ct = default) =>
        db.ServicesOffered.AsNoTracking().VisibleTo(actor).Of(organization).OrderBy(s => s.Status == ServiceStatus.Active ? 0 : 1).ThenBy(s => s.Name).Take(500).ToListAsync(ct);

    /// <summary>Adds a service or puts one right, and makes its organization findable by it.</summary>
    public static async Task<ServiceOffered> Write(this RoundtableDb db, Actor actor, Instant now, Organization organization, ServiceOffered? service, ServiceEntry entry, IReadOnlyCollection<Location> its)
    {
        if (service is null) db.Add(service = ServiceOffered.Offer(actor, now, organization, entry, its));
        else service.Correct(actor, now, entry, its);
        organization.Offer((await db.ServicesOffered.AsNoTracking().Of(organization.Id).Where(s => s.Id != service.Id).Include(s => s.Terms).ThenInclude(t => t.Term).ToListAsync()).Append(service));
        return service;
    }

    /// <summary>Adds a place or puts one right, and makes its organization findable near it.</summary>
    public static async Task<Location> Write(this RoundtableDb db, Actor actor, Instant now, Organization organization, Location? location, LocationEntry entry, PlaceBook places)
    {
        var located = places.Locate(entry.Zip, entry.City, entry.State?.Trim().ToUpperInvariant());
        if (location is null) db.Add(location = Location.Open(actor, now, organization, entry, located));
        else location.Correct(actor, now, entry, located);
        organization.WorkAt([.. await db.Locations.AsNoTracking().Of(organization.Id).Where(l => l.Id != location.Id).ToListAsync(), location]);
        return location;
    }

    /// <summary>Makes tracked organizations findable near the places they have now: one statement for all.</summary>
    internal static async Task FindByPlaces(this RoundtableDb db, IReadOnlyCollection<Organization> organizations, CancellationToken ct)
    {
        if (organizations.Count == 0) return;
        var ids = organizations.Select(o => o.Id).ToArray();
        var all = (await db.Locations.AsNoTracking().Where(l => EF.Parameter(ids).Contains(l.OrganizationId)).ToListAsync(ct)).ToLookup(l => l.OrganizationId);
        foreach (var organization in organizations) organization.WorkAt([.. all[organization.Id]]);
    }

    /// <summary>Somebody who knows says of all that is known of an organization: still right.</summary>
    public static async Task AssureAll(this RoundtableDb db, Actor actor, Instant now, Organization organization)
    {
        actor.MustKeep(organization.Id);
        organization.Confirm(actor, now);
        foreach (var service in await db.ServicesOffered.Of(organization.Id).ToListAsync()) service.Assure(actor, now);
        foreach (var location in await db.Locations.Of(organization.Id).ToListAsync()) location.Assure(actor, now);
    }

    // The public sees no closed place and no hidden address.
    public static bool SeesAddressOf(this Actor actor, Location location) => !location.IsHidden || actor.MayKeep(location.OrganizationId);

    private static Guid[] OwnOf(Actor actor) => [.. actor.Standings.Select(s => s.OrganizationId).OfType<Guid>().Distinct()];
}
