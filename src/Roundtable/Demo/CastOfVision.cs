using Roundtable.Vision;
using static Roundtable.Demo.Cast;
using static Roundtable.Vision.Board;

namespace Roundtable.Demo;

/// <summary>One card of the story: whose, on which board, in whose words, and the cluster it came to lie in.</summary>
internal sealed record Idea(string By, Board Board, string Cluster, string Text, CardWay Way = CardWay.Page)
{
    public string Language { get; init; } = "en";
    public string? Translation { get; init; }
    public string? Evidence { get; init; }
    public string? Affected { get; init; }
}

/// <summary>What Riverbend's organizations put on the four boards, and the text they made of it.</summary>
internal static class CastOfVision
{
    public const string Forms = "Forms that people cannot finish alone", Words = "Letters nobody can read", Way = "The way to an office", Screens = "No computer, no e-mail", Trust = "Fear and fraud",
        Rooms = "Rooms and computers", People = "People who know the rules", Tongues = "Languages we speak", Money = "Money for interpreters",
        Tuesdays = "An agency worker in the library", Slips = "Referral slips that come back", Classes = "Classes with real forms",
        Near = "Help within ten miles", Once = "Done in one visit", Own = "In one's own language";

    /// <summary>Which need a resource, strategy or outcome serves. Nothing serves fear and fraud yet: the gap the boards show.</summary>
    public static readonly IReadOnlyDictionary<string, string> Serves = new Dictionary<string, string>
    {
        [Rooms] = Screens, [People] = Forms, [Tongues] = Words, [Money] = Words, [Tuesdays] = Way, [Slips] = Forms, [Classes] = Screens, [Near] = Way, [Once] = Forms, [Own] = Words,
    };

    public static readonly IReadOnlyList<Idea> Ideas =
    [
        new(Library, Needs, Forms, "People come to the desk with a form half done and two days left. Last year we counted 11,400 such questions.") { Affected = "Everyone who must apply online", Evidence = "https://example.org/riverbend/desk-counts" },
        new(HumanServices, Needs, Screens, "Four in ten callers have no computer. We send them to the library and do not know what happens next.") { Affected = "14,000 households that get or ask for benefits" },
        new(LegalAid, Needs, Forms, "Court forms went online in spring. The wrong box costs a family its hearing.") { Affected = "Tenants and parents without a lawyer" },
        new(LatinoCenter, Needs, Words, "Las cartas llegan solo en inglés. La gente firma sin saber qué dice.", CardWay.Link) { Language = "es", Translation = "The letters come in English only. People sign without knowing what they say.", Affected = "Families who read Spanish" },
        new(HmongCenter, Needs, Words, "Elders lose their benefits at renewal because nobody in the house can read the letter.", CardWay.Phone) { Affected = "Hmong elders, some 1,300 people" },
        new(AdultSchool, Needs, Screens, "Our students have a phone and no e-mail address. Every form begins with one.", CardWay.Link) { Affected = "Adults who learn English" },
        new(Workforce, Needs, Way, "The claim is online only and our nearest office is 30 miles away.") { Affected = "People laid off in the north of the county" },
        new(TaxHelp, Needs, Forms, "They bring every paper but the one that counts.", CardWay.Paper) { Affected = "Older people who file alone" },
        new(Emergency, Needs, Way, "After the flood the aid forms were due before the buses ran again.", CardWay.Paper) { Affected = "The river wards" },
        new(LatinoCenter, Needs, Trust, "Hay quien cobra 300 dólares por un formulario gratis.", CardWay.Link) { Language = "es", Translation = "Some people charge 300 dollars for a form that is free.", Affected = "People with immigration cases" },
        new(Library, Resources, Rooms, "A study room at the main branch on Tuesdays, five branches, 84 public computers."),
        new(HumanServices, Resources, People, "One trained benefits worker on Tuesdays, if there is a private room."),
        new(LegalAid, Resources, People, "Two trainings a year: where information ends and advice begins."),
        new(LatinoCenter, Resources, Tongues, "Dos intérpretes adultas, con formación, dieciséis horas al mes.", CardWay.Link) { Language = "es", Translation = "Two trained adult interpreters, sixteen hours a month." },
        new(HmongCenter, Resources, Tongues, "Twelve hours a month of spoken Hmong, and the radio hour on Sundays.", CardWay.Phone),
        new(AdultSchool, Resources, Rooms, "A classroom with 20 computers on Saturdays.", CardWay.Link),
        new(TaxHelp, Resources, People, "Twenty-four volunteers with a certificate, February to April.", CardWay.Paper),
        new(Foundation, Resources, Money, "Interpreters paid for one year, up to $18,000, if the others do their part."),
        new(Library, Strategies, Tuesdays, "Tuesdays with an agency worker in the building: the hard questions get an answer at once."),
        new(HumanServices, Strategies, Tuesdays, "In the next county our worker sits in the library and finishes eight cases a day."),
        new(LegalAid, Strategies, Slips, "A paper slip with a code and no name. We see who came and never ask who they are."),
        new(AdultSchool, Strategies, Classes, "Students who practise on the real form finish it at home.", CardWay.Link),
        new(HmongCenter, Strategies, Tuesdays, "Clan leaders tell people which day to come. Then they come.", CardWay.Phone),
        new(Workforce, Strategies, Classes, "Claim walk-throughs in small groups cut the claims sent back by a third."),
        new(TaxHelp, Strategies, Classes, "Two people look at every form: one fills in, one checks.", CardWay.Paper),
        new(Library, Outcomes, Once, "Anyone who comes in leaves with the form sent or knows the one thing that is missing."),
        new(HumanServices, Outcomes, Once, "Fewer than one in ten applications is sent back for a missing paper."),
        new(LatinoCenter, Outcomes, Own, "La primera página de cada trámite, en español y en hmong.", CardWay.Link) { Language = "es", Translation = "The first page of every service in Spanish and in Hmong." },
        new(HmongCenter, Outcomes, Own, "No elder loses a benefit because of a letter.", CardWay.Phone),
        new(Workforce, Outcomes, Near, "Nobody drives more than ten miles to file a claim."),
        new(Emergency, Outcomes, Near, "Branches open with power and forms within a day after a flood.", CardWay.Paper),
        new(Foundation, Outcomes, Once, "One page of numbers after six months, open to everybody."),
    ];

    public const string FirstDraft = "Everyone in Riverbend County can get a government form done at a library near them.\n\nPeople who know the rules are there to help.";
    public const string SecondDraft = "Anyone in Riverbend County can get a government form done, in their own language, within ten miles of home.\n\nPeople who know the rules are in the building, and nobody has to give up their privacy to be helped.";
    public const string Public = "Anyone in Riverbend County can get a government form done. In their own language. Within ten miles of home.";
    public const string PublicInSpanish = "Cualquier persona del condado de Riverbend puede terminar un trámite del gobierno. En su propio idioma. A menos de diez millas de su casa.";
    public const string Reservation = "We stand behind every word. We say again that our federal money forbids lobbying: our name stands under the vision and not under any letter to lawmakers that refers to it.";
}
