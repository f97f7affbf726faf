using NodaTime;
using Roundtable.Directory;
using Roundtable.Platform.Access;

namespace Roundtable.Vision.Pages.Drafts;

/// <summary>What somebody typed in a wording round.</summary>
public sealed class WordingInput
{
    public string? Said { get; set; }
    public string? Suggestion { get; set; }
    public string? Words { get; set; }

    internal static WordingInput Of(WordingAnswer? answer) => new() { Said = answer?.Said is { } said ? Codes.Of(said) : null, Suggestion = answer?.Suggestion, Words = answer?.Words };

    internal void Say(Actor actor, WordingRound round, VisionProcess process, Statement draft, Instant now) => round.Say(actor, process, draft, Codes.Read<WordingSaid>(Said), Suggestion, Words, now);
}
