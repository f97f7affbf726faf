namespace Roundtable.Partnerships;

/// <summary>The partnership the current page is in, for the frame around it; none outside of one.</summary>
public sealed class CurrentPartnership
{
    public Partnership? Partnership { get; set; }
}
