using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.People;

/// <summary>Tries a typed code against the sign-in or the change of address it belongs to.</summary>
public static class SignInCodesQueries
{
    private const int MostTries = 5;

    /// <summary>
    /// The link the code fits, ready to be used; none for a wrong code. Each try is counted before it is looked at, so that
    /// many at once are not more than five.
    /// </summary>
    /// <param name="whose">The one whose code it must be; anybody's when signing in.</param>
    public static async Task<Link?> TryCode(this RoundtableDb db, LinkPurpose purpose, Guid request, string? typed, Instant now, Guid? whose = null, CancellationToken ct = default)
    {
        var asked = db.Links.Where(l => l.Id == request && l.Purpose == purpose && (whose == null || l.PersonId == whose));
        var counted = await db.Together(() => asked.Where(l => l.WrongCodes < MostTries && l.UsedAt == null && l.RevokedAt == null)
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.WrongCodes, x => x.WrongCodes + 1), ct), ct);
        if (counted == 0 || SignIn.CodeIn(typed) is not { } code || await asked.FirstOrDefaultAsync(ct) is not { } link) return null;
        var tries = link.WrongCodes;
        if (link.Fits(code, now)) return link;
        db.Entry(link).State = EntityState.Detached;
        if (tries >= MostTries) await db.Together(() => asked.ExecuteUpdateAsync(l => l.SetProperty(x => x.RevokedAt, now), ct), ct);
        return null;
    }
}
