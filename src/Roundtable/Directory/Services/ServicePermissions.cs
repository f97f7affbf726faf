using Roundtable.Platform;
using Roundtable.Platform.Access;

namespace Roundtable.Directory.Services;

/// <summary>Who keeps an organization's services and places: its own people, by account or personal link, conveners, administrators.</summary>
public static class ServicePermissions
{
    public static bool MayKeep(this Actor actor, Guid organization) =>
        actor.IsSystem || actor.IsAdministrator || actor.Standings.Any(s => s.Role is Role.Convener || IsOf(s, organization));

    internal static void MustKeep(this Actor actor, Guid organization)
    {
        if (!actor.MayKeep(organization)) throw new Refusal("access.not-allowed");
    }

    internal static Assurer AssurerOf(this Actor actor, Guid organization) =>
        actor.IsSystem ? Assurer.Source
        : actor.Standings.Any(s => IsOf(s, organization)) ? Assurer.Organization
        : actor.IsAdministrator ? Assurer.Administrator : Assurer.Partnership;

    private static bool IsOf(Standing standing, Guid organization) => standing.OrganizationId == organization && standing.Role is not Role.LinkHolder;
}
