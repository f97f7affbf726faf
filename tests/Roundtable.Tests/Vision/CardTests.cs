using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Vision;

namespace Roundtable.Tests.Vision;

[Rules]
public class CardTests : VisionRules
{
    private static readonly CardWords Words = new(Board.Needs, "People wait six weeks for help with immigration forms.", "en", "census.gov/report", "Newcomers");

    private Card Added(VisionProcess process, Actor? actor = null, CardWords? words = null, CardWay way = CardWay.Page, bool anonymous = false) =>
        Card.Add(actor ?? Clinic, process, process.AskedOf(ClinicSeat), words ?? Words, way, Today, Now, anonymous);

    [Fact]
    public void A_card_is_of_the_organization_that_speaks()
    {
        var card = Added(Opened());
        Assert.Equal((ClinicSeat, Clinic.PersonId, "https://census.gov/report", "Newcomers"), (card.SeatId!.Value, card.EnteredBy, card.Evidence, card.Affected));
        Assert.Null(Added(Opened(), words: Words with { Board = Board.Resources }).Evidence);
    }

    [Fact]
    public void Nobody_puts_words_into_anothers_mouth()
    {
        var process = Opened();
        Refused("vision.not-yours", () => Added(process, Convener));
        Refused("vision.not-yours", () => Added(process, Facilitator));
        Refused("vision.not-yours", () => Added(process, Of(Role.Representative, Library), way: CardWay.Paper));
        Refused("vision.not-yours", () => Added(process, Of(Role.Observer, ClinicSeat)));
        Refused("vision.not-asked", () => Card.Add(Clinic, process, null, Words, CardWay.Page, Today, Now));
        Refused("vision.not-asked", () => Card.Add(Clinic, process, Opened().AskedOf(ClinicSeat), Words, CardWay.Page, Today, Now));
        var entered = Added(process, Facilitator, way: CardWay.Phone);
        Assert.Equal((ClinicSeat, (Guid?)Neutral), (entered.SeatId!.Value, entered.EnteredBy));
    }

    [Fact]
    public void Closed_boards_take_only_what_came_on_paper()
    {
        var process = Prepared();
        Refused("vision.not-open-yet", () => Added(process));
        process = Opened();
        Assert.Equal("vision.closed", Assert.Throws<Refusal>(() => Card.Add(Clinic, process, process.AskedOf(ClinicSeat), Words, CardWay.Page, Today.PlusDays(11), Now)).Key);
        Card.Add(Facilitator, process, process.AskedOf(ClinicSeat), Words, CardWay.Paper, Today.PlusDays(11), Now);
        process.CloseBoards(Convener, 3, Now);
        Refused("vision.closed", () => Added(process));
        Refused("vision.closed", () => Added(process, way: CardWay.Paper));
        Added(process, Facilitator, way: CardWay.Paper);
        process.Become(Convener, VisionStage.Drafting, Now);
        Refused("vision.closed", () => Added(process, Facilitator, way: CardWay.Paper));
    }

    [Fact]
    public void A_card_without_a_name_is_nobodys()
    {
        var process = Opened();
        Refused("vision.name-wanted", () => Added(Opened(Plan with { AllowsAnonymous = false }), anonymous: true));
        var card = Added(process, anonymous: true);
        Assert.Equal((null, null, true), (card.SeatId, card.EnteredBy, card.IsAnonymous));
        Assert.True(process.AskedOf(ClinicSeat)!.HasAnsweredUnnamed);
        var said = Assert.Single(card.Unsaved);
        Assert.Equal(("anonymous", null), (said.Actor, said.SeatId));
        Refused("vision.nobodys", () => card.Reword(Clinic, process, Words, Today, Now));
        Refused("vision.not-yours", () => card.TakeBack(Clinic, process, "mine", Now));
        card.TakeBack(Convener, process, "Names a client.", Now);
    }

    [Fact]
    public void Only_its_organization_changes_the_words()
    {
        var process = Opened();
        var card = Added(process);
        foreach (var other in (Actor[])[Convener, Facilitator, Of(Role.Representative, Library)]) Refused("vision.words-of-others", () => card.Reword(other, process, Words, Today, Now));
        card.Lie(new Cluster(process, Board.Needs, "Forms", 1), 1);
        card.Reword(Of(Role.Alternate, ClinicSeat), process, Words with { Text = "Eight weeks." }, Today, Now);
        Assert.Equal(("Eight weeks.", true), (card.Text, card.ClusterId is not null));
        card.Reword(Clinic, process, Words with { Board = Board.Outcomes }, Today, Now);
        Assert.Equal((Board.Outcomes, (Guid?)null, (string?)null), (card.Board, card.ClusterId, card.Evidence));
        Refused("vision.closed", () => card.Reword(Clinic, process, Words, Today.PlusDays(11), Now));
    }

    [Fact]
    public void A_translation_stands_beside_the_words()
    {
        var process = Opened();
        var card = Added(process);
        Refused("access.not-allowed", () => card.Translate(Of(Role.Representative, Library), process, "Esperan", "es", Now));
        Refused("vision.translation-same-language", () => card.Translate(Facilitator, process, "They wait", "English", Now));
        card.Translate(Facilitator, process, "La gente espera seis semanas.", "Spanish", Now);
        Assert.Equal((Words.Text, "La gente espera seis semanas.", "es", (Guid?)Neutral), (card.Text, card.Translation, card.TranslationLanguage, card.TranslatedBy));
        card.Reword(Clinic, process, Words with { Text = "Eight weeks." }, Today, Now);
        Assert.Null(card.Translation);
        card.Translate(Clinic, process, "Ocho semanas.", "es", Now);
        card.Translate(Clinic, process, " ", null, Now);
        Assert.Null(card.TranslationLanguage);
    }

    [Fact]
    public void A_card_is_taken_back_and_put_back()
    {
        var process = Opened();
        var card = Added(process);
        Refused("vision.not-yours", () => card.TakeBack(Facilitator, process, "off topic", Now));
        Refused("partnerships.reason-missing", () => card.TakeBack(Convener, process, null, Now));
        card.TakeBack(Clinic, process, null, Now);
        Assert.False(card.IsOnBoard);
        Refused("vision.card-gone", () => card.Reword(Clinic, process, Words, Today, Now));
        card.PutBack(Clinic, process, Now);
        Refused("vision.on-board-already", () => card.PutBack(Clinic, process, Now));
        card.TakeBack(Convener, process, "Names a client.", Now);
        Assert.Equal("Names a client.", card.TakenBackReason);
        Refused("vision.not-yours", () => card.PutBack(Clinic, process, Now));
        card.PutBack(Convener, process, Now);
    }

    [Fact]
    public void Who_typed_a_card_from_paper_takes_it_off_again()
    {
        var process = Opened();
        var card = Added(process, Facilitator, way: CardWay.Paper);
        Refused("vision.words-of-others", () => card.Reword(Facilitator, process, Words, Today, Now));
        card.TakeBack(Facilitator, process, null, Now);
        card.PutBack(Facilitator, process, Now);
        Added(process).TakeBack(Clinic, process, null, Now);
    }

    [Fact]
    public void A_card_too_long_says_how_long_it_is()
    {
        var process = Opened();
        var refusal = Assert.Throws<Refusal>(() => Added(process, words: Words with { Text = new string('x', 10_000) }));
        Assert.Equal(("vision.card-too-long", "Text", 10_000, 1000), (refusal.Key, refusal.Input, refusal.With[0], refusal.With[1]));
        Added(process, words: Words with { Text = new string('x', 1000) });
        Refused("vision.card-empty", () => Added(process, words: Words with { Text = " \u200B \u00AD" }));
        Refused("vision.language-unknown", () => Added(process, words: Words with { Language = "Klingonese" }));
    }

    [Theory]
    [InlineData("  “Forms” – they’re hard…  ", "“Forms” – they’re hard…")]
    [InlineData("one\vtwo\r\nthree", "one\ntwo\nthree")]
    [InlineData("im\u00ADmi\u200Bgra\uFEFFtion\u0000", "immigration")]
    [InlineData("a\t b\u00A0 c\n\n\n\nd  \n", "a b c\n\nd")]
    [InlineData("<b>bold</b> & <script>alert(1)</script>", "<b>bold</b> & <script>alert(1)</script>")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("evil \u202Etxet", "evil txet")]
    [InlineData("cafe\u0301 👩\u200D👧", "café 👩\u200D👧")]
    public void Pasted_text_is_cleaned(string typed, string kept) => Assert.Equal(kept, CardText.Cleaned(typed));

    [Theory]
    [InlineData("https://example.org/a?b=1", "https://example.org/a?b=1")]
    [InlineData("example.org", "https://example.org/")]
    [InlineData("  ", null)]
    public void Evidence_is_a_web_address(string typed, string? kept) => Assert.Equal(kept, EvidenceLink.Of(typed, "Evidence"));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://example.org/a")]
    [InlineData("see the report")]
    [InlineData("https://user:secret@example.org")]
    [InlineData("localhost")]
    public void Other_evidence_is_refused(string typed) => Refused("vision.evidence-wrong", () => EvidenceLink.Of(typed, "Evidence"));
}
