using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Roundtable.Demo;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform.Access;

namespace Roundtable.Tests;

public sealed partial class World
{
    /// <summary>Riverbend County on this site, loaded once: a lively partnership, one just founded, and the state's.</summary>
    public async Task<Riverbend> Riverbend()
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemoData>().Load(Actor.System("test"));
        return await See(async db =>
        {
            var marks = db.DemoMarks.Where(m => m.Kind == DemoKind.Partnership);
            var partnerships = await db.Partnerships.Where(p => marks.Any(m => m.SubjectId == p.Id)).ToListAsync();
            async Task<Person> Named(string name)
            {
                var email = Cast.EmailOf(name);
                return await db.People.FirstAsync(p => p.EmailKey == email);
            }
            return new Riverbend(partnerships.First(p => p.Slug.StartsWith("riverbend", StringComparison.Ordinal)), partnerships.First(p => p.Slug.StartsWith("cedar", StringComparison.Ordinal)),
                partnerships.First(p => p.Slug.StartsWith("state", StringComparison.Ordinal)), await Named(Cast.Convener), await Named("Denise Walker"), await Named("Tom Becker"));
        });
    }
}

/// <param name="Ana">Convener of the lively one.</param>
/// <param name="Denise">Represents the county's human services there.</param>
/// <param name="Tom">Founded the young one.</param>
public sealed record Riverbend(Partnership Lively, Partnership Young, Partnership Statewide, Person Ana, Person Denise, Person Tom);
