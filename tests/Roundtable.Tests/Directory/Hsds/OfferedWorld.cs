using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory;
using Roundtable.Directory.Services;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using static Roundtable.Tests.Directory.DirectoryFiles;

namespace Roundtable.Tests.Directory.Hsds;

/// <summary>A directory in which a public organization offers services at places, one of them hidden, and a private one does too.</summary>
public sealed class OfferedWorld : IAsyncLifetime
{
    private static readonly Actor Administrator = Actor.Person(Roundtable.Platform.Ids.New(), administrator: true, []);

    public World World { get; private set; } = null!;
    public Organization Center { get; private set; } = null!;
    public ServiceOffered English { get; private set; } = null!;
    public ServiceOffered Shelter { get; private set; } = null!;
    public Location Main { get; private set; } = null!;
    public Location Hidden { get; private set; } = null!;
    public Organization Private { get; private set; } = null!;
    public Term Term { get; } = Roundtable.Directory.Services.Term.Of("Open Eligibility", "1102", "Language classes");

    public async ValueTask InitializeAsync()
    {
        World = await World.Open();
        await World.Import("pls-outlets", await Slice("pls-outlets.csv.gz"));
        await World.Import("organizations", await Of("Name,City,State,ZIP,Street,Sector,Description,Phone\nCentro Unido,Montpelier,VT,05602,12 Main St,social-service,Help for new arrivals,802-555-0100\nBridge Guild,Barre,VT,05641,9 Elm St,nonprofit,Crafts,\n"));
        Center = await World.See(db => db.Organizations.SingleAsync(o => o.ShownName == "Centro Unido"));
        Private = await World.Organization("Quillberry Shelter", Sector.Nonprofit, "Montpelier");
        var places = await World.See(db => db.PlaceBook());
        Main = await Do(Center, (db, o) => db.Write(Administrator, World.Now, o, null, new LocationEntry
        {
            Name = "Main house", Street = "12 Main St", City = "Montpelier", State = "VT", Zip = "05602", Phone = "802-555-0101", Accessibility = "Ramp on the left", Languages = ["en", "es"],
            Openings = OpeningHours.Read(["9-5", "9-5", null, null, "9am-12pm, 1pm-5pm", null, null], "2026-12-25", "By appointment", []),
        }, places));
        Hidden = await Do(Center, (db, o) => db.Write(Administrator, World.Now, o, null, new LocationEntry { Name = "Safe house", Street = "77 Quiet Lane", City = "Northfield", State = "VT", Zip = "05663", IsHidden = true }, places));
        English = await Do(Center, (db, o) => db.Write(Administrator, World.Now, o, null, new ServiceEntry
        {
            Name = "ESL classes", Description = "English for adults, in small groups", Email = "learn@example.org", Website = "https://example.org/esl", Phone = "802-555-0102", HowToApply = "Come by", Eligibility = "Adults",
            Languages = ["en", "vi"], Documents = ["Photo ID", "Proof of address"], Costs = CostOption.Read("$25 First visit\nFree for members\nEUR 3.50 – Book", []), Places = [Main.Id],
            Openings = [new() { Days = "1SA", Opens = "10:00", Closes = "12:00" }, new() { Days = "MO,WE", Opens = "18:00", Closes = "20:00", From = new LocalDate(2026, 9, 1), Until = new LocalDate(2027, 5, 31) }],
        }, [Main, Hidden]));
        Shelter = await Do(Center, (db, o) => db.Write(Administrator, World.Now, o, null, new ServiceEntry { Name = "Night shelter", Status = ServiceStatus.TemporarilyClosed, Places = [Hidden.Id] }, [Main, Hidden]));
        await Do(Private, (db, o) => db.Write(Administrator, World.Now, o, null, new ServiceEntry { Name = "Quillberry beds" }, []));
        await World.Do(async db =>
        {
            db.Add(Term);
            var english = await db.ServicesOffered.WithParts().SingleAsync(s => s.Id == English.Id);
            english.Mean([Term.Id]);
            return english;
        });
    }

    private Task<T> Do<T>(Organization organization, Func<RoundtableDb, Organization, Task<T>> act) => World.Do(async db => await act(db, await db.Organizations.SingleAsync(o => o.Id == organization.Id)));

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
