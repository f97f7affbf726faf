using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;

namespace Roundtable.Demo;

/// <summary>The state partnership above, and the one founded yesterday next door.</summary>
internal sealed partial class Story
{
    private static readonly OrganizationEntry StateLibrary = Cast.Entry("State Library", Sector.Library, "Helps the libraries of the state; gives out federal library money.", ["en"], LibraryType.StateLibrary, "Capital City", Level.State);
    private static readonly OrganizationEntry StateServices = Cast.Entry("State Department of Human Services", Sector.Government, "Runs the benefits portal of the state.", ["en", "es"], city: "Capital City", level: Level.State);
    private static readonly OrganizationEntry CedarLibrary = Cast.Entry("Cedar County Library", Sector.Library, "Two branches, one librarian.", ["en"], LibraryType.Public, "Cedar Falls Crossing");

    private void WriteStatewide()
    {
        Seat seat = null!;
        On(200, at =>
        {
            var founded = Found("Ruth Abara", StateLibrary, "State Library E-Government Partnership", "Every county of the state has a table where libraries and agencies plan together.",
                new PlaceServed(State, [], "The whole state"), Level.State, parent: null, at);
            (statewide, seat) = (founded.Partnership, founded.Seat);
            statewide.Show(As(Who("Ruth Abara", at), seat), toPublic: true, at);
            seat.Offer(As(Who("Ruth Abara", at), seat), [new(PartnerRole.Training, 12, OfferUnit.Sessions, "Webinars for library staff", ["en"]), new(PartnerRole.Assessment, 4, OfferUnit.HoursAMonth, "Surveys and numbers for local partnerships", ["en"])], at);
        });
        On(160, at =>
        {
            var ruth = As(Who("Ruth Abara", at), seat);
            var services = Keep(Seat.Take(ruth, statewide, Where(Who("Ruth Abara", at), StateServices, at).Id, [seat], at, keyPlayer: true));
            services.Fill(ruth, Role.Representative, Who("Victor Lang", at).Id, statewide.Today(at), at);
        });
        On(70, at =>
        {
            var ruth = As(Who("Ruth Abara", at), seat);
            var local = Keep(Seat.Take(ruth, statewide, organizations[Cast.Library].Id, [seat], at));
            local.Fill(ruth, Role.Representative, Who(Cast.Convener, at).Id, statewide.Today(at), at);
        });
    }

    private void WriteCedar()
    {
        On(1, at =>
        {
            var founded = Found("Tom Becker", CedarLibrary, "Cedar County Digital Help Roundtable", "People in Cedar County can apply for benefits without driving to the next county.",
                new PlaceServed(State, [NeighbourFips], "Cedar County"), Level.Local, statewide, at);
            var tom = As(Who("Tom Becker", at), founded.Seat);
            Keep(Prospect.Add(tom, at, founded.Partnership.Id, new ProspectFacts("Cedar County Social Services", "Cedar Falls Crossing", Sector: Sector.Government)));
            Keep(Prospect.Add(tom, at, founded.Partnership.Id, new ProspectFacts("Cedar County Extension Office", "Cedar Falls Crossing", Sector: Sector.Education)));
        });
    }
}
