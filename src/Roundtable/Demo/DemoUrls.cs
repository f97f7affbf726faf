namespace Roundtable.Demo;

/// <summary>Addresses of this capability's pages.</summary>
public static class DemoUrls
{
    public const string Admin = "/admin/demo";
}
