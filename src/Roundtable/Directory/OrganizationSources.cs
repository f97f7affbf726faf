using NodaTime;

namespace Roundtable.Directory;

/// <summary>What its sources say about it: taken, filled in from a second one, put back, merged and taken apart.</summary>
public sealed partial class Organization
{
    private const int MostNames = 8, LongestName = 120;

    internal static Organization From(OrganizationFacts facts, string source, string key, LocalDate today)
    {
        var organization = new Organization { ListedIn = source, SourceKey = key, LastConfirmed = today };
        organization.Take(facts, today);
        return organization;
    }

    /// <summary>Takes what its source now says, except where a person knew better.</summary>
    internal void Take(OrganizationFacts facts, LocalDate today)
    {
        bool May(string field) => !CorrectedFields.Contains(field);
        T Said<T>(string field, T had, T said) => !May(field) || said is null && IsFilled(field) ? had : said;
        if (May(EntryFields.Name)) (Name, ShownName) = (facts.Name, Directory.ShownName.Of(facts.Name));
        if (May(EntryFields.Sector)) Sector = facts.Sector;
        if (May(EntryFields.Level)) Level = facts.Level;
        if (!EntryFields.Address.Any(f => !May(f)))
        {
            (Street, City, State, Zip, IsPoBoxOnly) = (facts.Street, facts.City, facts.State, facts.Zip, facts.IsPoBoxOnly);
            Locate(facts.Located);
        }
        LibraryType = Said(EntryFields.LibraryType, LibraryType, facts.LibraryType);
        Website = Said(EntryFields.Website, Website, facts.Website);
        Phone = Said(EntryFields.Phone, Phone, facts.Phone);
        Languages = Said(EntryFields.Languages, Languages, facts.Languages);
        Doing = Said(EntryFields.Doing, Doing, facts.Doing);
        KindCode = Said(EntryFields.Kind, KindCode, facts.KindCode);
        LastFiled = Said(EntryFields.LastFiled, LastFiled, facts.LastFiled);
        AlsoKnownAs = facts.AlsoKnownAs;
        AddNames(facts.OtherNames);
        Relist();
        if (today > LastConfirmed) LastConfirmed = today;
        Index();
    }

    /// <summary>Takes from a second source only what was not known, and its names.</summary>
    /// <param name="named">The row names the body itself, not one of its places.</param>
    internal void Fill(OrganizationFacts facts, bool named = true)
    {
        T Known<T>(string field, T had, T said)
        {
            if (said is null || had is not null && !IsFilled(field)) return had;
            if (!IsFilled(field)) Filled = $"{Filled} {field}".Trim();
            return said;
        }
        Website = Known(EntryFields.Website, Website, facts.Website);
        Phone = Known(EntryFields.Phone, Phone, facts.Phone);
        Languages = Known(EntryFields.Languages, Languages, facts.Languages);
        Doing = Known(EntryFields.Doing, Doing, facts.Doing);
        KindCode = Known(EntryFields.Kind, KindCode, facts.KindCode);
        LibraryType = Known(EntryFields.LibraryType, LibraryType, facts.LibraryType);
        LastFiled = Known(EntryFields.LastFiled, LastFiled, facts.LastFiled);
        if (named) AddNames([Directory.ShownName.Of(facts.Name), .. facts.OtherNames]);
        Relist();
        Index();
    }

    /// <summary>As it was before an import or a merging that is taken back.</summary>
    internal void PutBack(OrganizationFacts facts)
    {
        (Filled, OtherNames) = (facts.Filled, null);
        Take(facts, LastConfirmed);
    }

    /// <summary>As its source last said it, for an undo.</summary>
    internal OrganizationFacts Facts() => new()
    {
        Name = Name, AlsoKnownAs = AlsoKnownAs, Sector = Sector, Level = Level, LibraryType = LibraryType, Street = Street, City = City, State = State, Zip = Zip,
        Located = new(At, Precision, CountyFips), IsPoBoxOnly = IsPoBoxOnly, Website = Website, Phone = Phone, Languages = Languages, KindCode = KindCode,
        Doing = Doing, LastFiled = LastFiled, OtherNames = Names, Filled = Filled,
    };

    internal void Unlist(Instant now) => NoLongerListed ??= now;

    internal void Relist()
    {
        if (MergedInto is null) NoLongerListed = null;
    }

    /// <summary>Gives back what a merged entry had filled in, and its names.</summary>
    internal void Unfill(OrganizationFacts before, IReadOnlyCollection<string> names)
    {
        var had = before.Filled?.Split(' ') ?? [];
        bool IsGiven(string field) => IsFilled(field) && !had.Contains(field);
        if (IsGiven(EntryFields.Website)) Website = null;
        if (IsGiven(EntryFields.Phone)) Phone = null;
        if (IsGiven(EntryFields.Languages)) Languages = null;
        if (IsGiven(EntryFields.Doing)) Doing = null;
        if (IsGiven(EntryFields.Kind)) KindCode = null;
        if (IsGiven(EntryFields.LibraryType)) LibraryType = null;
        if (IsGiven(EntryFields.LastFiled)) LastFiled = null;
        var keys = names.Select(Directory.NameKey.Of).Except(before.OtherNames.Select(Directory.NameKey.Of)).ToHashSet();
        var left = Names.Where(n => !keys.Contains(Directory.NameKey.Of(n))).ToList();
        (Filled, OtherNames) = (before.Filled, left.Count == 0 ? null : string.Join('\n', left));
        Index();
    }

    /// <summary>From now on the other entry stands for it; this one is found no more.</summary>
    internal void MergeInto(Organization kept, Instant now) => (MergedInto, NoLongerListed) = (kept.Id, NoLongerListed ?? now);

    /// <summary>Stands for itself again.</summary>
    internal void TakeOut(Instant? noLongerListed) => (MergedInto, NoLongerListed) = (null, noLongerListed);

    private bool IsFilled(string field) => Filled?.Split(' ').Contains(field) == true;

    private void AddNames(IEnumerable<string> names)
    {
        var all = Names.ToList();
        foreach (var name in names.Select(n => n.ReplaceLineEndings(" ").Trim()))
            if (all.Count < MostNames && name.Length is > 0 and <= LongestName && all.Append(Name).Append(AlsoKnownAs).All(n => Directory.NameKey.Of(n) != Directory.NameKey.Of(name))) all.Add(name);
        OtherNames = all.Count == 0 ? null : string.Join('\n', all);
    }
}
