namespace Roundtable.Platform.Access;

/// <summary>What a person is in a partnership. One person may be several.</summary>
public enum Role { Convener, Facilitator, Representative, Alternate, Signer, Liaison, Observer, LinkHolder }

/// <summary>A person's place in one partnership, as it counts for this request.</summary>
public sealed record Standing(Guid PartnershipId, Role Role, Guid? SeatId = null, Guid? OrganizationId = null);

/// <summary>One thing that only some may do. Each capability declares its own.</summary>
public sealed record Permission(string Key, params Role[] Roles);

/// <summary>Who acts: a signed-in person, the holder of a personal link, the system itself, or anybody.</summary>
public sealed class Actor
{
    private Actor(string name) => Name = name;

    /// <summary>Kind and id, as happenings record it. Never a person's name.</summary>
    public string Name { get; }
    public Guid? PersonId { get; private init; }
    public bool IsAdministrator { get; private init; }
    public bool IsSystem { get; private init; }

    /// <summary>The link that speaks for this person; what it may do is bound to its purpose.</summary>
    public Link? Link { get; private init; }

    /// <summary>What a personal access token was given; none for a person in the browser, who has all of their own.</summary>
    public IReadOnlyList<string>? Scopes { get; private init; }
    public IReadOnlyList<Standing> Standings { get; private init; } = [];

    public bool IsSignedIn => PersonId is not null && Link is null;

    public static readonly Actor Anonymous = new("anonymous");
    public static Actor System(string job) => new($"system:{job}") { IsSystem = true };
    public static Actor Person(Guid id, bool administrator, IReadOnlyList<Standing> standings, IReadOnlyList<string>? scopes = null) =>
        new($"person:{id}") { PersonId = id, IsAdministrator = administrator, Standings = standings, Scopes = scopes };

    /// <summary>A link stands for its person in its one partnership and nowhere else.</summary>
    public static Actor Holder(Link link, IReadOnlyList<Standing> standings) =>
        new($"link:{link.Id}") { PersonId = link.PersonId, Link = link, Standings = [.. standings.Where(s => s.PartnershipId == link.PartnershipId)] };

    public Guid? SeatIn(Guid partnership) => Standings.FirstOrDefault(s => s.PartnershipId == partnership && s.SeatId is not null)?.SeatId;
    public bool IsIn(Guid partnership) => IsSystem || Standings.Any(s => s.PartnershipId == partnership);
    public bool Is(Role role, Guid partnership) => Standings.Any(s => s.PartnershipId == partnership && s.Role == role);
    public bool HoldsSeat(Guid seat) => Standings.Any(s => s.SeatId == seat);

    public bool Can(Permission permission, Guid partnership) =>
        IsSystem || Standings.Any(s => s.PartnershipId == partnership && permission.Roles.Contains(s.Role));

    /// <exception cref="Refusal">The actor's roles in the partnership do not include this.</exception>
    public void Must(Permission permission, Guid partnership)
    {
        if (!Can(permission, partnership)) throw new Refusal("access.not-allowed");
    }

    /// <summary>Ids of the partnerships this actor is in, for queries.</summary>
    public Guid[] Partnerships => [.. Standings.Select(s => s.PartnershipId).Distinct()];
}
