namespace Roundtable.Directory;

/// <summary>The part of community life an organization speaks for at the table.</summary>
public enum Sector { Library, Government, Nonprofit, Education, Business, Health, Faith, Media, SocialService, Other }

/// <summary>How far an organization's duties reach.</summary>
public enum Level { National, State, Local }

/// <summary>What kind of library it is.</summary>
public enum LibraryType { Public, Academic, School, Special, StateLibrary, Association }

/// <summary>A number or name that others know an organization by; each value belongs to one organization.</summary>
public enum Scheme { Ein, Fscs, Ipeds, Domain, Hsds }

/// <summary>How exactly it is known where an organization is. Distances from less than an address are said so.</summary>
public enum Precision { Unknown, State, County, City, ZipArea, Address }

/// <summary>Reads and writes the words for these choices as addresses, files and the API use them: <c>social-service</c>.</summary>
public static class Codes
{
    public static string Of<T>(T value) where T : struct, Enum =>
        string.Concat($"{value}".Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : $"{c}"));

    public static T? Read<T>(string? code) where T : struct, Enum =>
        Enum.GetValues<T>().Where(v => Of(v) == code?.Trim().ToLowerInvariant()).Select(v => (T?)v).FirstOrDefault();
}
