using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Roundtable.Platform.Data;

namespace Roundtable.People;

/// <summary>How the framework's passkey ceremony finds people and their keys. It never creates, changes or removes a person.</summary>
public sealed class PasskeyStoreApi(RoundtableDb db) : IUserPasskeyStore<Person>
{
    public async Task<Person?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? await db.People.FirstOrDefaultAsync(p => p.Id == id, cancellationToken) : null;

    public Task<Person?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => db.People.WithEmail(normalizedUserName, cancellationToken);
    public Task<string> GetUserIdAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());
    public Task<string?> GetUserNameAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);
    public Task<string?> GetNormalizedUserNameAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.EmailKey);

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Person user, CancellationToken cancellationToken) =>
        [.. (await db.Passkeys.Of(user.Id).ToListAsync(cancellationToken)).Select(InfoOf)];

    public async Task<Person?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var people = db.People.AsQueryable();
        return await db.Passkeys.Where(k => k.CredentialId == credentialId).Join(people, k => k.PersonId, p => p.Id, (_, p) => p).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken) =>
        await db.Passkeys.Of(user.Id).FirstOrDefaultAsync(k => k.CredentialId == credentialId, cancellationToken) is { } key ? InfoOf(key) : null;

    public Task AddOrUpdatePasskeyAsync(Person user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw Elsewhere();
    public Task RemovePasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken) => throw Elsewhere();
    public Task SetUserNameAsync(Person user, string? userName, CancellationToken cancellationToken) => throw Elsewhere();
    public Task SetNormalizedUserNameAsync(Person user, string? normalizedName, CancellationToken cancellationToken) => throw Elsewhere();
    public Task<IdentityResult> CreateAsync(Person user, CancellationToken cancellationToken) => throw Elsewhere();
    public Task<IdentityResult> UpdateAsync(Person user, CancellationToken cancellationToken) => throw Elsewhere();
    public Task<IdentityResult> DeleteAsync(Person user, CancellationToken cancellationToken) => throw Elsewhere();
    public void Dispose() { }

    private static NotSupportedException Elsewhere() => new("People and passkeys are changed by their own methods only.");

    internal static PasskeyFacts FactsOf(UserPasskeyInfo key) => new(key.PublicKey, key.SignCount, key.Transports, key.IsUserVerified, key.IsBackupEligible, key.IsBackedUp);

    private static UserPasskeyInfo InfoOf(Passkey key)
    {
        var facts = PasskeyFacts.Of(key);
        return new(key.CredentialId, facts.PublicKey, key.AddedAt.ToDateTimeOffset(), facts.SignCount, facts.Transports, facts.IsUserVerified, facts.IsBackupEligible, facts.IsBackedUp, [], [])
        {
            Name = key.Name,
        };
    }
}
