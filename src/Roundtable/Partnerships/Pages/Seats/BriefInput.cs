using Roundtable.Directory;

namespace Roundtable.Partnerships.Pages.Seats;

/// <summary>The six items of a brief as the form posts them, with the version they were read at.</summary>
public sealed class BriefInput
{
    public string? Version { get; set; }
    public ItemInput Constituency { get; set; } = new();
    public ItemInput Mandate { get; set; } = new();
    public ItemInput Limits { get; set; } = new();
    public ItemInput Wants { get; set; } = new();
    public ItemInput Offers { get; set; } = new();
    public ItemInput Channels { get; set; } = new();

    public ItemInput this[BriefKind kind] => kind switch
    {
        BriefKind.Constituency => Constituency,
        BriefKind.Mandate => Mandate,
        BriefKind.Limits => Limits,
        BriefKind.Wants => Wants,
        BriefKind.Offers => Offers,
        _ => Channels,
    };
}

/// <summary>One item of the brief as it is typed.</summary>
public sealed class ItemInput
{
    public string? Text { get; set; }
    public string? Visibility { get; set; }

    /// <summary>What somebody else saved meanwhile.</summary>
    public string? Theirs { get; set; }

    public BriefText Read(BriefKind kind, Visibility otherwise) => new(kind, Text, Codes.Read<Visibility>(Visibility) ?? otherwise);
}
