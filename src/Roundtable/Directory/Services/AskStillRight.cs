using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.People;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Jobs;
using Roundtable.Platform.Mail;
using Roundtable.Platform.Text;

namespace Roundtable.Directory.Services;

/// <summary>
/// Asks an organization's own people once a year whether what is on record is still right: a letter that says it, and one button to a page
/// where one press confirms it. Nobody is asked who stopped this mail, and no organization twice in a year.
/// </summary>
public sealed class AskStillRight(RoundtableDb db, IClock clock, Outbox outbox) : Job
{
    public static readonly LetterKind Kind = new("still-right", "still-right.kind", "still-right.why", Fleeting: true);

    /// <summary>So many in one night; the others the next.</summary>
    private const int AtOnce = 200;
    private const int ServicesTold = 5;

    /// <summary>An entry confirmed within this time is not asked about; a letter is not repeated within it.</summary>
    public static readonly Period Pause = Period.FromYears(1);

    private static readonly Duration linkLife = Duration.FromDays(60);

    public override async Task<int> Run(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var (day, asked) = (now.InUtc().Date - Pause, 0);
        foreach (var speakers in (await Speakers(day, now, ct)).GroupBy(s => s.Organization))
        {
            if (asked >= AtOnce) break;
            var organization = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == speakers.Key, ct);
            var services = await db.ServicesOf(organization.Id, Actor.System(nameof(AskStillRight)), ct);
            foreach (var speaker in speakers)
                if (await Ask(speaker, organization, services, now, ct)) { asked++; break; }
            await db.SaveChangesAsync(ct);
        }
        return asked;
    }

    // Seats' people, the representative first. Who is in several partnerships is asked for one.
    private async Task<List<Speaker>> Speakers(LocalDate day, Instant now, CancellationToken ct)
    {
        var since = now - Duration.FromDays(365);
        var letters = db.Letters.Where(l => l.Kind == Kind.Key && l.CreatedAt > since);
        var due = db.Organizations.Where(o => o.LastConfirmed <= day && !letters.Any(l => l.AboutId == o.Id)).Select(o => o.Id);
        var found = await db.Grants.AsNoTracking().Where(g => g.OrganizationId != null && due.Contains(g.OrganizationId.Value)).Join(db.People.Where(p => p.SuspendedAt == null && p.Email != ""), g => g.PersonId, p => p.Id, (g, p) => new { g, p }).ToListAsync(ct);
        return [.. found.OrderBy(f => f.g.Role is Role.Representative ? 0 : 1).ThenBy(f => f.g.Id).Select(f => new Speaker(f.g.OrganizationId!.Value, f.g.PartnershipId, f.p)).DistinctBy(s => (s.Organization, s.Person.Id))];
    }

    private async Task<bool> Ask(Speaker speaker, Organization organization, List<ServiceOffered> services, Instant now, CancellationToken ct)
    {
        var person = speaker.Person;
        var link = Link.Make(LinkPurpose.Personal, now, linkLife, out var secret, person.Id, speaker.Partnership);
        var letter = await outbox.Post(Kind, new Addressee(person.Email, person.FullName, person.Language, person.Id), paper => paper
            .Subject("still-right.subject", organization.ShownName).Greet(person.FullName)
            .Say("still-right.words", organization.ShownName, paper.T.Date(organization.LastConfirmed))
            .List(Told(organization, services, paper.T))
            .Button(outbox.Address($"{(person.Language == TextBook.Default ? "" : $"{person.Language}/")}me/{secret}/services"), "still-right.button")
            .Say("still-right.fix").Close(), partnership: speaker.Partnership, about: organization.Id, ct: ct);
        if (letter is not null) db.Add(link);
        return letter is not null;
    }

    private static IEnumerable<string> Told(Organization o, List<ServiceOffered> services, Texts t)
    {
        var address = string.Join(", ", new[] { o.ShownStreet, o.ShownCity, $"{o.State} {o.Zip}".Trim() }.Where(p => !string.IsNullOrEmpty(p)));
        if (address.Length > 0) yield return t["still-right.address", address];
        if (o.Phone is { } phone) yield return t["still-right.phone", phone];
        if (o.Website is { } site) yield return t["still-right.website", site];
        foreach (var service in services.Take(ServicesTold)) yield return t["still-right.service", service.ShownName];
        if (services.Count > ServicesTold) yield return t["still-right.more", services.Count - ServicesTold];
    }

    private sealed record Speaker(Guid Organization, Guid Partnership, Person Person);
}
