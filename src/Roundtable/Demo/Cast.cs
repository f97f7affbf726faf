using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.Platform.Data;
using static Roundtable.Directory.PartnerRole;

namespace Roundtable.Demo;

/// <summary>An organization of the story that took a seat, with its people, what it brings and what binds it.</summary>
/// <param name="SeatedDaysAgo">The way to the seat took some weeks before that.</param>
internal sealed record Member(OrganizationEntry Entry, int SeatedDaysAgo, string Representative, string? Alternate, string? Signer, string Concern, CommitmentKind Proof, string Evidence)
{
    public bool IsKeyPlayer { get; init; }
    public IReadOnlyList<OfferedRole> Offers { get; init; } = [];
    public IReadOnlyList<BriefText> Brief { get; init; } = [];
    public string Name => Entry.Name;
}

/// <summary>Who plays in Riverbend County, as data: partners who want different things, as they do everywhere.</summary>
internal static class Cast
{
    public const string Convener = "Ana Ruiz";
    public const string ConvenerEmail = "ana.ruiz@example.org";
    public const string Library = "Riverbend Public Library", HumanServices = "Riverbend County Human Services", Workforce = "Riverbend Workforce Board",
        LegalAid = "Legal Aid of the Valley", AdultSchool = "Riverbend Adult School, ESL Program", HmongCenter = "Hmong Community Center of Riverbend",
        LatinoCenter = "Centro Latino de Riverbend", TaxHelp = "Riverbend Volunteer Tax Help", Emergency = "Riverbend County Emergency Management",
        Chamber = "Riverbend Area Chamber of Commerce", Foundation = "Riverbend Community Foundation";

    public static string EmailOf(string name) => Folded.Of(name).Replace(' ', '.') + "@example.org";

    public static readonly OrganizationEntry TheLibrary = Entry(Library, Sector.Library, "Five branches and a bookmobile; public computers, printers, help with e-government.", ["en", "es"], LibraryType.Public);

    public static readonly IReadOnlyList<OfferedRole> LibraryOffers =
        [new(Assistance, 60, OfferUnit.HoursAMonth, "Desk help at five branches: finding the right page, scanning, printing", ["en", "es"]), new(Training, 4, OfferUnit.Sessions, "Computer and e-mail basics, each month", ["en", "es"])];

    public static readonly IReadOnlyList<BriefText> LibraryBrief =
    [
        new(BriefKind.Constituency, "Everyone in the county, with or without a card. Last year the desk counted 11,400 questions about government forms.", Visibility.Public),
        new(BriefKind.Limits, "Our counsel says self-service: staff show where a form lives and how to move through it. They do not fill it in, choose for the person or see a password.", Visibility.Partners),
        new(BriefKind.Wants, "Somebody from the agency in the building when a case is more than we may answer.", Visibility.Partners),
        new(BriefKind.Mandate, "The board wants to see this cost no new position before the next budget.", Visibility.Organization),
        new(BriefKind.Offers, "The study room of the main branch on Tuesdays, free, counted as in-kind.", Visibility.Partners),
        new(BriefKind.Channels, "Newsletter to 9,000 homes, desk cards, bookmobile stops.", Visibility.Public),
    ];

    public static readonly IReadOnlyList<Member> Members =
    [
        new(Entry(HumanServices, Sector.Government, "Food, medical and heating benefits; child care help.", ["en", "es", "hmn"]), 48, "Denise Walker", "Tyrell Banks", "Robert Hale",
            "Four in ten people who call them have no computer and are sent to the library.", CommitmentKind.BoardVote, "County board vote 7 to 0 to take part for one year.")
        {
            IsKeyPlayer = true, Offers = [new(Assistance, 8, OfferUnit.HoursAMonth, "A benefits worker on site, Tuesdays", ["en", "es"]), new(Training, 2, OfferUnit.Sessions, "Benefits overview for library staff", ["en"])],
            Brief =
            [
                new(BriefKind.Constituency, "About 14,000 households that get or ask for benefits.", Visibility.Partners), new(BriefKind.Mandate, "State law: an application counts from the day it is filed, complete or not.", Visibility.Partners),
                new(BriefKind.Wants, "Assisted level at every branch: staff sit down with a person and fill in the application together.", Visibility.Partners),
                new(BriefKind.Limits, "Case data stays in our system. Nothing about a person may be kept at a branch.", Visibility.Partners), new(BriefKind.Offers, "One trained worker each Tuesday, if a private room is there.", Visibility.Partners),
            ],
        },
        new(Entry(LegalAid, Sector.Nonprofit, "Free civil legal help: housing, benefits, family.", ["en", "es"]), 45, "Priya Nair", null, "Thomas Avery",
            "Court forms went online in spring; people bring them to the desk half done.", CommitmentKind.LetterOfCommitment, "Letter of October: two trainings and a desk card.")
        {
            Offers = [new(Training, 2, OfferUnit.Sessions, "Information and legal advice: where the line runs", ["en"]), new(Assistance, 6, OfferUnit.HoursAMonth, "Phone back-up for librarians", ["en", "es"])],
            Brief = [new(BriefKind.Mandate, "We serve people under 125 percent of the poverty line.", Visibility.Public), new(BriefKind.Limits, "Our federal money forbids lobbying. We cannot put our name to anything that asks lawmakers for something.", Visibility.Partners), new(BriefKind.Wants, "Referrals that come with the right papers.", Visibility.Partners)],
        },
        new(Entry(LatinoCenter, Sector.Nonprofit, "Community centre: classes, forms, citizenship.", ["es", "en"]), 42, "Carmen Delgado", "Luis Ortega", "Carmen Delgado",
            "Families trust them first and come with letters they cannot read.", CommitmentKind.LetterOfSupport, "Letter of support from their board.")
        {
            Offers = [new(Translation, 16, OfferUnit.HoursAMonth, "Spanish, spoken and desk cards", ["es"]), new(Advocacy, 2, OfferUnit.HoursAMonth, "Speak for families at county meetings", ["es", "en"])],
            Brief = [new(BriefKind.Limits, "Our young people are not interpreters. We send trained adults or nobody.", Visibility.Partners), new(BriefKind.Wants, "Interpreters are paid for their hours.", Visibility.Partners)],
        },
        new(Entry(HmongCenter, Sector.Nonprofit, "Community centre: elders, youth, language.", ["hmn", "en"]), 40, "Mai Vang", "Kou Xiong", "Mai Vang",
            "Elders lose benefits at renewal because the letter is in English only.", CommitmentKind.Spoken, "Promised at the first meeting: twelve hours a month.")
        {
            Offers = [new(Translation, 12, OfferUnit.HoursAMonth, "Hmong, spoken; clan leaders help us reach elders", ["hmn"])],
            Brief = [new(BriefKind.Constituency, "Some 4,000 Hmong neighbours, a third over 60.", Visibility.Partners), new(BriefKind.Channels, "Radio hour on Sunday, clan meetings.", Visibility.Partners), new(BriefKind.Wants, "A first page in Hmong before any poster.", Visibility.Organization)],
        },
        new(Entry(AdultSchool, Sector.Education, "English classes for adults, citizenship, GED.", ["en", "es", "hmn"]), 37, "Miguel Santos", "Ellen Park", "Grace Osei",
            "Their students practise on real forms and need a place to do it.", CommitmentKind.LetterOfCommitment, "Letter of commitment: ten sessions a year.")
        {
            Offers = [new(Training, 10, OfferUnit.Sessions, "Forms in plain English, evenings", ["en", "es", "hmn"])], Brief = [new(BriefKind.Limits, "Terms begin in January and August; nothing new starts between.", Visibility.Partners), new(BriefKind.Offers, "Classroom with 20 computers on Saturdays.", Visibility.Public)],
        },
        new(Entry(Workforce, Sector.Government, "Unemployment claims, job search, retraining.", ["en", "es"]), 33, "Linda Brandt", null, "James Okafor",
            "The claim is online only, and the nearest office is 30 miles away.", CommitmentKind.Mail, "E-mail of the director: six workshops a year.")
        {
            Offers = [new(Training, 6, OfferUnit.Sessions, "Claim walk-through and job portal", ["en"])],
            Brief = [new(BriefKind.Limits, "We cannot share data about any client, not even counts under ten.", Visibility.Partners), new(BriefKind.Wants, "Fewer claims sent back for a missing paper.", Visibility.Partners)],
        },
        new(Entry(TaxHelp, Sector.Nonprofit, "Free tax returns by trained volunteers, February to April.", ["en", "es"]), 30, "Harold Jensen", "Rosa Medina", null,
            "They need sites; we have the rooms.", CommitmentKind.Spoken, "Said yes for this season by phone.")
        {
            Offers = [new(Assistance, 24, OfferUnit.People, "Volunteers with a certificate, in season", ["en", "es"])], Brief = [new(BriefKind.Mandate, "Two people see every return: one prepares, another checks.", Visibility.Partners)],
        },
        new(Entry(Emergency, Sector.Government, "Plans for floods, heat and power cuts.", ["en"]), 26, "Karen Novak", "Joel Stone", "Karen Novak",
            "After the flood people came to the library to ask for aid forms.", CommitmentKind.LetterOfSupport, "Letter of the emergency manager.")
        {
            Offers = [new(Training, 1, OfferUnit.Sessions, "What a branch does in the first 72 hours", ["en"])], Brief = [new(BriefKind.Wants, "Branches open as charging and information points in an emergency.", Visibility.Partners)],
        },
        new(Entry(Foundation, Sector.Nonprofit, "Grants for the county since 1987.", ["en"]), 22, "Helen Marsh", null, "Helen Marsh",
            "They pay for what several do together, not for one.", CommitmentKind.BoardVote, "Grants committee: interpreters for one year, up to $18,000.")
        {
            IsKeyPlayer = true, Brief = [new(BriefKind.Offers, "Pay for interpreters for one year, if the county sends its worker on Tuesdays and the library gives the room.", Visibility.Partners), new(BriefKind.Wants, "One page of numbers after six months, open to everybody.", Visibility.Partners), new(BriefKind.Limits, "No money for salaries that go on after the grant.", Visibility.Organization)],
        },
        new(Entry(Chamber, Sector.Business, "Four hundred local businesses.", ["en"]), 15, "Diane Foster", null, null,
            "Licences and permits went online, and small shops ask the library.", CommitmentKind.Mail, "E-mail: two hours a month to carry the message.")
        {
            Offers = [new(Advocacy, 2, OfferUnit.HoursAMonth, "Carry the message to business owners and the county board", ["en"])], Brief = [new(BriefKind.Wants, "Our logo comes first on everything that is printed.", Visibility.Partners), new(BriefKind.Channels, "Weekly mail to 400 businesses.", Visibility.Public)],
        },
    ];

    public static OrganizationEntry Entry(string name, Sector sector, string doing, IReadOnlyList<string> languages, LibraryType? library = null, string city = "Riverbend", Level level = Level.Local) =>
        new() { Name = name, Sector = sector, Level = level, LibraryType = library, City = city, State = Story.State, Languages = languages, Doing = doing };
}
