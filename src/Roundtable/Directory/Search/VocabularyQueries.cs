using Microsoft.EntityFrameworkCore;
using Roundtable.Platform.Data;

namespace Roundtable.Directory.Search;

/// <summary>Learning the common words of the directory from its search index.</summary>
public static class VocabularyQueries
{
    private const int BatchSize = 5000;

    /// <summary>Reads the index once and writes down which words many organizations have. Twice is as good as once.</summary>
    /// <returns>How many words are known.</returns>
    public static async Task<int> LearnWords(this RoundtableDb db, CancellationToken ct = default)
    {
        var found = await SearchEngine.On(db).Words(SearchWord.Least, ct);
        return await db.Together(async () =>
        {
            await db.SearchWords.ExecuteDeleteAsync(ct);
            using var rows = new BulkRows<SearchWord>(db);
            foreach (var some in found.Chunk(BatchSize)) await rows.Insert(some, ct);
            await db.PlaceBookChanged(ct);
            return found.Count;
        }, ct);
    }
}
