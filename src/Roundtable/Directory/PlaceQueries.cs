using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Roundtable.Directory.Imports;
using Roundtable.Platform.Data;

namespace Roundtable.Directory;

/// <summary>Reading places, and putting the ones that come with the product into an empty database.</summary>
public static class PlaceQueries
{
    public static async Task<PlaceBook> PlaceBook(this RoundtableDb db, CancellationToken ct = default) =>
        new(await db.Places.AsNoTracking().ToListAsync(ct), new(await db.SearchWords.AsNoTracking().ToListAsync(ct)));

    /// <summary>Whoever keeps a place book reads it again. Inside a transaction.</summary>
    internal static Task<int> PlaceBookChanged(this RoundtableDb db, CancellationToken ct) => db.TakeNumbers(nameof(Directory.PlaceBook), 1, ct);

    internal static Task<int> PlaceBookEdition(this RoundtableDb db, CancellationToken ct) =>
        db.Set<RunningNumber>().Where(n => n.PartnershipId == Guid.Empty && n.Kind == nameof(Directory.PlaceBook)).Select(n => n.Last).SingleOrDefaultAsync(ct);

    /// <summary>All states and counties, and the ZIP areas of Vermont and New Hampshire. Does nothing when there are places already.</summary>
    public static async Task BringPlaces(this RoundtableDb db, CancellationToken ct = default)
    {
        if (await db.Places.AnyAsync(ct)) return;
        await db.Together(async () =>
        {
            if (await db.Places.AnyAsync(ct)) return 0;
            using var rows = new BulkRows<Place>(db);
            var places = ShippedPlaces().ToList();
            await rows.Insert(places, ct);
            return places.Count;
        }, ct);
    }

    internal static IEnumerable<Place> ShippedPlaces()
    {
        foreach (var r in Comma("states.csv.gz")) yield return new Place(PlaceKind.State, r[0], r[1], r[0], At(r[3], r[4]), population: Number(r[5]));
        foreach (var r in Comma("counties.csv.gz")) yield return new Place(PlaceKind.County, r[0], r[1], r[2], At(r[3], r[4]), r[0], Number(r[5]));
        var zips = Comma("zip-areas.csv.gz").ToList();
        foreach (var r in zips) yield return new Place(PlaceKind.ZipArea, r[0], r[0], r[2], At(r[4], r[5]), r[3].Length == 0 ? null : r[3]);
        foreach (var city in zips.Where(r => r[1].Length > 0).GroupBy(r => Place.CityCode(r[1], r[2])))
            yield return new Place(PlaceKind.City, city.Key, ShownName.Of(city.First()[1]), city.First()[2],
                new Point(city.Average(r => Degrees(r[4])), city.Average(r => Degrees(r[5]))), city.Select(r => r[3]).FirstOrDefault(c => c.Length > 0));
    }

    private static IEnumerable<string[]> Comma(string name)
    {
        using var reader = new StreamReader(Shipped.Open(name));
        using var sheet = new SheetReader(reader, ',');
        sheet.Read();
        while (sheet.Read()) yield return [.. Enumerable.Range(0, sheet.Width).Select(i => sheet[i])];
    }

    private static Point? At(string latitude, string longitude) => latitude.Length == 0 ? null : new(Degrees(latitude), Degrees(longitude));
    private static double Degrees(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    private static int? Number(string text) => text.Length == 0 ? null : int.Parse(text, CultureInfo.InvariantCulture);
}
