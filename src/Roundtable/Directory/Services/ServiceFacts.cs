using NodaTime;

namespace Roundtable.Directory.Services;

/// <summary>What a source says about one service.</summary>
/// <param name="PlaceKeys">Keys of the source's rows for its locations.</param>
/// <param name="Terms">What it is, in the source's own vocabularies.</param>
public sealed record ServiceFacts(ServiceEntry Entry, LocalDate? Assured, IReadOnlyList<string> PlaceKeys, IReadOnlyList<Term> Terms);

/// <summary>A service as it was before an import changed it, for an undo.</summary>
public sealed record ServiceBefore(ServiceEntry Entry, IReadOnlyList<Guid> Terms);
