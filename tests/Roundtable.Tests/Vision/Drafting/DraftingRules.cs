using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Vision;

namespace Roundtable.Tests.Vision;

/// <summary>A process whose text is being written.</summary>
public abstract class DraftingRules : VisionRules
{
    private readonly List<Statement> written = [];

    protected static DateTimeZone Zone => DateTimeZoneProviders.Tzdb["America/Chicago"];

    protected VisionProcess Drafting()
    {
        var process = Opened();
        process.CloseBoards(Convener, 3, Now);
        process.Become(Convener, VisionStage.Drafting, Now);
        return process;
    }

    protected Statement Write(VisionProcess process, Actor actor, string? text, int? basedOn = null)
    {
        var statement = Statement.Write(actor, process, [.. written.Where(s => s.ProcessId == process.Id)], new(text, null, basedOn), Now);
        written.Add(statement);
        return statement;
    }
}
