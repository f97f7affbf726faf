using NodaTime;
using Roundtable.Directory;
using Roundtable.Platform.Access;
using Roundtable.Platform.Text;

namespace Roundtable.Partnerships;

/// <summary>The words for this capability's choices and dates, in the reader's language.</summary>
public static class Said
{
    public static string Of(this Texts t, Sentence sentence) => t[sentence.Key, [.. sentence.With]];
    public static string Role(this Texts t, PartnerRole role) => t[$"prospects.role.{Codes.Of(role)}"];
    public static string Sector(this Texts t, Sector sector) => t[$"prospects.sector.{Codes.Of(sector)}"];
    public static string Level(this Texts t, Level level) => t[$"partnerships.level.{Codes.Of(level)}"];
    public static string Holding(this Texts t, Role role) => t[$"partnerships.holding.{Codes.Of(role)}"];
    public static string Month(this Texts t, LocalDate date) => date.ToString(t.Language == "es" ? "MMMM 'de' uuuu" : "MMMM uuuu", t.Culture);

    /// <summary>A quantity with its unit, such as "10 hours a month"; nothing when no quantity was said.</summary>
    public static string? Quantity(this Texts t, int? quantity, OfferUnit unit) => quantity is { } n ? t[$"partnerships.unit.{Codes.Of(unit)}", n] : null;
}
