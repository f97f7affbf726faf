using System.Text.Encodings.Web;
using Roundtable.Directory;
using Roundtable.Directory.Search;
using Roundtable.Platform.Text;

namespace Roundtable.Partnerships;

/// <summary>Something nobody at the table covers, as one question to the directory. It has an address: the finder with its filters set.</summary>
/// <param name="Need">Code of a service need.</param>
/// <param name="Language">Code of a language; with the role of translation, kinds that often translate will do as well.</param>
public sealed record Hole(PartnerRole? Role = null, Sector? Sector = null, string? Need = null, string? Language = null, string? CountyFips = null)
{
    public string Href(Partnership partnership)
    {
        var given = new (string Name, string? Value)[]
        {
            ("role", Role is { } r ? Codes.Of(r) : null), ("sector", Sector is { } s ? Codes.Of(s) : null), ("need", Need), ("language", Language), ("county", CountyFips),
        };
        var query = string.Join('&', given.Where(g => g.Value is not null).Select(g => $"{g.Name}={UrlEncoder.Default.Encode(g.Value!)}"));
        return $"{Urls.Home(partnership)}/finder{(query.Length == 0 ? "" : $"?{query}")}";
    }

    public ServiceNeedKind? NeedKind => Need is null ? null : OrganizationKinds.Need(Need);

    /// <summary>Kinds of organization that could fill it; none: any.</summary>
    public IReadOnlyList<string> Kinds => NeedKind?.Kinds ?? (Role is { } role ? OrganizationKinds.For(role, Sector) : []);

    private bool IsTranslation => Role is PartnerRole.Translation && Language is not null;

    /// <summary>The search for those who could fill it.</summary>
    public OrganizationSearch Narrow(OrganizationSearch search)
    {
        var asked = Concern.Asking(Role, Sector, NeedKind, Language);
        return search with
        {
            Sector = Sector ?? search.Sector,
            Kinds = Kinds,
            CountyFips = CountyFips,
            OrLanguage = IsTranslation ? Language : null,
            Language = IsTranslation ? null : Language,
            Concerns = [.. asked, .. search.Concerns.Where(c => asked.All(a => a.Why.Key != c.Why.Key || !a.Kinds.SequenceEqual(c.Kinds)) && (Language is null || c.Language != Language))],
        };
    }

    /// <summary>Whether a row of the index could fill it.</summary>
    public bool Fits(Candidate candidate) =>
        candidate.KindCode is { } code && Kinds.Any(k => code.StartsWith(k, StringComparison.Ordinal)) || Language is not null && candidate.Languages?.Split(' ').Contains(Language) is true;

    /// <summary>What is missing, in a word or two.</summary>
    public string Name(Texts t, PlaceBook places) =>
        Language is not null ? LanguageNames.Of(Language, t.Culture)
        : NeedKind is { } need ? need.Name.In(t.Language)
        : CountyFips is not null ? places.Of(PlaceKind.County, CountyFips)?.Name ?? CountyFips
        : Role is { } role ? t.Role(role)
        : Sector is { } sector ? t.Sector(sector) : "";

    /// <summary>Why somebody who could fill it is asked; none when nothing special was looked for.</summary>
    public string? Reason(Texts t, PlaceBook places)
    {
        if (this == new Hole()) return null;
        return IsTranslation ? t["coverage.concern.translation", LanguageNames.Of(Language!, t.Culture)]
            : Language is not null ? t["coverage.concern.language", LanguageNames.Of(Language, t.Culture)]
            : NeedKind is not null ? t["coverage.concern.need", Name(t, places)]
            : CountyFips is not null ? t["coverage.concern.county", Name(t, places)]
            : Role is not null ? t["coverage.concern.role", Name(t, places)]
            : t["coverage.concern.sector", Name(t, places)];
    }
}
