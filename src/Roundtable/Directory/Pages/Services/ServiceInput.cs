using Roundtable.Directory.Services;
using Roundtable.Platform.Web;

namespace Roundtable.Directory.Pages.Services;

/// <summary>A service as a form posts it.</summary>
public sealed class ServiceInput
{
    public string? Name { get; set; }
    public string? Status { get; set; }
    public string? Description { get; set; }
    public string[]? Places { get; set; }
    public string? HowToApply { get; set; }
    public string? Eligibility { get; set; }
    public string? Costs { get; set; }
    public string? Documents { get; set; }
    public string? Phone { get; set; }
    public string? Email { get; set; }
    public string? Website { get; set; }
    public LanguagesInput Languages { get; set; } = new();
    public OpeningsInput Openings { get; set; } = new();

    public static ServiceInput Of(ServiceEntry e) => new()
    {
        Name = e.Name, Status = Codes.Of(e.Status), Description = e.Description, Places = [.. e.Places.Select(p => $"{p}")], HowToApply = e.HowToApply, Eligibility = e.Eligibility,
        Costs = string.Join('\n', e.Costs.Select(c => c.Line)), Documents = string.Join('\n', e.Documents), Phone = e.Phone, Email = e.Email, Website = e.Website,
        Languages = LanguagesInput.Of(e.Languages), Openings = OpeningsInput.Of(e.Openings),
    };

    public ServiceEntry Entry(ServiceEntry before) => new()
    {
        Name = Name ?? "", Status = Codes.Read<ServiceStatus>(Status) ?? before.Status, Description = Lines(Description), HowToApply = Lines(HowToApply), Eligibility = Lines(Eligibility),
        Places = [.. (Places ?? []).Select(p => Guid.TryParse(p, out var id) ? id : Guid.Empty)], Costs = CostOption.Read(Lines(Costs), before.Costs),
        Documents = (Lines(Documents) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), Phone = Phone, Email = Email, Website = Website,
        Languages = Languages.Read("Languages", before.Languages), Openings = Openings.Read(before.Openings),
    };

    private static string? Lines(string? text) => text?.ReplaceLineEndings("\n");
}
