using Roundtable.Platform.Web;

namespace Roundtable.Directory.Pages.Services;

/// <summary>A place as a form posts it.</summary>
public sealed class LocationInput
{
    public string? Name { get; set; }
    public string? Street { get; set; }
    public string? City { get; set; }
    public string? State { get; set; }
    public string? Zip { get; set; }
    public bool Hidden { get; set; }
    public bool Closed { get; set; }
    public string? Phone { get; set; }
    public string? Accessibility { get; set; }
    public LanguagesInput Languages { get; set; } = new();
    public OpeningsInput Openings { get; set; } = new();

    public static LocationInput Of(LocationEntry e) => new()
    {
        Name = e.Name, Street = e.Street, City = e.City, State = e.State, Zip = e.Zip, Hidden = e.IsHidden, Closed = e.IsClosed, Phone = e.Phone, Accessibility = e.Accessibility,
        Languages = LanguagesInput.Of(e.Languages), Openings = OpeningsInput.Of(e.Openings),
    };

    public LocationEntry Entry(LocationEntry before) => new()
    {
        Name = Name ?? "", Street = Street, City = City, State = State, Zip = Zip, IsHidden = Hidden, IsClosed = Closed, Phone = Phone, Accessibility = Accessibility?.ReplaceLineEndings("\n"),
        Languages = Languages.Read("Languages", before.Languages), Openings = Openings.Read(before.Openings),
    };
}
