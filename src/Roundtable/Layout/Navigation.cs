using System.Collections.Frozen;
using Microsoft.AspNetCore.Routing;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.Layout;

/// <summary>The words beside a page. A word leads somewhere or is left out: pages that are not built have none.</summary>
public sealed class Navigation(IEnumerable<WorkspaceWord> words, IEnumerable<EndpointDataSource> endpoints)
{
    private static readonly (string Key, string Href)[] Admin =
    [
        ("layout.admin.people", "/admin/people"), ("layout.admin.partnerships", Urls.Admin), ("layout.admin.sources", DirectoryUrls.Sources), ("layout.admin.imports", DirectoryUrls.Imports), ("layout.admin.duplicates", DirectoryUrls.Duplicates), ("layout.admin.mail", "/admin/mail"),
        ("layout.admin.jobs", "/admin/jobs"), ("layout.admin.diagnostics", "/admin/diagnostics"), ("layout.admin.demo", "/admin/demo"),
    ];

    private readonly WorkspaceWord[] ordered = [.. words.OrderBy(w => w.Place)];
    private readonly Lazy<FrozenSet<string>> known = new(() => endpoints.SelectMany(e => e.Endpoints).OfType<RouteEndpoint>().Select(e => $"/{e.RoutePattern.RawText?.Trim('/')}").ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    public bool Has(string address) => known.Value.Contains(address);

    public IReadOnlyList<NavItem> Workspace(string slug, string path, Texts t, IReadOnlyList<string> waiting) =>
        [.. ordered.Select(w => new NavItem(t[w.Key], w.Href(slug), waiting.Count(href => w.IsAt(slug, href)), w.IsAt(slug, path)))];

    public IReadOnlyList<NavItem> Administration(string path, Texts t) =>
        [.. Admin.Where(a => Has(a.Href)).Select(a => new NavItem(t[a.Key], a.Href, Current: path.StartsWith(a.Href, StringComparison.OrdinalIgnoreCase)))];
}
