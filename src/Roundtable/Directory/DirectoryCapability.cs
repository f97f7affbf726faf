using NodaTime;
using Roundtable.Directory.Duplicates;
using Roundtable.Directory.Hsds;
using Roundtable.Directory.Imports;
using Roundtable.Directory.Services;
using Roundtable.Platform.Data;
using Roundtable.Platform.Hosting;
using Roundtable.Platform.Jobs;

namespace Roundtable.Directory;

/// <summary>Who could be at the table: organizations and places from open data, and the way of files into them.</summary>
public static class DirectoryCapability
{
    public static IServiceCollection AddDirectory(this IServiceCollection services) => services.AddSingleton<PlaceBooks>().AddScoped<ImportDesk>()
        .AddJob<ImportWork>("import.job", Duration.FromMinutes(1)).AddJob<Search.SearchTidying>("directory.search.job", Duration.FromMinutes(10))
        .AddSingleton<IOrganizationsInUse, MergedOrganizations>().AddJob<FindDuplicates>("duplicates.job", Duration.FromHours(1))
        .AddJob<AskStillRight>("still-right.job", "0 20 14 * * ?")
        .AtStart((scope, ct) => scope.GetRequiredService<RoundtableDb>().BringPlaces(ct));

    public static void MapDirectory(this IEndpointRouteBuilder routes)
    {
        routes.MapOrganizations();
        routes.MapImports();
        routes.MapHsds();
        routes.MapDuplicates();
    }
}
