using System.Globalization;
using Roundtable.Directory;
using Roundtable.Platform;
using Roundtable.Platform.Web;

namespace Roundtable.Partnerships.Pages.Seats;

/// <summary>The five roles as the form posts them.</summary>
public sealed class OffersInput
{
    public OfferInput Training { get; set; } = new();
    public OfferInput Advocacy { get; set; } = new();
    public OfferInput Assistance { get; set; } = new();
    public OfferInput Translation { get; set; } = new();
    public OfferInput Assessment { get; set; } = new();

    public OfferInput this[PartnerRole role] => role switch
    {
        PartnerRole.Training => Training,
        PartnerRole.Advocacy => Advocacy,
        PartnerRole.Assistance => Assistance,
        PartnerRole.Translation => Translation,
        _ => Assessment,
    };
}

/// <summary>One role as it is offered on the form.</summary>
public sealed class OfferInput
{
    public bool Offered { get; set; }
    public string? Quantity { get; set; }
    public string? Unit { get; set; } = Codes.Of(OfferUnit.HoursAMonth);
    public string? Words { get; set; }
    public LanguagesInput Languages { get; set; } = new();

    public OfferedRole Read(PartnerRole role) => new(role, QuantityOf(role), Codes.Read<OfferUnit>(Unit) ?? OfferUnit.Other, Words,
        Languages.Read($"{role}.Languages"));

    private int? QuantityOf(PartnerRole role) => string.IsNullOrWhiteSpace(Quantity) ? null
        : int.TryParse(Quantity.Trim(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number
        : throw new Refusal("partnerships.quantity-wrong", $"{role}.Quantity");
}
