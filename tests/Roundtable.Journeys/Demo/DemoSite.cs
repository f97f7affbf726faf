using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Roundtable.Demo;
using Roundtable.Journeys.People;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform.Access;

namespace Roundtable.Journeys.Demo;

/// <summary>Riverbend County as a newcomer finds it, with somebody who runs the site.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    public Site Site { get; private set; } = null!;
    public Person Ana { get; private set; } = null!;
    public Person Olga { get; private set; } = null!;
    public Partnership Lively { get; private set; } = null!;

    /// <summary>A question that waits for its answer, and the own page of a partner without an account.</summary>
    public string Answer { get; private set; } = "";
    public string Me { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Site = await Site.Open();
        await using (var scope = Site.App.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<DemoData>().Load(Actor.System("test"));
        Olga = await Site.Person("Olga Site", "olga@example.org", administrator: true);
        await Site.See(async db =>
        {
            Ana = await db.People.SingleAsync(p => p.EmailKey == "ana.ruiz@example.org");
            Lively = await db.Partnerships.SingleAsync(p => p.Slug.StartsWith("riverbend"));
            var asked = await db.Invitations.FirstAsync(i => i.State == InvitationState.Sent);
            var partner = await db.People.SingleAsync(p => p.EmailKey == "denise.walker@example.org");
            db.Add(Link.Make(LinkPurpose.Invitation, Site.Now(), Invitation.Asked, out var secret, asked.PersonId, asked.PartnershipId, asked.Id));
            (Answer, Me) = ($"/answer/{secret}", PersonalLinks.Path(db, Site.Now(), partner, Lively, "en"));
            return await db.SaveChangesAsync();
        });
    }

    /// <summary>Every page the walks saw, as it was sent.</summary>
    public Dictionary<string, string> Pages { get; } = [];

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
