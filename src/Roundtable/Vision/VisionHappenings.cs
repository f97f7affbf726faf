using Roundtable.Platform.Happenings;

namespace Roundtable.Vision;

/// <summary>A process was planned; nobody has been asked yet.</summary>
public sealed record VisionPrepared(int Asked, bool AllowsAnonymous) : Particulars { public override string Kind() => "vision.prepared"; }

/// <param name="ClosesOn">Last day for cards, as in <c>2026-12-11</c>.</param>
public sealed record VisionDescribed(int Asked, string ClosesOn) : Particulars { public override string Kind() => "vision.described"; }

/// <summary>A process reached another stage.</summary>
public sealed record VisionMoved(VisionStage From, VisionStage To) : Particulars { public override string Kind() => "vision.moved"; }

/// <param name="Until">New last day for cards.</param>
public sealed record VisionExtended(string Until) : Particulars { public override string Kind() => "vision.extended"; }

/// <param name="Organizations">How many were reminded.</param>
public sealed record VisionReminded(int Organizations) : Particulars { public override string Kind() => "vision.reminded"; }

public sealed record FacilitatorNamed(Guid Person) : Particulars { public override string Kind() => "vision.facilitator-named"; }

public sealed record FacilitatorReleased(Guid Person) : Particulars { public override string Kind() => "vision.facilitator-released"; }

/// <param name="Seat">Whose it is; none for a card without a name, which nobody is said to have written.</param>
public sealed record CardAdded(Guid Process, Board Board, CardWay Way, Guid? Seat) : Particulars { public override string Kind() => "card.added"; }

public sealed record CardReworded(Board Board) : Particulars { public override string Kind() => "card.reworded"; }

/// <param name="Language">None when the translation was taken away.</param>
public sealed record CardTranslated(string? Language) : Particulars { public override string Kind() => "card.translated"; }

/// <param name="ByOthers">Not by its organization: with a reason.</param>
public sealed record CardTakenBack(Board Board, bool ByOthers) : Particulars { public override string Kind() => "card.taken-back"; }

public sealed record CardPutBack(Board Board) : Particulars { public override string Kind() => "card.put-back"; }

/// <summary>Cards were brought together, or that was taken back.</summary>
/// <param name="Cluster">None when cards were laid alone or clusters ordered.</param>
/// <param name="Cards">How many cards moved.</param>
public sealed record CardsClustered(Guid Process, Board Board, ClusterAct Act, Guid? Cluster, int Cards) : Particulars { public override string Kind() => "cards.clustered"; }
