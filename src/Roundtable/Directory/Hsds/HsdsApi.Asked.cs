using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Roundtable.Directory.Services;

namespace Roundtable.Directory.Hsds;

/// <summary>What may be asked of the lists.</summary>
public static partial class HsdsApi
{
    /// <summary>What a list is asked, by the names of HSDS's API reference. All that is given must hold.</summary>
    /// <param name="Minimal">Only ids and when each changed, all at once.</param>
    /// <param name="Full">With the parts of each.</param>
    public sealed record Asked(string? Search, int? Page, [FromQuery(Name = "per_page")] int? PerPage, string? Format, [FromQuery(Name = "taxonomy_term_id")] string? TaxonomyTermId,
        [FromQuery(Name = "taxonomy_id")] string? TaxonomyId, [FromQuery(Name = "organization_id")] string? OrganizationId, [FromQuery(Name = "modified_after")] DateTimeOffset? ModifiedAfter,
        bool? Minimal, bool? Full, [FromQuery(Name = "full_service")] bool? FullService)
    {
        private const int MostOnPage = 100;

        internal int Number => Math.Max(Page ?? 1, 1);
        internal int Size => Math.Clamp(PerPage ?? 25, 1, MostOnPage);
        internal int Skip => (int)Math.Min((Number - 1L) * Size, int.MaxValue);
        internal bool IsStream => Format is "ndjson";
        internal bool NamesTerm => TaxonomyTermId is not null || TaxonomyId is not null;
        internal IEnumerable<string> Words => NameKey.WordsOf(Search).Take(8);

        internal IQueryable<ServiceOffered> Of(IQueryable<ServiceOffered> services)
        {
            foreach (var word in Words) services = services.Where(s => s.SearchKey.Contains(word) || s.Organization!.NameKey.Contains(word));
            if (OrganizationId is not null) services = services.Of(IdOf(OrganizationId));
            if (ModifiedAfter is { } after)
            {
                var since = Instant.FromDateTimeOffset(after);
                services = services.Where(s => s.ModifiedAt >= since);
            }
            return Meaning(services);
        }

        /// <summary>Those that have the term, or any of the taxonomy.</summary>
        internal IQueryable<ServiceOffered> Meaning(IQueryable<ServiceOffered> services)
        {
            if (TaxonomyTermId is not null)
            {
                var term = IdOf(TaxonomyTermId);
                services = services.Where(s => s.Terms.Any(t => t.TermId == term));
            }
            if (TaxonomyId is not null)
            {
                var taxonomy = IdOf(TaxonomyId);
                services = services.Where(s => s.Terms.Any(t => t.Term!.VocabularyId == taxonomy));
            }
            return services;
        }

        internal HsdsPage PageOf(int count, IReadOnlyList<JsonObject> contents)
        {
            var pages = (int)Math.Ceiling(count / (double)Size);
            return new(count, pages, Number, contents.Count, Number == 1, Number >= pages, contents.Count == 0, contents);
        }

        internal static Guid IdOf(string? text) => Guid.TryParse(text, out var id) ? id : Guid.Empty;
    }
}

/// <summary>A page of a list, as HSDS heads it.</summary>
public sealed record HsdsPage([property: JsonPropertyName("total_items")] int TotalItems, [property: JsonPropertyName("total_pages")] int TotalPages,
    [property: JsonPropertyName("page_number")] int PageNumber, int Size, [property: JsonPropertyName("first_page")] bool FirstPage,
    [property: JsonPropertyName("last_page")] bool LastPage, bool Empty, IReadOnlyList<JsonObject> Contents);
