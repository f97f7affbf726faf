using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.People;

/// <summary>Catches a form whose sender was signed out meanwhile, before it is sent to the sign-in page and lost.</summary>
internal static class KeptFormApi
{
    /// <summary>Whether the request was answered here.</summary>
    public static async Task<bool> Keep(HttpContext http, RoundtableDb db, CurrentActor who, Instant now)
    {
        if (who.Actor.IsSignedIn || !HttpMethods.IsPost(http.Request.Method) || !http.Request.HasFormContentType) return false;
        if (http.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null) return false;
        var address = http.Request.Path + http.Request.QueryString;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        List<KeptField> fields = [.. from field in form where field.Key is not "__RequestVerificationToken" from value in field.Value select new KeptField(field.Key, value ?? "")];
        if (form.Files.Any(f => f.Length > 0)) fields.Add(new(KeptField.File, ""));
        if (http.Features.Get<LapsedSession>() is not { } lapsed)
        {
            // Nobody knows whose it is, so it is kept nowhere but in the answer.
            http.Features.Set(new StrayForm(address, fields));
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return true;
        }
        if (fields.Sum(f => f.Value.Length) > KeptForm.Longest)
        {
            http.Response.Redirect($"{PeopleUrls.SignIn}?to={Uri.EscapeDataString(address)}&lost=true");
            return true;
        }
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        db.Add(KeptForm.Of(lapsed.PersonId, secret, address, fields, now));
        await db.SaveChangesAsync(http.RequestAborted);
        http.Response.Redirect($"{PeopleUrls.SignIn}?to={Uri.EscapeDataString($"{PeopleUrls.SignIn}/kept/{secret}")}&kept=true");
        return true;
    }
}

/// <summary>What somebody sent after they had signed out: given back to them on the page that says so, and kept nowhere.</summary>
public sealed record StrayForm(string Address, IReadOnlyList<KeptField> Fields);
