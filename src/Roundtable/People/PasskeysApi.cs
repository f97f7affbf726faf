using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.People;

/// <summary>
/// Adding a passkey and signing in with one: the browser asks here what to sign, and sends the signature with the page's own form.
/// What was asked travels sealed with it, for five minutes, so that nothing is kept for people who never come back.
/// </summary>
public sealed class PasskeysApi(RoundtableDb db, IPasskeyHandler<Person> ceremony, IDataProtectionProvider protection, CurrentActor who, IClock clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
    private readonly ITimeLimitedDataProtector seal = protection.CreateProtector("Roundtable.Passkeys").ToTimeLimitedDataProtector();

    /// <summary>Keeps the key the browser just made.</summary>
    /// <exception cref="Refusal">The answer does not fit what was asked, or the key is known already.</exception>
    public async Task Add(HttpContext http, Person person, string? credential, string? state, string? name)
    {
        var asked = Unseal(state) ?? throw new Refusal("people.passkey.failed");
        var result = await ceremony.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http, CredentialJson = credential ?? "{}", AttestationState = asked });
        if (!result.Succeeded || result.UserEntity.Id != person.Id.ToString()) throw new Refusal("people.passkey.failed");
        db.Add(Passkey.Of(who.Actor, person, result.Passkey.CredentialId, PasskeyStoreApi.FactsOf(result.Passkey).Written, name, clock.GetCurrentInstant()));
    }

    /// <summary>Whose key signed.</summary>
    /// <exception cref="Refusal">A key nobody here has, or a signature that does not fit.</exception>
    public async Task<Person> Recognize(HttpContext http, string? credential, string? state)
    {
        var asked = Unseal(state) ?? throw new Refusal("people.passkey.failed");
        var result = await ceremony.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http, CredentialJson = credential ?? "{}", AssertionState = asked });
        if (!result.Succeeded || result.User.IsSuspended) throw new Refusal("people.passkey.failed");
        var id = result.Passkey.CredentialId;
        var key = await db.Passkeys.Of(result.User.Id).SingleAsync(k => k.CredentialId == id);
        key.Use(PasskeyStoreApi.FactsOf(result.Passkey).Written, clock.GetCurrentInstant());
        return result.User;
    }

    private async Task<PasskeyQuestion> AskToAdd(HttpContext http, Person person)
    {
        var made = await ceremony.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = person.Id.ToString(), Name = person.Email, DisplayName = person.Called }, http);
        return Question(made.CreationOptionsJson, made.AttestationState);
    }

    private async Task<PasskeyQuestion> AskToSignIn(HttpContext http)
    {
        var made = await ceremony.MakeRequestOptionsAsync(null, http);
        return Question(made.RequestOptionsJson, made.AssertionState);
    }

    private PasskeyQuestion Question(string options, string? state) => new(JsonDocument.Parse(options).RootElement, seal.Protect(state ?? "", Life));

    private string? Unseal(string? state)
    {
        try
        {
            return string.IsNullOrEmpty(state) ? null : seal.Unprotect(state);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/profile/passkeys/question", async (HttpContext http, PasskeysApi passkeys, RoundtableDb db, CurrentActor who) =>
                Results.Json(await passkeys.AskToAdd(http, await db.People.SingleAsync(p => p.Id == who.Actor.PersonId))))
            .RequireAuthorization(Policies.SignedIn).WithSummary("What a browser signs to add a passkey.");
        app.MapPost("/sign-in/passkey/question", async (HttpContext http, PasskeysApi passkeys) => Results.Json(await passkeys.AskToSignIn(http)))
            .AllowAnonymous().WithSummary("What a browser signs to sign in with a passkey.");
    }
}

/// <param name="Options">For <c>navigator.credentials</c>, as the browser parses it.</param>
/// <param name="State">To send back with the answer.</param>
public sealed record PasskeyQuestion(JsonElement Options, string State);

internal static class PasskeyRoutesApi
{
    public static void MapPasskeys(this IEndpointRouteBuilder app) => PasskeysApi.Map(app);
}
