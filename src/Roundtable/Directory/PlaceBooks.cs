using Microsoft.EntityFrameworkCore;
using Roundtable.Directory.Imports;
using Roundtable.Platform.Data;

namespace Roundtable.Directory;

/// <summary>Keeps the places in memory between requests; reads them again after a file of places was imported, on whichever node.</summary>
public sealed class PlaceBooks
{
    private (NodaTime.Instant? Of, PlaceBook Book)? kept;

    public async Task<PlaceBook> Now(RoundtableDb db, CancellationToken ct = default)
    {
        var latest = await db.ImportPlans.Where(p => p.Source == "zip-areas" || p.Source == "counties").MaxAsync(p => p.DoneAt, ct);
        if (kept is { } known && known.Of == latest) return known.Book;
        var book = await db.PlaceBook(ct);
        kept = (latest, book);
        return book;
    }
}
