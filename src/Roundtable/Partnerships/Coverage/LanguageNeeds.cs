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

    /// <summary>Says anew which languages are needed; shares said before stay.</summary>
    public void Say(Actor actor, Instant now, IEnumerable<string> codes)
    {
        var said = Languages.ToDictionary(l => l.Code, l => l.Percent);
        Say(actor, now, [.. codes.Select(c => c.Trim().ToLowerInvariant()).Where(c => c.Length > 0).Select(c => new NeededLanguage(c, said.GetValueOrDefault(c)))]);
    }

    /// <summary>Says how many percent of people speak each of the needed languages; one left out is not known.</summary>
    /// <exception cref="Refusal">Not a percentage; names the language.</exception>
    public void SayShares(Actor actor, Instant now, IReadOnlyDictionary<string, string?> percents) =>
        Say(actor, now, [.. Needed.Select(code => new NeededLanguage(code, NeededLanguage.Read(percents.GetValueOrDefault(code), code)))]);

    /// <summary>Says anew which languages are needed, and the share of each.</summary>
    /// <exception cref="Refusal">Not a language, too many, or not a percentage.</exception>
    public void Say(Actor actor, Instant now, IReadOnlyCollection<NeededLanguage> languages)
    {
        actor.Must(ProspectPermissions.Work, PartnershipId);
        var said = languages.DistinctBy(l => l.Code).OrderBy(l => l.Code, StringComparer.Ordinal).ToList();
        if (said.Count > Most || said.Any(l => l.Code.Length is < 2 or > 8 || !l.Code.All(c => char.IsAsciiLetter(c) || c is '-'))) throw new Refusal("finder.language-wrong", "Other");
        if (said.Find(l => l.Percent is < 0 or > 100) is { } wrong) throw new Refusal("finder.share-wrong", $"Share.{wrong.Code}");
        (Codes, SaidAt) = (string.Join(' ', said.Select(l => l.Code)), now);
        Shares = string.Join(' ', said.Where(l => l.Percent is not null).Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Code}={decimal.Round(l.Percent!.Value, 1)}")));
        Log(actor, now, new LanguagesNeeded(said.Count));
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
}

/// <summary>A language people here need help in.</summary>
/// <param name="Percent">Of the people here who speak it; none when nobody has said.</param>
public sealed record NeededLanguage(string Code, decimal? Percent)
{
    /// <exception cref="Refusal">Not a number from 0 to 100.</exception>
    public static decimal? Read(string? typed, string input) =>
        string.IsNullOrWhiteSpace(typed) ? null
        : decimal.TryParse(typed.Trim().TrimEnd('%').TrimEnd().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100 ? percent
        : throw new Refusal("finder.share-wrong", $"Share.{input}");
}

/// <summary>The table said anew in how many languages people here need help.</summary>
public sealed record LanguagesNeeded(int Count) : Particulars { public override string Kind() => "languages.needed"; }
