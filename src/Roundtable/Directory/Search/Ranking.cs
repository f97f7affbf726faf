using NodaTime;

namespace Roundtable.Directory.Search;

/// <summary>Puts the likeliest first and says why: the name, what it does, nearness, signs of life.</summary>
/// <param name="assured">When somebody last confirmed services of an organization, by its number.</param>
public sealed class Ranking(OrganizationSearch search, int year, IReadOnlyDictionary<int, LocalDate>? assured = null)
{
    private const double Alive = 6;

    /// <summary>Somebody at the table knows them: they come first.</summary>
    private const double Tied = 140;

    /// <summary>Whoever is no longer listed comes after all others.</summary>
    private const double Gone = 1000;

    private const int MostConcerns = 3;

    private readonly string phrase = string.Join(' ', search.Words);
    private readonly IReadOnlyList<MeantType> types = TypeWords.In(search.Words);

    public double ScoreOf(Candidate candidate, double? miles)
    {
        var score = search.Words.Count == 0 ? 0 : WordScore(candidate);
        if (miles is { } far) score -= 30 * far / Math.Max(search.Miles, 1);
        if (candidate.LastFiledYear is { } filed && filed <= year) score += Math.Clamp(6 - 2 * (year - filed - 1), 0, 6);
        if (candidate.ListedIn is "pls-outlets" or "dotgov" or null) score += Alive;
        if (AssuredOn(candidate.Number) is not null) score += Alive;
        if (candidate.Precision is Precision.Unknown) score -= 4;
        if (candidate.IsGone) score -= Gone;
        if (search.Concerns.Count > 0) score += ConcernScore(candidate);
        if (search.Known.Of(candidate.Number, candidate.NameKey) is { Count: > 0 } ties) score += Tied + 5 * Math.Min(ties.Count, 4);
        return score;
    }

    public IReadOnlyList<Why> WhyOf(Organization organization, double? miles)
    {
        var why = new List<Why>(8);
        if (organization.NoLongerListed is { } gone) why.Add(Why.Gone(gone));
        why.AddRange(search.Known.Of(organization.Number, organization.NameKey));
        why.AddRange(Concerns(organization));
        var inName = InName(organization.NameKey);
        if (search.Words.Count > 0 && inName == search.Words.Count) why.Add(new("directory.why.name"));
        if (search.Words.Count > inName || search.Kinds.Count > 0 && Kinds.Of(organization.KindCode) is not null)
            why.Add(organization.KindCode is { } code && Kinds.Of(code) is not null ? new("directory.why.doing", new KindNamed(code)) : new("directory.why.words"));
        if (miles is { } far) why.Add(Near(organization, far));
        if (organization.LastFiled is { } filed && filed.Year >= year - 3 && filed.Year <= year) why.Add(new("directory.why.filed", $"{filed.Year}"));
        if (organization.CorrectedAt is not null) why.Add(new("directory.why.confirmed", new MonthNamed(organization.LastConfirmed)));
        if (AssuredOn(organization.Number) is { } day) why.Add(new("directory.why.services", new MonthNamed(day)));
        if (organization.LocationCount > 1) why.Add(new("directory.why.locations", organization.LocationCount));
        return why;
    }

    // Somebody is asked once a year.
    private LocalDate? AssuredOn(int number) => assured is not null && assured.TryGetValue(number, out var day) && day.Year >= year - 1 && day.Year <= year ? day : null;

    private IEnumerable<Why> Concerns(Organization organization)
    {
        var fitting = search.Concerns.Where(c => c.Fits(organization.KindCode, organization.Languages)).OrderByDescending(c => c.Weight).Select(c => c.Why).ToList();
        // Into a language says more than that they could at all.
        if (fitting.Any(w => w.Key == "directory.why.translation")) fitting.RemoveAll(w => w.Key == "directory.why.role.translation");
        return fitting.Take(MostConcerns);
    }

    // The strongest concern counts in full, each further one a quarter: one that does what is asked comes before one that does a bit of everything.
    private double ConcernScore(Candidate candidate)
    {
        var (most, all) = (0.0, 0.0);
        foreach (var concern in search.Concerns)
            if (concern.Fits(candidate.KindCode, candidate.Languages)) (most, all) = (Math.Max(most, concern.Weight), all + concern.Weight);
        return most + (all - most) / 4;
    }

    private static Why Near(Organization organization, double miles)
    {
        if (miles < 0.1) return new(organization.IsPoBoxOnly ? "directory.why.po-box-here" : organization.Precision is Precision.Address ? "directory.why.here" : "directory.why.same-town");
        var said = Math.Round(miles, miles < 10 ? 1 : 0);
        return organization.IsPoBoxOnly ? new("directory.why.po-box", said)
            : organization.Precision is Precision.Address ? new("directory.why.miles", said)
            : new("directory.why.about", said);
    }

    // Being what is looked for counts most, then whole words of the name, then words that begin so; short names come before long ones.
    private double WordScore(Candidate candidate)
    {
        var name = $" {candidate.NameKey} ";
        var type = types.Select(t => (Score: t.Of(candidate.KindCode, candidate.NameKey), t.Words)).OrderByDescending(t => t.Score).FirstOrDefault();
        if (candidate.NameKey == phrase) return 220;
        var (fits, whole, meant) = (0.0, 0, 0);
        foreach (var word in search.Words)
        {
            var isWhole = name.Contains($" {word} ", StringComparison.Ordinal);
            var isMeant = type.Score > 0 && type.Words.Contains(word);
            fits += isWhole || isMeant ? 1 : name.Contains($" {word}", StringComparison.Ordinal) ? 0.8 : 0;
            if (isWhole) whole++;
            if (isWhole || isMeant) meant++;
        }
        var score = type.Score + 60 * fits / search.Words.Count - Math.Min(8, candidate.NameKey.Length / 12.0);
        if (whole == search.Words.Count) score += 40;
        else if (meant == search.Words.Count) score += 25;
        if (candidate.NameKey.StartsWith(phrase, StringComparison.Ordinal)) score += 10;
        return score;
    }

    private int InName(string name) => search.Words.Count(w => name.StartsWith(w, StringComparison.Ordinal) || name.Contains($" {w}", StringComparison.Ordinal));
}
