namespace Roundtable.Partnerships;

/// <summary>The partnership the current page is in, for the frame around it; none outside of one.</summary>
public sealed class CurrentPartnership
{
    /// <summary>The frame is drawn before the page has found its partnership, and listens here.</summary>
    public event Action? Found;

    public Partnership? Partnership
    {
        get;
        set
        {
            field = value;
            Found?.Invoke();
        }
    }
}
