namespace Roundtable.Partnerships;

/// <summary>The partnership the current page is in, for the frame around it; none outside of one.</summary>
public sealed class CurrentPartnership
{
    private Action? found;

    /// <summary>The frame is drawn before the page has found its partnership, and is told here.</summary>
    public void WhenFound(Action tell) => found += tell;

    public Partnership? Partnership
    {
        get;
        set
        {
            field = value;
            found?.Invoke();
        }
    }

    /// <summary>Addresses in it where something waits for this person.</summary>
    public IReadOnlyList<string> Waiting
    {
        get;
        set
        {
            field = value;
            found?.Invoke();
        }
    } = [];
}
