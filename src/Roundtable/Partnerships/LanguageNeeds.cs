using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Happenings;

namespace Roundtable.Partnerships;

/// <summary>The languages that people here speak and need help in, as the table has agreed. One per partnership.</summary>
public sealed class LanguageNeeds : PartnershipRecord
{
    private const int Most = 30;

    private LanguageNeeds() { }
    public LanguageNeeds(Partnership partnership) => PartnershipId = partnership.Id;

    /// <summary>Codes with a blank between.</summary>
    public string Codes { get; private set; } = "";
    public Instant? SaidAt { get; private set; }
    public IReadOnlyList<string> Needed => Codes.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Says anew which languages are needed.</summary>
    public void Say(Actor actor, Instant now, IEnumerable<string> codes)
    {
        actor.Must(ProspectPermissions.Work, PartnershipId);
        var said = codes.Select(c => c.Trim().ToLowerInvariant()).Where(c => c.Length > 0).Distinct().Order().ToList();
        if (said.Count > Most || said.Any(c => c.Length is < 2 or > 8 || !c.All(l => char.IsAsciiLetter(l) || l is '-'))) throw new Refusal("finder.language-wrong", "Other");
        (Codes, SaidAt) = (string.Join(' ', said), now);
        Log(actor, now, new LanguagesNeeded(said.Count));
    }
}

/// <summary>The table said anew in how many languages people here need help.</summary>
public sealed record LanguagesNeeded(int Count) : Particulars { public override string Kind() => "languages.needed"; }
