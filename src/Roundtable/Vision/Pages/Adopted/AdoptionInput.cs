namespace Roundtable.Vision.Pages.Adopted;

/// <summary>What an organization adds when it adopts later.</summary>
public sealed class AdoptionInput
{
    public string? Reservation { get; set; }
}
