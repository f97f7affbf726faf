using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Web;

namespace Roundtable.Partnerships;

/// <summary>What a program's request about one partnership comes with. Whatever it asks for is found for the actor or not there.</summary>
/// <param name="Partnership">Its slug, from the address.</param>
public sealed record Call(string Partnership, RoundtableDb Db, CurrentActor Who, IClock Clock)
{
    public Actor Actor => Who.Actor;
    public Instant Now { get; } = Clock.GetCurrentInstant();

    /// <exception cref="NotFoundException">Not there, or without a part in it.</exception>
    public async Task<Partnership> Here() => await Db.Partnerships.VisibleTo(Actor).OfSlug(Partnership) ?? throw new NotFoundException();

    public async Task<(Partnership Here, Seat Seat)> Seat(int number)
    {
        var here = await Here();
        return (here, await Db.Seats.VisibleTo(Actor).Of(here).Numbered(number) ?? throw new NotFoundException());
    }

    public async Task<(Partnership Here, Invitation Invitation)> Invitation(int number)
    {
        var here = await Here();
        return (here, await Db.Invitations.VisibleTo(Actor).Of(here).Numbered(number) ?? throw new NotFoundException());
    }

    public async Task<(Partnership Here, Prospect Prospect)> Prospect(int number)
    {
        var here = await Here();
        return (here, await Db.Prospects.VisibleTo(Actor).Of(here).Numbered(number) ?? throw new NotFoundException());
    }
}
