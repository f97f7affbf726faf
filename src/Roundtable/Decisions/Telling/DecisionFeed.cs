using System.Net;
using System.Security.Cryptography;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Partnerships;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;

namespace Roundtable.Decisions;

/// <summary>The decision log as a feed that a person's reader fetches by an address of their own. It ends when they make another or leave.</summary>
public static class DecisionFeed
{
    /// <summary>The latest decisions a feed holds.</summary>
    public const int Most = 50;

    // Nobody signs in to a reader; the address ends when it is replaced or the person leaves.
    private static readonly Duration life = Duration.FromDays(3650);

    /// <summary>The address somebody's reader uses now.</summary>
    public static IQueryable<Link> Feeds(this IQueryable<Link> links, Guid person, Guid partnership) =>
        links.Where(l => l.PersonId == person && l.PartnershipId == partnership && l.Purpose == LinkPurpose.Feed && l.RevokedAt == null);

    /// <summary>Makes an address; an earlier one ends.</summary>
    /// <exception cref="Refusal">Not somebody of the partnership.</exception>
    public static async Task<string> MakeFeed(this RoundtableDb db, Actor actor, Partnership partnership, Instant now)
    {
        if (actor.PersonId is not { } person || !actor.IsIn(partnership.Id)) throw new Refusal("access.not-allowed");
        foreach (var old in await db.Links.Feeds(person, partnership.Id).ToListAsync()) old.Revoke(now);
        db.Add(Link.Make(LinkPurpose.Feed, now, life, out var secret, person, partnership.Id));
        return secret;
    }

    /// <summary>What the reader gets.</summary>
    public static async Task<FeedText> Feed(this RoundtableDb db, Actor reader, Partnership partnership, Texts t, Func<string, Uri> address, string self)
    {
        var motions = await db.Motions.AsNoTracking().VisibleTo(reader).Of(partnership).Where(m => m.State == MotionState.Decided).OrderByDescending(m => m.EndedAt).Take(Most).AsSplitQuery().ToListAsync();
        var names = await db.SeatNames(reader, partnership);
        var changed = motions.Select(ChangedAt).DefaultIfEmpty(partnership.FoundedAt).Max();
        var feed = new SyndicationFeed(t["decisions.feed.title", partnership.Name], t["decisions.feed.lead", partnership.Name], address(DecisionUrls.All(partnership)), $"urn:uuid:{partnership.Id}", changed.ToDateTimeOffset())
        {
            Language = t.Language,
            Items = [.. motions.Select(m => ItemOf(m, names, t, address(DecisionUrls.Motion(partnership, m.Number))))],
        };
        feed.Links.Add(SyndicationLink.CreateSelfLink(address(self), "application/atom+xml"));
        feed.Authors.Add(new SyndicationPerson { Name = partnership.Name });
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) })) feed.SaveAsAtom10(writer);
        var content = stream.ToArray();
        // Headers tell whole seconds.
        return new(content, Convert.ToHexStringLower(SHA256.HashData(content))[..32], Instant.FromUnixTimeSeconds(changed.ToUnixTimeSeconds()));
    }

    private static Instant ChangedAt(Motion motion) => motion.ConcludedAt is { } concluded && concluded > motion.EndedAt ? concluded : motion.EndedAt!.Value;

    private static SyndicationItem ItemOf(Motion motion, IReadOnlyDictionary<Guid, SeatName> names, Texts t, Uri address) => new(
        t["decisions.feed.item", t.Result(motion.Result!.Value), motion.Title], SyndicationContent.CreateHtmlContent(Words(motion, names, t)), address, $"urn:uuid:{motion.Id}", ChangedAt(motion).ToDateTimeOffset())
    {
        PublishDate = motion.EndedAt!.Value.ToDateTimeOffset(),
    };

    private static string Words(Motion motion, IReadOnlyDictionary<Guid, SeatName> names, Texts t)
    {
        var html = new StringBuilder();
        void Say(string text) { foreach (var part in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)) html.Append("<p>").Append(Safe(part)).Append("</p>\n"); }
        void List(string heading, IReadOnlyCollection<string> items)
        {
            if (items.Count == 0) return;
            html.Append("<p>").Append(Safe(heading)).Append("</p>\n<ul>").AppendJoin("", items.Select(i => $"<li>{Safe(i)}</li>")).Append("</ul>\n");
        }

        Say(t.Of(Verdict.Of(motion)));
        Say(motion.Text);
        if (motion.Form.Prioritizes()) List(t["decisions.mail.decided.order"], [.. Priorities.Of(motion).Select(p => $"{p.Place}. {p.Option.Text}")]);
        List(t["decisions.mail.decided.reservations"], motion.Reserved(names, t));
        if (motion.Outcome is { } outcome) Say($"{t["decisions.feed.outcome"]} {outcome}");
        if (motion.ReviewOn is { } day) Say(t["decisions.feed.review", day]);
        return html.ToString();
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br />", StringComparison.Ordinal);
}

/// <param name="Tag">The same for the same content.</param>
public sealed record FeedText(byte[] Content, string Tag, Instant ChangedAt);
