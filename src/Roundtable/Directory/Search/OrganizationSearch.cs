using System.Globalization;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Text;

namespace Roundtable.Directory.Search;

/// <summary>What a person, a program or a command asks for, as typed.</summary>
public sealed record SearchInput
{
    public string? Words { get; init; }

    /// <summary>ZIP, county or city.</summary>
    public string? Near { get; init; }
    public string? Miles { get; init; }
    public string? Sector { get; init; }
    public string? State { get; init; }
    public string? Level { get; init; }

    /// <summary>Code of a language it speaks.</summary>
    public string? Language { get; init; }

    /// <summary><c>yes</c>: only where a street address is known.</summary>
    public string? Street { get; init; }

    /// <summary><c>yes</c>: also those that a newer file of their source no longer has.</summary>
    public string? Gone { get; init; }

    /// <summary>A role it could take, by what it is.</summary>
    public string? Role { get; init; }

    /// <summary>Code of a need it serves, by what it is.</summary>
    public string? Need { get; init; }
    public string? Limit { get; init; }

    /// <summary>Where the page before ended.</summary>
    public string? After { get; init; }
}

/// <summary>What is looked for, checked.</summary>
public sealed record OrganizationSearch
{
    public const double UsualMiles = 25;
    public const double MostMiles = 200;
    public const int MostAtOnce = 100;

    private static readonly HashSet<string> Unsaid = ["of", "the", "and", "for", "a", "an", "in", "de", "del", "la", "el", "los", "las", "y", "en"];

    /// <summary>Folded words; each must begin a word of the name or of what the organization does.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The same words as the index looks for them.</summary>
    public IReadOnlyList<MeantWord> Meant { get => field ?? [.. Words.Select(MeantWord.Beginning)]; init; }

    /// <summary>The words with slips of the finger put right, for when nothing is found; none when nothing looks like a slip.</summary>
    public IReadOnlyList<MeantWord>? Instead { get; init; }

    /// <summary>Kinds of organization, any of which will do: NTEE beginnings, <c>gov:county</c>.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>A language that is as good as one of the <see cref="Kinds"/>.</summary>
    public string? OrLanguage { get; init; }

    /// <summary>What is needed, for the order and for the reasons.</summary>
    public IReadOnlyList<Concern> Concerns { get; init; } = [];
    public Acquaintances Known { get; init; } = Acquaintances.None;
    public Level? Level { get; init; }

    /// <summary>A language it must be known to speak.</summary>
    public string? Language { get; init; }

    /// <summary>Only where a street address is known, not a PO box alone.</summary>
    public bool HasStreet { get; init; }

    /// <summary>Also those no longer listed, after all others and marked so. They are in no index: for those who look for one they know.</summary>
    public bool AlsoGone { get; init; }

    /// <summary>Only in this county.</summary>
    public string? CountyFips { get; init; }
    public Place? Near { get; init; }
    public double Miles { get; init; } = UsualMiles;
    public Sector? Sector { get; init; }

    /// <summary>Two letters.</summary>
    public string? State { get; init; }
    public int Limit { get; init; } = 20;

    /// <summary>Leaves out what people of this site typed in: strangers see open data only.</summary>
    public bool OnlyOpenData { get; init; }

    /// <summary>For pages that say which part is shown; programs walk on with <see cref="After"/>.</summary>
    public int Skip { get; init; }

    /// <summary>The last one of the page before.</summary>
    public Rank? After { get; init; }

    /// <summary>All of a place: a state as a whole, else what is near.</summary>
    public static OrganizationSearch Around(Place? place) => new() { Near = place, State = place is { Kind: PlaceKind.State } ? place.State : null };

    /// <summary>The spot to measure from; none when the place is a whole state.</summary>
    public Point? From => Near is { Kind: not PlaceKind.State } ? Near.At : null;

    /// <exception cref="Refusal">Something that cannot be meant; names the input.</exception>
    public static OrganizationSearch Of(SearchInput typed, PlaceBook places, Actor actor)
    {
        var search = Of(typed, places) with { OnlyOpenData = !actor.IsSignedIn && !actor.IsSystem };
        return search is { AlsoGone: true, OnlyOpenData: true } ? throw new Refusal("directory.search.gone-sign-in", "gone") : search;
    }

    /// <inheritdoc cref="Of(SearchInput, PlaceBook, Actor)"/>
    /// <param name="otherwise">Where to look when no place was typed.</param>
    public static OrganizationSearch Of(SearchInput typed, PlaceBook places, Place? otherwise = null)
    {
        if (typed.Words?.Length > 200) throw new Refusal("directory.search.words-too-long", "q", 200);
        var words = NameKey.WordsOf(typed.Words).Distinct().Take(8).ToList();
        var said = words.Where(w => !Unsaid.Contains(w)).ToList();
        var near = string.IsNullOrWhiteSpace(typed.Near) ? otherwise : places.Meant(typed.Near);
        var state = string.IsNullOrWhiteSpace(typed.State) ? null : places.StateCode(typed.State) ?? throw new Refusal("directory.search.state-unknown", "state", typed.State);
        if (near is { Kind: not PlaceKind.State, At: null }) throw new Refusal("place.unknown", "near", near.Name);
        var (sector, role, need) = (Choice<Sector>(typed.Sector, "sector"), Choice<PartnerRole>(typed.Role, "role"), NeedOf(typed.Need));
        var language = LanguageOf(typed.Language);
        IReadOnlyList<string> asked = said.Count > 0 ? said : words;
        var instead = asked.Select(w => places.Words.Instead(w) ?? w).ToList();
        return new OrganizationSearch
        {
            Words = asked, Meant = [.. asked.Select(places.Words.Meant)], Instead = instead.SequenceEqual(asked) ? null : [.. instead.Select(places.Words.Meant)], Near = near, State = state ?? (near is { Kind: PlaceKind.State } ? near.State : null),
            Miles = Number(typed.Miles, "miles", 0.1, MostMiles, UsualMiles),
            Sector = sector, Level = Choice<Level>(typed.Level, "level"), Language = language, HasStreet = IsYes(typed.Street, "street"), AlsoGone = IsYes(typed.Gone, "gone"),
            Kinds = need?.Kinds ?? (role is { } wanted ? OrganizationKinds.For(wanted, sector) : []), Concerns = Concern.Asking(role, sector, need, language),
            Limit = (int)Number(typed.Limit, "limit", 1, MostAtOnce, 20),
            Skip = (int)Number(typed.After, "after", 0, 10_000, 0),
        };
    }

    private static T? Choice<T>(string? typed, string input) where T : struct, Enum =>
        string.IsNullOrWhiteSpace(typed) ? null : Codes.Read<T>(typed) ?? throw new Refusal($"directory.search.{input}-unknown", input, typed);

    private static ServiceNeedKind? NeedOf(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? null : OrganizationKinds.Need(typed) ?? throw new Refusal("directory.search.need-unknown", "need", typed);

    private static string? LanguageOf(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? null : LanguageNames.Code(typed) ?? throw new Refusal("directory.search.language-unknown", "language", typed);

    private static bool IsYes(string? typed, string input) => typed?.Trim().ToLowerInvariant() switch
    {
        null or "" or "no" or "false" => false,
        "yes" or "true" or "on" => true,
        _ => throw new Refusal($"directory.search.{input}-unknown", input, typed),
    };

    private static double Number(string? text, string input, double least, double most, double otherwise) =>
        string.IsNullOrWhiteSpace(text) ? otherwise
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new Refusal("directory.search.number-wrong", input, text, least, most);
}

/// <param name="Miles">From the place asked for, to the nearest of its locations.</param>
public sealed record FoundOrganization(Organization Organization, double? Miles, IReadOnlyList<Why> Why);

/// <param name="Count">All that match.</param>
/// <param name="IsAtLeast">There are more than were counted.</param>
/// <param name="Instead">The words that were looked for instead of the typed ones, of which nothing was found.</param>
/// <param name="Next">How many come before the next page; none on the last.</param>
/// <param name="Last">Where the last one shown stands, when there are more.</param>
public sealed record FoundOrganizations(IReadOnlyList<FoundOrganization> Organizations, int Count, bool IsAtLeast, int? Next, Rank? Last, string? Instead = null);
