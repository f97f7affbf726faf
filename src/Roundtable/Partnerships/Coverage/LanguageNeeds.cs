using System.Globalization;
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

    /// <summary>How many percent of people here speak a language, where the table has said it: <c>es=12.5 vi=3</c>.</summary>
    public string Shares { get; private set; } = "";
    public IReadOnlyList<string> Needed => Codes.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Says anew which languages are needed.</summary>
    public void Say(Actor actor, Instant now, IEnumerable<string> codes)
    {
        actor.Must(ProspectPermissions.Work, PartnershipId);
        var said = codes.Select(c => c.Trim().ToLowerInvariant()).Where(c => c.Length > 0).Distinct().Order().ToList();
        if (said.Count > Most || said.Any(c => c.Length is < 2 or > 8 || !c.All(l => char.IsAsciiLetter(l) || l is '-'))) throw new Refusal("finder.language-wrong", "Other");
        (Codes, SaidAt) = (string.Join(' ', said), now);
        Shares = Written(Languages.Where(l => said.Contains(l.Code)));
        Log(actor, now, new LanguagesNeeded(said.Count));
    }

    /// <summary>Says how many percent of people speak each of the needed languages; one left out is not known.</summary>
    /// <exception cref="Refusal">Not a percentage; names the language.</exception>
    public void SayShares(Actor actor, Instant now, IReadOnlyDictionary<string, string?> percents)
    {
        actor.Must(ProspectPermissions.Work, PartnershipId);
        Shares = Written(Needed.Select(code => new NeededLanguage(code, NeededLanguage.Read(percents.GetValueOrDefault(code), code))));
        SaidAt = now;
        Log(actor, now, new LanguagesNeeded(Needed.Count));
    }

    /// <summary>The needed languages with their share.</summary>
    public IReadOnlyList<NeededLanguage> Languages
    {
        get
        {
            var shares = Shares.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split('=')).ToDictionary(s => s[0], s => decimal.Parse(s[1], CultureInfo.InvariantCulture));
            return [.. Needed.Select(code => new NeededLanguage(code, shares.TryGetValue(code, out var share) ? share : null))];
        }
    }

    private static string Written(IEnumerable<NeededLanguage> languages) =>
        string.Join(' ', languages.Where(l => l.Percent is not null).Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Code}={l.Percent}")));
}

/// <summary>A language people here need help in.</summary>
/// <param name="Percent">Of the people here who speak it; none when nobody has said.</param>
public sealed record NeededLanguage(string Code, decimal? Percent)
{
    /// <exception cref="Refusal">Not a number from 0 to 100.</exception>
    public static decimal? Read(string? typed, string input) =>
        string.IsNullOrWhiteSpace(typed) ? null
        : decimal.TryParse(typed.Trim().TrimEnd('%').TrimEnd().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100 ? Math.Round(percent, 1)
        : throw new Refusal("finder.share-wrong", $"Share.{input}");
}

/// <summary>The table said anew in how many languages people here need help.</summary>
public sealed record LanguagesNeeded(int Count) : Particulars { public override string Kind() => "languages.needed"; }
