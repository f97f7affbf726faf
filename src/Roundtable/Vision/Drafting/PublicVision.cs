using NodaTime;
using Roundtable.Partnerships;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Vision;

/// <summary>
/// The vision in words for everybody, made from the adopted one. Nobody outside sees it before it is published; what is published stays
/// as it was until it is published again.
/// </summary>
public sealed class PublicVision : PartnershipRecord
{
    private PublicVision() { }

    public Guid VisionId { get; private init; }

    /// <summary>In the vision's language.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The same in the site's other language, for visitors who read that one.</summary>
    public string? Translation { get; private set; }
    public Guid? WrittenBy { get; private set; }
    public Instant WrittenAt { get; private set; }

    public string? PublishedText { get; private set; }
    public string? PublishedTranslation { get; private set; }
    public Instant? PublishedAt { get; private set; }

    public bool IsPublished => PublishedAt is not null;

    /// <summary>What visitors read is older than what was written since.</summary>
    public bool IsChanged => IsPublished && (Text != PublishedText || Translation != PublishedTranslation);

    /// <summary>Begins the public version of a vision.</summary>
    public static PublicVision Of(AdoptedVision vision) => new() { PartnershipId = vision.PartnershipId, VisionId = vision.Id };

    /// <exception cref="Refusal">Not who runs the process; no words or too many.</exception>
    public void Write(Actor actor, string? text, string? translation, Instant now)
    {
        actor.Must(VisionPermissions.Run, PartnershipId);
        var wanted = CardText.Many(text, "Text", Statement.Most) ?? throw new Refusal("drafts.text-missing", "Text");
        (Text, Translation, WrittenBy, WrittenAt) = (wanted, CardText.Many(translation, "Translation", Statement.Most), actor.PersonId, now);
        Log(actor, now, new PublicVisionWritten(Translation is not null));
    }

    /// <summary>Shows it to everybody.</summary>
    /// <exception cref="Refusal">Not the convener; nothing written; the partnership is not public.</exception>
    public void Publish(Actor actor, Partnership partnership, AdoptedVision vision, Instant now)
    {
        actor.Must(PartnershipPermissions.Convene, PartnershipId);
        if (vision.Id != VisionId || !vision.IsCurrent) throw new Refusal("adopted.replaced");
        if (Text.Length == 0) throw new Refusal("drafts.text-missing", "Text");
        if (!partnership.IsPublic) throw new Refusal("adopted.partnership-not-public");
        (PublishedText, PublishedTranslation, PublishedAt) = (Text, Translation, now);
        Log(actor, now, new PublicVisionShown(true));
    }

    /// <summary>Takes it off the public page; what was written stays.</summary>
    public void Unpublish(Actor actor, Instant now)
    {
        actor.Must(PartnershipPermissions.Convene, PartnershipId);
        if (!IsPublished) throw new Refusal("adopted.not-published");
        (PublishedText, PublishedTranslation, PublishedAt) = (null, null, null);
        Log(actor, now, new PublicVisionShown(false));
    }
}
