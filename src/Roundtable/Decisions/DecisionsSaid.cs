using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.Platform.Text;

namespace Roundtable.Decisions;

/// <summary>The words for this capability's choices, in the reader's language.</summary>
public static class DecisionsSaid
{
    /// <summary>Why and what, as one line: "5 of 7 organizations answered; 4 were needed; no objection; adopted."</summary>
    public static string Of(this Texts t, Verdict verdict) => Capitalized(t.Within(verdict), t);

    /// <summary>The same after a colon.</summary>
    public static string Within(this Texts t, Verdict verdict) => $"{string.Join("; ", verdict.Because.Select(t.Of))}.";

    public static string Stance(this Texts t, Stance stance) => t[$"decisions.stance.{Codes.Of(stance)}"];
    public static string StanceHint(this Texts t, Stance stance) => t[$"decisions.stance.{Codes.Of(stance)}.hint"];
    public static string Form(this Texts t, BallotForm form) => t[$"decisions.form.{Codes.Of(form)}"];
    public static string FormHint(this Texts t, BallotForm form) => t[$"decisions.form.{Codes.Of(form)}.hint"];
    public static string Rule(this Texts t, DecisionRule rule) => t[$"decisions.rule.{Codes.Of(rule)}"];
    public static string RuleHint(this Texts t, DecisionRule rule) => t[$"decisions.rule.{Codes.Of(rule)}.hint"];
    public static string Kind(this Texts t, MotionKind kind) => t[$"decisions.kind.{Codes.Of(kind)}"];
    public static string State(this Texts t, MotionState state) => t[$"decisions.state.{Codes.Of(state)}"];
    public static string Result(this Texts t, MotionResult result) => t[$"decisions.result.{Codes.Of(result)}"];
    public static string Ended(this Texts t, BallotEnd end) => t[$"decisions.end.{Codes.Of(end)}"];
    public static string State(this Texts t, AmendmentState state) => t[$"decisions.amendment.{Codes.Of(state)}"];

    /// <summary>What a ballot says: its stance, its dots, or its order.</summary>
    public static string Choice(this Texts t, Ballot ballot, Motion motion)
    {
        if (ballot.Stance is { } stance) return t.Stance(stance);
        string Option(int number) => motion.Options.FirstOrDefault(o => o.Number == number)?.Text ?? $"{number}";
        return motion.Form is BallotForm.Dots ? string.Join("; ", Vote.DotsOf(ballot.Marks).OrderByDescending(d => d.Value).Select(d => $"{Option(d.Key)}: {d.Value}"))
            : string.Join("; ", Vote.OrderOf(ballot.Marks).Select((o, i) => $"{i + 1}. {Option(o)}"));
    }

    /// <summary>How a kind of motion is decided, in one line: "Consent; half of the organizations must answer".</summary>
    public static string Of(this Texts t, RuleTerms terms) => t["decisions.terms", t.Rule(terms.Rule), terms.QuorumPercent];

    // In Spanish the line begins with a word, not a number.
    private static string Capitalized(string line, Texts t) => string.Concat(line[..1].ToUpper(t.Culture), line[1..]);
}
