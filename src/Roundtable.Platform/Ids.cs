namespace Roundtable.Platform;

/// <summary>The only place that makes identifiers. Version 7: they sort by the moment they were made.</summary>
public static class Ids
{
#pragma warning disable RS0030 // this is the one file that may
    public static Guid New() => Guid.CreateVersion7();
#pragma warning restore RS0030
}
