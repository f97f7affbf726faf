namespace Roundtable.Partnerships;

/// <summary>One of the ten words of the workspace's navigation. Each capability registers its own; a word without one is left out.</summary>
/// <param name="Place">1 to 10.</param>
/// <param name="Key">Key of the word.</param>
/// <param name="Paths">First parts of addresses after <c>/w/{partnership}/</c> that belong to the word; the first is where it leads.</param>
public sealed record WorkspaceWord(int Place, string Key, params IReadOnlyList<string> Paths)
{
    public string Href(string slug) => Paths.Count == 0 || Paths[0].Length == 0 ? Urls.Home(slug) : $"{Urls.Home(slug)}/{Paths[0]}";

    public bool IsAt(string slug, string path)
    {
        var rest = path.StartsWith(Urls.Home(slug), StringComparison.OrdinalIgnoreCase) ? path[Urls.Home(slug).Length..].Trim('/').Split('/', '.')[0] : null;
        return rest is not null && Paths.Contains(rest);
    }
}
