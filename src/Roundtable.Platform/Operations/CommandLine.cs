using System.CommandLine;
using System.CommandLine.Parsing;
using System.Data.Common;

namespace Roundtable.Platform.Operations;

/// <summary>What an operator typed, and one plain sentence when it cannot be meant.</summary>
public static class CommandLine
{
    /// <summary>What is wrong with the words and where help is; nothing when they can be obeyed.</summary>
    public static string? Slip(ParseResult parsed)
    {
        // The last is the nearest to what was typed: of a wrong word, not of the command missing because of it.
        if (parsed.Errors.LastOrDefault() is not { } wrong) return null;
        var verbs = new List<string>();
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult { Command: not RootCommand } command; at = at.Parent) verbs.Insert(0, command.Command.Name);
        var what = wrong.SymbolResult is OptionResult { Tokens: [var given, ..] } option ? $"“{given.Value}” does not fit {option.Option.Name}." : wrong.Message;
        return $"{what} Say {string.Join(' ', ["roundtable", .. verbs, "--help"])}.";
    }

    /// <summary>Does what was typed, or says on the error output why not.</summary>
    public static async Task<int> Obey(RootCommand root, string[] words)
    {
        var parsed = root.Parse(words);
        var slip = Slip(parsed);
        try
        {
            if (slip is null) return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
        }
        catch (Exception no) when ((no as DbException ?? no.InnerException as DbException) is { } silent)
        {
            slip = $"The database does not answer: {silent.Message.ReplaceLineEndings(" ")}";
        }
        await Console.Error.WriteLineAsync(slip);
        return 1;
    }
}
