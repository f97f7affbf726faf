using Roundtable.Directory.Services;

namespace Roundtable.Directory.Pages.Services;

/// <summary>Opening hours as a form posts them: a line for each weekday, days of closing, words.</summary>
public sealed class OpeningsInput
{
    public string? MO { get; set; }
    public string? TU { get; set; }
    public string? WE { get; set; }
    public string? TH { get; set; }
    public string? FR { get; set; }
    public string? SA { get; set; }
    public string? SU { get; set; }
    public string? Closed { get; set; }
    public string? Words { get; set; }

    public string? On(string weekday) => weekday switch { "MO" => MO, "TU" => TU, "WE" => WE, "TH" => TH, "FR" => FR, "SA" => SA, _ => SU };

    public static OpeningsInput Of(IReadOnlyList<Opening> o)
    {
        string On(string weekday) => OpeningHours.Of(o, weekday);
        return new() { MO = On("MO"), TU = On("TU"), WE = On("WE"), TH = On("TH"), FR = On("FR"), SA = On("SA"), SU = On("SU"), Closed = OpeningHours.Closed(o), Words = OpeningHours.Said(o) };
    }

    public IReadOnlyList<Opening> Read(IReadOnlyList<Opening> before) => OpeningHours.Read([.. OpeningHours.Weekdays.Select(On)], Closed, Words?.ReplaceLineEndings("\n"), before);
}
