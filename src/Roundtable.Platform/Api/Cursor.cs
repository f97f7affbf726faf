using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Roundtable.Platform.Data;

namespace Roundtable.Platform.Api;

/// <summary>Where a page of a list ended: the last row's key. Opaque to callers, who only hand it back.</summary>
public sealed record Cursor(params string[] Parts) : IParsable<Cursor>
{
    public override string ToString() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(Parts));

    public static Cursor Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var cursor) ? cursor : throw new FormatException("Not a cursor.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Cursor result)
    {
        result = null;
        if (s is not { Length: > 0 and < 2000 } || !Base64Url.IsValid(s)) return false;
        try
        {
            var parts = JsonSerializer.Deserialize<string[]>(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(s)));
            if (parts is not { Length: > 0 } || parts.Any(p => p is null)) return false;
            result = new(parts);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The last row's id, of lists that go by id.</summary>
    /// <exception cref="ApiProblem">Made for another list.</exception>
    public Guid Id => Parts is [var only] && Guid.TryParseExact(only, "N", out var id) ? id : throw new ApiProblem(400, "api.cursor") { Input = "cursor" };
}

/// <summary>Which part of a list is asked for: <c>[AsParameters] Paging page</c>.</summary>
/// <param name="Cursor">The <c>next</c> of the page before.</param>
/// <param name="Limit">Rows on a page, 1 to 200; 50 when not said.</param>
public sealed record Paging([property: FromQuery(Name = "cursor")] Cursor? Cursor = null, [property: FromQuery(Name = "limit")] int? Limit = null)
{
    public const int Most = 200;

    /// <exception cref="ApiProblem">Below 1 or above 200.</exception>
    public int Size => Limit is null ? 50 : Limit is >= 1 and <= Most ? Limit.Value : throw new ApiProblem(422, "api.limit", Most) { Input = "limit" };

    /// <summary>Cuts rows that were fetched as <see cref="Size"/> + 1.</summary>
    public Listing<TShown> Cut<TRow, TShown>(IReadOnlyList<TRow> rows, Func<TRow, Cursor> cursor, Func<TRow, TShown> show) =>
        new([.. rows.Take(Size).Select(show)], rows.Count > Size ? cursor(rows[Size - 1]) : null);
}

public static class PagingQueries
{
    /// <summary>Records in the order they were made, one page of them.</summary>
    public static async Task<Listing<TShown>> PageOf<T, TShown>(this IQueryable<T> records, Paging page, Func<T, TShown> show, CancellationToken ct = default) where T : Record
    {
        var (size, after) = (page.Size, page.Cursor?.Id);
        if (after is { } id) records = records.Where(r => r.Id.CompareTo(id) > 0);
        return page.Cut(await records.OrderBy(r => r.Id).Take(size + 1).ToListAsync(ct), r => new Cursor(r.Id.ToString("N")), show);
    }
}
