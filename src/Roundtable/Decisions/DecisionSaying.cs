using Roundtable.Partnerships;
using Roundtable.Platform.Text;

namespace Roundtable.Decisions;

/// <summary>A verdict in one line of the reader's language, for letters, sheets and programs.</summary>
public static class DecisionSaying
{
    public static string Because(this Texts t, Verdict verdict) => string.Join("; ", verdict.Because.Select(s => t.Of(s)));
}
