using Roundtable.Directory.Hsds;

namespace Roundtable.Directory.Services;

/// <summary>That a service is offered at one of the organization's locations.</summary>
public sealed class ServiceAtLocation
{
    /// <summary>Made from both, so that it lasts.</summary>
    public required Guid Id { get; init; }
    public required Guid ServiceId { get; init; }
    public required Guid LocationId { get; init; }
    public Location? Location { get; init; }
    public ServiceOffered? Service { get; init; }

    public static ServiceAtLocation Of(Guid service, Guid location) => new() { Id = HsdsId.Of(service, $"at/{location}"), ServiceId = service, LocationId = location };
}

/// <summary>A word of a vocabulary that a source uses for services: its code and name, as given. No vocabulary comes with the product.</summary>
public sealed class Term
{
    /// <summary>Made from vocabulary and code: the same word has the same id in every file.</summary>
    public required Guid Id { get; init; }
    public required string Vocabulary { get; init; }
    public required Guid VocabularyId { get; init; }
    public required string Code { get; init; }
    public required string Name { get; init; }
    public string? Description { get; init; }
    public required string NameKey { get; init; }

    public static Guid IdOf(string vocabulary, string code) => HsdsId.Of(IdOf(vocabulary), code);
    public static Guid IdOf(string vocabulary) => HsdsId.Of(Guid.Empty, $"taxonomy/{vocabulary}");

    public static Term Of(string vocabulary, string code, string name, string? description = null) =>
        new() { Id = IdOf(vocabulary, code), Vocabulary = vocabulary, VocabularyId = IdOf(vocabulary), NameKey = Directory.NameKey.Of($"{name} {description}"), Code = code, Name = name, Description = description };
}

/// <summary>That a service is what a term says.</summary>
public sealed class ServiceTerm
{
    public required Guid ServiceId { get; init; }
    public required Guid TermId { get; init; }
    public Term? Term { get; init; }
}
