namespace Roundtable.People.Pages;

/// <summary>What the browser's passkey ceremony sends with a form.</summary>
public sealed class PasskeyInput
{
    public string? Credential { get; set; }
    public string? State { get; set; }
    public string? Name { get; set; }
    public bool Shared { get; set; }
}
