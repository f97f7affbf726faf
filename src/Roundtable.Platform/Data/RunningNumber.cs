namespace Roundtable.Platform.Data;

/// <summary>The last number given to one kind of record within a partnership.</summary>
public sealed class RunningNumber
{
    public Guid PartnershipId { get; init; }
    public required string Kind { get; init; }
    public int Last { get; set; }
}
