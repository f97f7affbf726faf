using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;

namespace Roundtable.Platform.Web;

/// <summary>
/// A public page that is the same for every stranger is kept ready, in each language, until this node's next save and for half a minute at most.
/// Pages ask for it with <c>[OutputCache(PolicyName = KeptReady.Name)]</c>; one with a form must not, because each form has a key of its own.
/// </summary>
public sealed class KeptReady : IOutputCachePolicy
{
    public const string Name = "kept-ready";

    /// <summary>How long another node's save may stay unseen.</summary>
    private static readonly TimeSpan most = TimeSpan.FromSeconds(30);

    internal static void AddTo(IServiceCollection services)
    {
        services.AddOutputCache(o =>
        {
            o.AddPolicy(Name, new KeptReady());
            o.SizeLimit = 10_000_000;
        });
        services.AddDataWatch<Renewal>();
    }

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var stranger = HttpMethods.IsGet(request.Method) && request.Headers is { Cookie.Count: 0, Authorization.Count: 0 } && !request.QueryString.HasValue;
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = stranger;
        context.ResponseExpirationTimeSpan = most;
        context.Tags.Add(Name);
        // The language was taken off the path, and pages name their own address, never the one they were asked under.
        context.CacheVaryByRules.VaryByValues["language"] = context.HttpContext.RequestServices.GetRequiredService<CurrentLanguage>().Code;
        context.CacheVaryByRules.VaryByHost = false;
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        context.AllowCacheStorage &= response.StatusCode == StatusCodes.Status200OK && response.Headers.SetCookie.Count == 0;
        return ValueTask.CompletedTask;
    }

    /// <summary>Whatever was saved, pages are made anew.</summary>
    internal sealed class Renewal(IOutputCacheStore kept) : DbTransactionInterceptor
    {
        public override async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
            await kept.EvictByTagAsync(Name, CancellationToken.None);
    }
}
