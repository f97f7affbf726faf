using Roundtable.Platform.Data;

namespace Roundtable.Directory;

/// <summary>Keeps the places and common words in memory between requests; reads them again when they changed, on whichever node.</summary>
public sealed class PlaceBooks
{
    private (int Of, PlaceBook Book)? kept;

    public async Task<PlaceBook> Now(RoundtableDb db, CancellationToken ct = default)
    {
        var latest = await db.PlaceBookEdition(ct);
        if (kept is { } known && known.Of == latest) return known.Book;
        var book = await db.PlaceBook(ct);
        kept = (latest, book);
        return book;
    }
}
