using Roundtable.Platform.Access;

namespace Roundtable.Vision;

/// <summary>That a person runs a vision process without a vote. Gone in the save in which the process no longer has it.</summary>
public sealed class FacilitatorGrant : Grant
{
    private FacilitatorGrant() { }
    internal FacilitatorGrant(VisionProcess process, Guid person) : base(process.PartnershipId, person, Role.Facilitator) => ProcessId = process.Id;

    public Guid ProcessId { get; private init; }
}
