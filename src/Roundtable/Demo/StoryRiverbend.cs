using NodaTime;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;

namespace Roundtable.Demo;

/// <summary>The lively partnership: how eleven organizations came to its table, and what each brings.</summary>
internal sealed partial class Story
{
    private readonly Dictionary<string, Seat> seats = [];
    private Partnership riverbend = null!;
    private Partnership statewide = null!;

    private void WriteRiverbend()
    {
        On(75, at =>
        {
            var founded = Found(Cast.Convener, Cast.TheLibrary, "Riverbend County E-Government Roundtable",
                "Anyone in Riverbend County can get a government form done, in their language, within ten miles of home.",
                new PlaceServed(State, [CountyFips], "Riverbend County"), Level.Local, statewide, at);
            (riverbend, seats[Cast.Library]) = (founded.Partnership, founded.Seat);
            riverbend.Show(Convener, toPublic: true, at);
            var (seat, today) = (founded.Seat, riverbend.Today(at));
            seat.Fill(Convener, Role.Alternate, Who("Walter Greene", at).Id, today, at);
            seat.Fill(Convener, Role.Signer, Who("Margaret Lindqvist", at).Id, today, at);
            seat.Fill(Convener, Role.Liaison, Who(Cast.Convener, at).Id, today, at);
            seat.Agree(Convener, today, today.PlusYears(1), at);
            seat.Offer(Convener, Cast.LibraryOffers, at);
            var languages = Keep(new LanguageNeeds(riverbend));
            languages.Say(Convener, at, ["es", "hmn", "so"]);
            languages.SayShares(Convener, at, new Dictionary<string, string?> { ["es"] = "14", ["hmn"] = "6.5", ["so"] = "5.5" });
        });
        foreach (var member in Cast.Members) WriteWayToSeat(member);
        On(10, at => seats[Cast.Workforce].Succeed(As(Who("Linda Brandt", at), seats[Cast.Workforce]), Role.Representative, Who("James Okafor", at).Id, riverbend.Today(at), at));
        On(4, at => seats[Cast.Emergency].Vacate(Convener, Role.Alternate, riverbend.Today(at), at));
    }

    private Actor Convener => As(people.GetValueOrDefault(Cast.ConvenerEmail) ?? known[Cast.ConvenerEmail], seats[Cast.Library]);

    private void WriteWayToSeat(Member member)
    {
        Prospect prospect = null!;
        var days = member.SeatedDaysAgo;
        On(days + 22, at =>
        {
            var organization = Where(Who(Cast.Convener, at), member.Entry, at);
            prospect = Keep(Prospect.Add(Convener, at, riverbend.Id, new ProspectFacts(member.Name, "Riverbend", organization.Id, member.Entry.Sector, "Works in Riverbend County",
                [.. member.Offers.Select(o => o.Role)], member.Representative, Cast.EmailOf(member.Representative))));
            prospect.Describe(Convener, at, new ProspectNotes
            {
                Concern = member.Concern, IsKeyPlayer = member.IsKeyPlayer, Wanted = [.. member.Offers.Select(o => o.Role)],
                ContactName = member.Representative, ContactEmail = Cast.EmailOf(member.Representative),
            });
        });
        On(days + 14, at => Keep(prospect.Note(Convener, at, riverbend.Today(at), new ContactFacts(riverbend.Today(at), ContactWay.Phone, member.Representative, "Spoke about what they see and what they could bring."))));
        On(days + 3, at =>
        {
            prospect.Prove(Convener, at, riverbend.Today(at), member.Proof, member.Evidence, riverbend.Today(at));
            prospect.Move(Convener, at, EngagementStage.Committed);
        });
        On(days, at => TakeSeat(member, prospect, at));
    }

    private void TakeSeat(Member member, Prospect prospect, Instant at)
    {
        var (today, organization) = (riverbend.Today(at), organizations[member.Name].Id);
        var seat = seats[member.Name] = Keep(Seat.Take(Convener, riverbend, organization, seats.Values, at, keyPlayer: member.IsKeyPlayer));
        prospect.TakeSeat(Convener, at, seat.Id);
        foreach (var (role, name) in new[] { (Role.Representative, member.Representative), (Role.Alternate, member.Alternate), (Role.Signer, member.Signer), (Role.Liaison, member.Representative) })
            if (name is not null) seat.Fill(Convener, role, Who(name, at).Id, today, at);
        var representative = As(Who(member.Representative, at), seat);
        seat.Agree(representative, today, today.PlusYears(1), at);
        if (member.Offers.Count > 0) seat.Offer(representative, member.Offers, at);
    }

    private void WriteBriefs()
    {
        On(14, at => Keep(new Brief(seats[Cast.Library])).Write(Convener, seats[Cast.Library], Cast.LibraryBrief, at));
        foreach (var member in Cast.Members.Where(m => m.Brief.Count > 0))
            On(Math.Max(1, member.SeatedDaysAgo - 12), at => Keep(new Brief(seats[member.Name])).Write(As(Who(member.Representative, at), seats[member.Name]), seats[member.Name], member.Brief, at));
    }
}
