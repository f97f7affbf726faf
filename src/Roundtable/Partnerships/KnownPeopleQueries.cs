using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.People;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

internal static class KnownPeopleQueries
{
    /// <summary>The person with this address, or a new one by this name. Somebody known keeps their own name and language.</summary>
    public static async Task<Person> KnownOrNew(this RoundtableDb db, string name, string email, string language, Instant now, string timeZone)
    {
        if (await db.People.WithEmail(email) is { } known) return known;
        var person = Person.Known(name, email, language, now, timeZone);
        db.Add(person);
        return person;
    }
}
