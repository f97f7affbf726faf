using NodaTime;

namespace Roundtable.Directory;

/// <summary>What a source says about one organization, already in the directory's words. Personal data never gets this far.</summary>
public sealed record OrganizationFacts
{
    public required string Name { get; init; }

    /// <summary>What tells units with the same name apart, such as a chapter's number.</summary>
    public string? AlsoKnownAs { get; init; }
    /// <summary>Further names its source gives: a legal name, what it is called in town.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];
    public Sector Sector { get; init; }
    public Level Level { get; init; } = Level.Local;
    public LibraryType? LibraryType { get; init; }
    public string? Street { get; init; }
    public string? City { get; init; }

    /// <summary>Two-letter postal code.</summary>
    public string? State { get; init; }
    public string? Zip { get; init; }
    public Located Located { get; init; }
    public bool IsPoBoxOnly { get; init; }
    public string? Website { get; init; }
    public string? Phone { get; init; }

    /// <summary>Language codes with a blank between: <c>en es vi</c>.</summary>
    public string? Languages { get; init; }

    /// <summary>NTEE code, kind of government or outlet: a code of <see cref="Kinds"/>.</summary>
    public string? KindCode { get; init; }

    /// <summary>What it does, in its own words.</summary>
    public string? Doing { get; init; }

    /// <summary>End of the last period it reported on: a sign of life.</summary>
    public LocalDate? LastFiled { get; init; }

    /// <summary>Only in what is kept for an undo: the fields another source filled in.</summary>
    public string? Filled { get; init; }
}

/// <summary>What a person types or corrects about an organization.</summary>
public sealed record OrganizationEntry
{
    public string Name { get; init; } = "";
    public Sector Sector { get; init; } = Sector.Other;
    public Level Level { get; init; } = Level.Local;
    public LibraryType? LibraryType { get; init; }
    public string? Street { get; init; }
    public string? City { get; init; }
    public string? State { get; init; }
    public string? Zip { get; init; }
    public string? Website { get; init; }
    public string? Phone { get; init; }
    public IReadOnlyList<string> Languages { get; init; } = [];
    public string? Doing { get; init; }
}
