using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Roundtable.Directory;
using Roundtable.Platform;

namespace Roundtable.Decisions.Pages.Forms;

/// <summary>What somebody typed on a ballot.</summary>
public sealed class AnswerInput
{
    /// <summary>Of the text that was read.</summary>
    public int? Revision { get; set; }
    public string? Stance { get; set; }
    public string? Words { get; set; }

    /// <summary>Dots by number of the option.</summary>
    public Dictionary<int, string?> Dots { get; set; } = [];

    /// <summary>Places by number of the option.</summary>
    public Dictionary<int, string?> Places { get; set; } = [];

    public static AnswerInput Of(Ballot? ballot) => ballot is null ? new() : new()
    {
        Stance = ballot.Stance is { } stance ? Codes.Of(stance) : null, Words = ballot.Words,
        Dots = ballot.Marks?.Contains(':', StringComparison.Ordinal) == true ? Vote.DotsOf(ballot.Marks).ToDictionary(d => d.Key, d => (string?)$"{d.Value}") : [],
        Places = ballot.Marks?.Contains(':', StringComparison.Ordinal) == false ? Vote.OrderOf(ballot.Marks).Index().ToDictionary(o => o.Item, o => (string?)$"{o.Index + 1}") : [],
    };

    /// <exception cref="DbUpdateConcurrencyException">The text has changed since it was read.</exception>
    /// <exception cref="Refusal">Something that is no number; two options in one place.</exception>
    public Vote Read(Motion motion)
    {
        if (Revision is { } read && read != motion.Revision) throw new DbUpdateConcurrencyException();
        return motion.Form switch
        {
            BallotForm.Dots => new(Words: Words, Dots: Dots.ToDictionary(d => d.Key, d => Number(d.Value, $"Dots[{d.Key}]"))),
            BallotForm.Ranking => new(Words: Words, Order: Order()),
            _ => new(Codes.Read<Stance>(Stance), Words),
        };
    }

    private IReadOnlyList<int> Order()
    {
        var places = Places.Select(p => (Option: p.Key, Place: Number(p.Value, $"Places[{p.Key}]"))).Where(p => p.Place > 0).OrderBy(p => p.Place).ToList();
        return places.DistinctBy(p => p.Place).Count() == places.Count ? [.. places.Select(p => p.Option)] : throw new Refusal("decisions.order-twice", "Order");
    }

    private static int Number(string? typed, string input) =>
        string.IsNullOrWhiteSpace(typed) ? 0 : int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new Refusal("motions.number-wrong", input);
}
