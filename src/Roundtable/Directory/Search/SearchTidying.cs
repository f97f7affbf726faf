using Roundtable.Platform.Data;
using Roundtable.Platform.Jobs;

namespace Roundtable.Directory.Search;

/// <summary>Keeps the search index quick after large imports: a part at a time, so that nobody who writes waits long.</summary>
public sealed class SearchTidying(RoundtableDb db) : Job
{
    private const int MostParts = 1000;

    public override async Task<int> Run(CancellationToken ct)
    {
        var (engine, parts) = (SearchEngine.On(db), 0);
        while (parts < MostParts && await db.Together(() => engine.Tidy(begins: parts == 0, ct), ct)) parts++;
        return parts;
    }
}
