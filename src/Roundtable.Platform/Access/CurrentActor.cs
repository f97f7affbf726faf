using NodaTime;

namespace Roundtable.Platform.Access;

/// <summary>Who acts in this scope: set once per request, by the job runner, or by a command.</summary>
public sealed class CurrentActor
{
    public Actor Actor { get; set; } = Actor.Anonymous;

    /// <summary>What the signed-in person is called and reads, for the page frame.</summary>
    public PersonShown? Shown { get; set; }

    /// <summary>The language of the person a personal link belongs to, for pages opened without signing in.</summary>
    public string? Language { get; set; }

    /// <summary>The session the signed-in person comes by; none with a token.</summary>
    public Guid? Session { get; set; }

    /// <summary>When that session ends if nobody comes by it again.</summary>
    public Instant? SessionEnds { get; set; }
}

public sealed record PersonShown(string Name, string Language, string TimeZone);
