namespace Roundtable.Platform;

/// <summary>
/// The domain says no, in words for the person. Thrown only by record methods and permissions;
/// caught in exactly three places: <c>FormPage.Submit</c>, the API filter and the job runner.
/// </summary>
public sealed class Refusal : Exception
{
    /// <param name="key">Key of the sentence in the texts, such as <c>seat.already-filled</c>.</param>
    /// <param name="input">The input the sentence belongs to, if it belongs to one.</param>
    /// <param name="with">What the sentence names.</param>
    public Refusal(string key, string? input = null, params object[] with) : base(key) => (Input, With) = (input, with);

    public string Key => Message;
    public string? Input { get; }
    public IReadOnlyList<object> With { get; }
}
