namespace Roundtable.Platform;

/// <summary>
/// The domain says no, in words for the person. Thrown only by record methods and permissions;
/// caught in exactly three places: <c>FormPage.Submit</c>, the API filter and the job runner.
/// </summary>
/// <param name="key">Key of the sentence in the texts, such as <c>seat.already-filled</c>.</param>
/// <param name="field">The input the sentence belongs to, if it belongs to one.</param>
/// <param name="with">What the sentence names.</param>
public sealed class Refusal(string key, string? field = null, params object[] with) : Exception(key)
{
    public string Key => key;
    public string? Field => field;
    public IReadOnlyList<object> With => with;
}
