namespace Roundtable.Partnerships;

/// <summary>Addresses of who is missing, its rules, and ties.</summary>
public static class CoverageUrls
{
    public static string By(Partnership p, string? dimension = null) => $"{ProspectUrls.Missing(p)}{(dimension is null ? "" : $"?by={dimension}")}";
    public static string Rules(Partnership p) => $"{ProspectUrls.Missing(p)}/rules";
    public static string Needs(Partnership p) => $"{ProspectUrls.Missing(p)}/needs";
    public static string Need(Partnership p, string code) => $"{Needs(p)}/{code}";
    public static string Shares(Partnership p) => $"{ProspectUrls.Languages(p)}/shares";
    public static string Ties(Partnership p, Guid organization) => $"{Urls.Home(p)}/ties?organization={organization}";
}
