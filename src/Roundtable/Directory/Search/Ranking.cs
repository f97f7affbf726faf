namespace Roundtable.Directory.Search;

/// <summary>Puts the likeliest first and says why: the name, what it does, nearness, signs of life.</summary>
public sealed class Ranking(OrganizationSearch search, int year)
{
    private readonly string phrase = string.Join(' ', search.Words);

    public double ScoreOf(Candidate candidate, double? miles)
    {
        var score = search.Words.Count == 0 ? 0 : NameScore(candidate.NameKey);
        if (miles is { } far) score -= 30 * far / Math.Max(search.Miles, 1);
        if (candidate.LastFiledYear is { } filed) score += Math.Clamp(6 - 2 * (year - filed - 1), 0, 6);
        if (candidate.ListedIn is "pls-outlets" or "dotgov" or null) score += 6;
        if (candidate.Precision is Precision.Unknown) score -= 4;
        return score;
    }

    public IReadOnlyList<Why> WhyOf(Organization organization, double? miles)
    {
        var why = new List<Why>(5);
        var inName = InName(organization.NameKey);
        if (search.Words.Count > 0 && inName == search.Words.Count) why.Add(new("directory.why.name"));
        if (search.Words.Count > inName || search.Kinds.Count > 0)
            why.Add(organization.KindCode is { } code && Kinds.Of(code) is not null ? new("directory.why.doing", new KindNamed(code)) : new("directory.why.words"));
        if (miles is { } far) why.Add(Near(organization, far));
        if (organization.LastFiled is { } filed && filed.Year >= year - 3) why.Add(new("directory.why.filed", $"{filed.Year}"));
        if (organization.CorrectedAt is not null) why.Add(new("directory.why.confirmed", organization.LastConfirmed));
        if (organization.LocationCount > 1) why.Add(new("directory.why.locations", organization.LocationCount));
        return why;
    }

    private static Why Near(Organization organization, double miles)
    {
        var said = miles < 0.1 ? 0.1 : Math.Round(miles, miles < 10 ? 1 : 0);
        return organization.IsPoBoxOnly ? new("directory.why.po-box", said)
            : organization.Precision is Precision.Address ? new("directory.why.miles", said)
            : new("directory.why.about", said);
    }

    private double NameScore(string name)
    {
        var inName = InName(name);
        if (name == phrase) return 100;
        var score = 60.0 * inName / search.Words.Count;
        if (inName == search.Words.Count)
        {
            if (name.StartsWith(phrase, StringComparison.Ordinal)) score += 20;
            // Whole words before beginnings, short names before long ones.
            if (search.Words.All(w => $" {name} ".Contains($" {w} ", StringComparison.Ordinal))) score += 10;
            score -= Math.Min(8, name.Length / 12.0);
        }
        return score;
    }

    private int InName(string name) => search.Words.Count(w => name.StartsWith(w, StringComparison.Ordinal) || name.Contains($" {w}", StringComparison.Ordinal));
}
