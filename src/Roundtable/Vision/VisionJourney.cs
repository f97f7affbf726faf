using Roundtable.Partnerships;
using Roundtable.Platform.Access;

namespace Roundtable.Vision;

/// <summary>Step 3 and the first requirement: organizations that have put in ideas, and the vision still to be adopted, which counts for as much as one of them.</summary>
public sealed class VisionGathered(JourneyPart part) : JourneyRule
{
    public override JourneyPart Part => part;

    public override async Task<Finding> Evaluate(JourneyView view)
    {
        var start = VisionUrls.Start(view.Partnership);
        if ((await view.Db.VisionNow(view.Actor, view.Partnership.Id)).FirstOrDefault() is not { } now)
            return new(0, 0, new("vision.proof.none"), view.Actor.Can(VisionPermissions.Run, view.Partnership.Id) ? new("vision.gap.start") : null, start);
        // One more than there are organizations: the vision is still to come.
        var of = now.Asked.Count + 1;
        // From here on what counts is who adopted it; see VisionAdopted.
        if (now.HasVision) return new(0, 0, new(""));
        if (now.Process.Stage is VisionStage.Preparing) return new(0, of, new("vision.proof.preparing"), new("vision.gap.see"), start);
        return new(now.Answered, of, new("vision.proof.ideas", now.Answered, now.Asked.Count), new(now.Silent.Count > 0 && now.Process.Stage is VisionStage.Collecting ? "vision.gap.silent" : "vision.gap.see"), start);
    }
}

/// <summary>Step 2: whether every organization has had its say in the vision.</summary>
public sealed class VisionShared : JourneyRule
{
    public override JourneyPart Part => JourneyPart.Ownership;

    public override async Task<Finding> Evaluate(JourneyView view) =>
        (await view.Db.VisionNow(view.Actor, view.Partnership.Id)).FirstOrDefault() is { Process.Stage: not VisionStage.Preparing } now
            ? new(now.Answered, now.Asked.Count, new("vision.proof.ideas", now.Answered, now.Asked.Count), now.Silent.Count == 0 || now.Process.Stage is not VisionStage.Collecting ? null : new("vision.gap.silent"), VisionUrls.Start(view.Partnership))
            : new(0, 0, new(""));
}
