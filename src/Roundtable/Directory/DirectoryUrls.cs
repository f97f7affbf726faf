using System.Globalization;
using System.Text.Encodings.Web;
using Roundtable.Directory.Search;

namespace Roundtable.Directory;

/// <summary>Addresses of the directory, for whoever links to it.</summary>
public static class DirectoryUrls
{
    public const string Search = "/directory";
    public const string Imports = "/admin/directory/imports";
    public const string NewImport = "/admin/directory/imports/new";

    public const string Sources = "/admin/directory/sources";
    public const string Duplicates = "/admin/directory/duplicates";

    public static string Duplicate(Guid pair) => $"/admin/directory/duplicates/{pair}";
    public static string Organization(Guid id) => $"/directory/organizations/{id}";
    public static string Correction(Guid id) => $"/directory/organizations/{id}/correction";
    public static string Service(Guid organization, int number) => $"{Organization(organization)}/services/{number}";
    public static string NewService(Guid organization) => $"{Organization(organization)}/services/new";
    public static string Location(Guid organization, Guid location) => $"{Organization(organization)}/locations/{location}";
    public static string NewLocation(Guid organization) => $"{Organization(organization)}/locations/new";
    public static string Import(Guid plan) => $"/admin/directory/imports/{plan}";
    public static string ImportColumns(Guid plan) => $"/admin/directory/imports/{plan}/columns";
    public static string Progress(Guid plan) => $"/admin/directory/imports/{plan}/progress";
    public static string Problems(Guid plan) => $"/admin/directory/imports/{plan}/problems";

    /// <summary>The same search at another place, as a page (<c>/directory</c>), a file (<c>/directory.csv</c>) or for a program.</summary>
    public static string Of(SearchInput search, string path = Search, int? after = null)
    {
        var given = new (string Name, string? Value)[]
        {
            ("q", search.Words), ("near", search.Near), ("miles", search.Miles), ("sector", search.Sector), ("state", search.State), ("level", search.Level), ("language", search.Language), ("street", search.Street), ("gone", search.Gone), ("role", search.Role), ("need", search.Need), ("limit", search.Limit),
            ("after", after?.ToString(CultureInfo.InvariantCulture)),
        };
        var query = string.Join('&', given.Where(g => !string.IsNullOrEmpty(g.Value)).Select(g => $"{g.Name}={UrlEncoder.Default.Encode(g.Value!)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }
}
