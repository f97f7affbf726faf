using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Roundtable.Platform.Data;

namespace Roundtable.People;

/// <summary>Catches a form whose sender was signed out meanwhile, before it is sent to the sign-in page and lost.</summary>
internal static class KeptFormApi
{
    /// <summary>Whether the request was answered here.</summary>
    public static async Task<bool> Keep(HttpContext http, RoundtableDb db, Instant now)
    {
        if (http.Features.Get<LapsedSession>() is not { } lapsed || !HttpMethods.IsPost(http.Request.Method) || !http.Request.HasFormContentType) return false;
        if (http.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null) return false;
        var address = http.Request.Path + http.Request.QueryString;
        if (http.Request.ContentLength is null or > KeptForm.Longest || http.Request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
        {
            http.Response.Redirect($"{PeopleUrls.SignIn}?to={Uri.EscapeDataString(address)}&lost=true");
            return true;
        }
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        var fields = from field in form where field.Key is not "__RequestVerificationToken" from value in field.Value select new KeptField(field.Key, value ?? "");
        db.Add(KeptForm.Of(lapsed.PersonId, secret, address, fields, now));
        await db.SaveChangesAsync(http.RequestAborted);
        http.Response.Redirect($"{PeopleUrls.SignIn}?to={Uri.EscapeDataString($"{PeopleUrls.SignIn}/kept/{secret}")}&kept=true");
        return true;
    }
}
