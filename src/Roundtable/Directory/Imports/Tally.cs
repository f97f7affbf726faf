using System.Globalization;

namespace Roundtable.Directory.Imports;

/// <summary>The count of a pass through a file, and a digest over every row's outcome in order.</summary>
public sealed class Tally
{
    private ulong digest = 14695981039346656037;

    public int Rows { get; private set; }
    public int New { get; private set; }
    public int Changed { get; private set; }
    public int Same { get; private set; }
    public int Problems { get; private set; }
    public int Gone { get; private set; }

    /// <summary>States the file is about, with how many were listed there before.</summary>
    public Dictionary<string, int> Covered { get; } = [];

    /// <summary>Those of them in which suspiciously many are gone.</summary>
    public List<string> Shrunk { get; } = [];
    public string DigestText => $"{digest:x16}";

    /// <summary>Goes on after so many rows.</summary>
    internal void GoOn(int rows, string reached) => (Rows, digest) = (rows, ulong.Parse(reached, NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    public void Count(Outcome outcome, int row, string key)
    {
        if (outcome is not Outcome.Gone) Rows++;
        switch (outcome)
        {
            case Outcome.New: New++; break;
            case Outcome.Changed: Changed++; break;
            case Outcome.Same: Same++; break;
            case Outcome.Problem: Problems++; break;
            default: Gone++; break;
        }
        digest = Marks.Join(Marks.Join(Marks.Join(digest, (ulong)outcome), (ulong)row), Marks.Of(key));
    }
}
