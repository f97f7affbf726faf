using NodaTime;
using Roundtable.Directory;
using Roundtable.Directory.Services;
using Roundtable.Platform;
using Roundtable.Platform.Access;

namespace Roundtable.Tests.Directory.Services;

public class ServiceOfferedTests
{
    private static readonly Instant Now = World.Morning;
    private static readonly Organization Center = Organization.From(new() { Name = "CENTRO UNIDO", State = "VT" }, "irs-bmf", "1", Now.InUtc().Date);
    private static readonly Actor Administrator = Actor.Person(Ids.New(), administrator: true, []);

    [Fact]
    public void Its_own_people_conveners_and_administrators_keep_it_and_nobody_else()
    {
        var (partnership, other) = (Ids.New(), Ids.New());
        Actor Of(Role role, Guid? organization) => Actor.Person(Ids.New(), false, [new Standing(partnership, role, Ids.New(), organization)]);
        Assert.Equal(Assurer.Organization, Offer(Of(Role.Representative, Center.Id)).AssuredBy);
        Assert.Equal(Assurer.Partnership, Offer(Of(Role.Convener, other)).AssuredBy);
        Assert.Equal(Assurer.Administrator, Offer(Administrator).AssuredBy);
        foreach (var stranger in new[] { Actor.Anonymous, Actor.Person(Ids.New(), false, []), Of(Role.Representative, other), Of(Role.LinkHolder, Center.Id) })
        {
            Assert.Equal("access.not-allowed", Assert.Throws<Refusal>(() => Offer(stranger)).Key);
            Assert.Equal("access.not-allowed", Assert.Throws<Refusal>(() => Offer(Administrator).Assure(stranger, Now)).Key);
            Assert.Equal("access.not-allowed", Assert.Throws<Refusal>(() => Offer(Administrator).Correct(stranger, Now, new() { Name = "X" }, [])).Key);
            Assert.Equal("access.not-allowed", Assert.Throws<Refusal>(() => Location.Open(stranger, Now, Center, new() { Name = "X" }, default)).Key);
        }
    }

    [Fact]
    public void What_cannot_be_meant_names_its_input()
    {
        string? Wrong(ServiceEntry entry) => Assert.Throws<Refusal>(() => ServiceOffered.Offer(Administrator, Now, Center, entry, [])).Input;
        Assert.Equal("Name", Wrong(new() { Name = " " }));
        Assert.Equal("Email", Wrong(new() { Name = "A", Email = "nobody" }));
        Assert.Equal("Website", Wrong(new() { Name = "A", Website = "javascript://x" }));
        Assert.Equal("Places", Wrong(new() { Name = "A", Places = [Ids.New()] }));
        Assert.Equal("Languages", Wrong(new() { Name = "A", Languages = ["x!"] }));
        Assert.Equal("Description", Wrong(new() { Name = "A", Description = new string('x', 4001) }));
    }

    [Fact]
    public void A_correction_keeps_which_fields_and_wins_over_a_later_import()
    {
        var listed = new ServiceEntry { Name = "ESL CLASSES", Phone = "1", Documents = ["ID"], Openings = [new() { Days = "MO", Opens = "09:00", Closes = "12:00" }] };
        var service = ServiceOffered.From(Center.Id, "hsds", "7", listed, null, Now);
        service.Correct(Administrator, Now, service.Entry() with { Name = "English classes", Phone = "802 555 0100" }, []);
        Assert.Equal(["name", "phone"], service.CorrectedFields);
        service.Take(listed with { Phone = "2", Eligibility = "Adults", Documents = ["ID", "Lease"] }, new LocalDate(2026, 11, 1), Now);
        Assert.Equal(("English classes", "802 555 0100", "Adults", 2), (service.Name, service.Phone, service.Eligibility, service.Documents.Count));
        Assert.Equal((Now.InUtc().Date, Assurer.Administrator), (service.AssuredOn!.Value, service.AssuredBy));
        Assert.Equal("organization.nothing-changed", Assert.Throws<Refusal>(() => service.Correct(Administrator, Now, service.Entry(), [])).Key);
    }

    [Fact]
    public void An_organization_is_found_by_what_its_services_are_and_their_languages_while_they_are_offered()
    {
        var service = Offer(Administrator, new() { Name = "ESL classes", Languages = ["vi"] });
        Center.Offer([service]);
        Assert.All(["esl", "classes", "vietnamese", "vietnamita"], w => Assert.Contains(w, Center.DoingKey.Split(' ')));
        service.Correct(Administrator, Now, service.Entry() with { Status = ServiceStatus.Defunct }, []);
        Center.Offer([service]);
        Assert.Null(Center.ServiceWords);
    }

    [Fact]
    public void A_hidden_place_is_nowhere_and_found_by_nothing_of_it()
    {
        var organization = Organization.From(new() { Name = "Shelter", State = "VT" }, "irs-bmf", "2", Now.InUtc().Date);
        var place = Location.Open(Administrator, Now, organization, new() { Name = "Safe house", Street = "77 Quiet Lane", City = "Northfield" }, new(new Point(44, -72), Precision.ZipArea));
        organization.WorkAt([place]);
        Assert.Contains("northfield", organization.LocationWords!, StringComparison.Ordinal);
        place.Correct(Administrator, Now, place.Entry() with { IsHidden = true }, new(new Point(44, -72), Precision.ZipArea));
        organization.WorkAt([place]);
        Assert.Equal((null, null, null, 0), (place.At, organization.LocationWords, organization.LocationCells, organization.LocationCount));
        place.Take(place.Facts() with { At = new Point(44, -72), IsHidden = false });
        Assert.Null(place.At);
    }

    private static ServiceOffered Offer(Actor actor, ServiceEntry? entry = null) => ServiceOffered.Offer(actor, Now, Center, entry ?? new() { Name = "ESL classes" }, []);
}
