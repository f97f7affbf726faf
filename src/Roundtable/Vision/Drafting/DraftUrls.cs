using Roundtable.Partnerships;

namespace Roundtable.Vision;

/// <summary>Addresses of drafts, wording rounds, the proposal and the adopted vision.</summary>
public static class DraftUrls
{
    private static string Process(Partnership p, int process) => $"{Urls.Home(p)}/vision/processes/{process}";

    public static string All(Partnership p, int process) => $"{Process(p, process)}/drafts";
    public static string New(Partnership p, int process, int? from = null) => $"{All(p, process)}/new{(from is { } edition ? $"?from={edition}" : "")}";
    public static string FromAnswer(Partnership p, int process, int edition, int round, int seat) => $"{New(p, process, edition)}&round={round}&seat={seat}";
    public static string One(Partnership p, int process, int edition) => $"{All(p, process)}/{edition}";
    public static string Difference(Partnership p, int process, int edition, int with) => $"{One(p, process, edition)}/difference?with={with}";
    public static string Rounds(Partnership p, int process) => $"{Process(p, process)}/rounds";
    public static string Proposal(Partnership p, int process) => $"{Process(p, process)}/proposal";

    public static string Adopted(Partnership p) => $"{Urls.Home(p)}/vision/adopted";
    public static string Former(Partnership p, int number) => $"{Adopted(p)}/{number}";
    public static string Adoption(Partnership p) => $"{Adopted(p)}/adoption";
    public static string PublicText(Partnership p) => $"{Adopted(p)}/public";
    public static string PublicCheck(Partnership p) => $"{PublicText(p)}/check";
    public static string Print(Partnership p) => $"{Adopted(p)}/print";
    public static string Poster(Partnership p) => $"{Adopted(p)}/poster";
    public static string Word(Partnership p) => $"{Adopted(p)}.docx";
    public static string Markdown(Partnership p) => $"{Adopted(p)}.md";

    /// <summary>The page everybody can open.</summary>
    public static string Public(Partnership p) => $"/p/{p.Slug}/vision";

    /// <summary>Below a personal link.</summary>
    public const string WordingStep = "/vision/wording";
    public const string AdoptionStep = "/vision/adoption";
}
