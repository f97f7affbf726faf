using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Decisions;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Mail;
using Roundtable.Tests.Partnerships;

namespace Roundtable.Tests.Decisions;

/// <summary>Who hears of a motion, when, and in which words.</summary>
public class TellingTests
{
    [Fact]
    public async Task An_open_motion_is_told_once_to_representative_and_alternate_of_each_seat()
    {
        await using var world = await World.Open();
        var table = await world.FoundHere();
        var legal = await table.Seat();
        var alternate = await world.Person("Alex Kim");
        var convener = await world.ActorOf(table.Convener);
        await table.Change(legal.Number, s => s.Fill(convener, Role.Alternate, alternate.Id, table.Partnership.Today(world.Now), world.Now));
        await table.Seat("Clinic", Sector.Health, "Only listens", observer: true);
        var motion = await table.Put();
        Assert.Equal((1, 0), (await world.Run<TellOfMotions>(), await world.Run<TellOfMotions>()));
        Assert.Equal(Voting.Emails(table.Convener, legal.Person, alternate), await world.Addresses(motion, MotionLetters.Opened));
        var letter = (await world.Letters(motion, MotionLetters.Opened)).Single(l => l.Address == legal.Person.Email);
        Assert.Equal("Decide by Dec 8, 2026: Open on Saturdays", letter.Subject);
        Assert.Contains("Please answer for Legal Aid of the Valley by Tue, Dec 8, 2026, 9:00 AM.", letter.Text, StringComparison.Ordinal);
        Assert.Contains("From nine to noon.", letter.Text, StringComparison.Ordinal);
        Assert.EndsWith($"/motions/{motion.Number}", Joining.PathOf(letter, "me"), StringComparison.Ordinal);
        Assert.Equal(table.Convener.Email, letter.ReplyTo);
    }

    [Fact]
    public async Task Two_nodes_tell_once()
    {
        await using var world = await World.Open();
        await using var other = await World.Open(world.Database, null);
        var table = await world.FoundHere();
        await table.Seat();
        for (var round = 0; round < 4; round++)
        {
            var motion = await table.Put();
            await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => (i % 2 == 0 ? world : other).Run<TellOfMotions>())));
            Assert.Equal(2, (await world.Letters(motion, MotionLetters.Opened)).Count);
        }
    }

    [Fact]
    public async Task Who_stopped_these_letters_and_who_facilitates_gets_none()
    {
        await using var world = await World.Open();
        var table = await world.FoundHere();
        var (legal, school) = (await table.Seat(), await table.Seat("Adult School", Sector.Education, "Kim Lee"));
        await world.Do(db =>
        {
            db.Add(new MailStop(legal.Person.Id, Letter.HashOf(legal.Person.Email), MotionLetters.Opened.Key, world.Now));
            db.Add(new Grant(table.Partnership.Id, school.Person.Id, Role.Facilitator));
            return Task.FromResult(0);
        });
        var motion = await table.Put();
        await world.Run<TellOfMotions>();
        Assert.Equal(Voting.Emails(table.Convener), await world.Addresses(motion, MotionLetters.Opened));
    }

    [Fact]
    public async Task Who_wants_only_what_needs_them_is_asked_and_not_told_the_result()
    {
        await using var world = await World.Open();
        var table = await world.FoundHere();
        var (legal, school) = (await table.Seat(), await table.Seat("Adult School", Sector.Education, "Kim Lee"));
        foreach (var (person, stop) in new[] { (legal.Person, false), (school.Person, true) })
            await world.Do(async db =>
            {
                (await db.People.SingleAsync(p => p.Id == person.Id)).Choose(Actor.Person(person.Id, false, []), world.Now, NotificationChoice.OnlyWhatNeedsMe, stop);
                return 0;
            });
        var motion = await table.Put();
        await world.Run<TellOfMotions>();
        Assert.Equal(Voting.Emails(table.Convener, legal.Person), await world.Addresses(motion, MotionLetters.Opened));
        world.Clock.Advance(Duration.FromDays(7));
        await world.Run<SettleMotions>();
        await world.Run<TellOfMotions>();
        Assert.Equal(Voting.Emails(table.Convener), await world.Addresses(motion, MotionLetters.Decided));
    }

    [Fact]
    public async Task Only_the_silent_are_reminded_once_two_days_before_the_deadline()
    {
        await using var world = await World.Open();
        var table = await world.FoundHere();
        var (legal, school) = (await table.Seat(), await table.Seat("Adult School", Sector.Education, "Kim Lee"));
        var motion = await table.Put();
        await world.Run<TellOfMotions>();
        await table.Cast(motion, legal.Person);
        world.Clock.Advance(Duration.FromDays(5) - Duration.FromMinutes(1));
        Assert.Equal(0, await world.Run<RemindSilent>());
        world.Clock.Advance(Duration.FromMinutes(1));
        Assert.Equal((1, 0), (await world.Run<RemindSilent>(), await world.Run<RemindSilent>()));
        Assert.Equal(Voting.Emails(table.Convener, school.Person), await world.Addresses(motion, MotionLetters.Reminder));
        Assert.StartsWith("Still open until Dec 8, 2026:", (await world.Letters(motion, MotionLetters.Reminder))[0].Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_motion_is_reminded_of_halfway()
    {
        await using var world = await World.Open();
        var table = await world.FoundHere();
        await table.Seat();
        await table.Put(Duration.FromDays(2));
        await world.Run<TellOfMotions>();
        world.Clock.Advance(Duration.FromHours(23));
        Assert.Equal(0, await world.Run<RemindSilent>());
        world.Clock.Advance(Duration.FromHours(1));
        Assert.Equal(1, await world.Run<RemindSilent>());
    }

    [Fact]
    public async Task Who_answers_for_another_is_reminded_of_that_answer()
    {
        await using var world = await World.Open();
        var table = await world.FoundHere();
        var (legal, school) = (await table.Seat(), await table.Seat("Adult School", Sector.Education, "Kim Lee"));
        var motion = await table.Put();
        await world.Run<TellOfMotions>();
        var to = (await table.Look(school.Number)).Id;
        await table.Act(motion, legal.Person, (m, actor, seat) => m.Entrust(actor, seat, to, world.Now));
        await table.Cast(motion, school.Person);
        await table.Cast(motion, table.Convener);
        world.Clock.Advance(Duration.FromDays(6));
        await world.Run<RemindSilent>();
        var letter = Assert.Single(await world.Letters(motion, MotionLetters.Reminder));
        Assert.Equal(school.Person.Email, letter.Address);
        Assert.Contains("Please answer for Legal Aid of the Valley by", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_words_are_told_to_all_and_reminded_of_anew()
    {
        await using var world = await World.Open();
        var table = await world.FoundHere();
        var legal = await table.Seat();
        var motion = await table.Put();
        await world.Run<TellOfMotions>();
        await table.Cast(motion, legal.Person);
        world.Clock.Advance(Duration.FromDays(6));
        Assert.Equal(1, await world.Run<RemindSilent>());
        var amendment = await Suggest(table, motion, legal);
        await Accept(table, motion, amendment);
        Assert.Equal((1, 0), (await world.Run<TellOfMotions>(), await world.Run<RemindSilent>()));
        Assert.Equal(Voting.Emails(table.Convener, legal.Person), await world.Addresses(motion, MotionLetters.Reworded));
        Assert.Contains("All sites open on Sundays.", (await world.Letters(motion, MotionLetters.Reworded))[0].Text, StringComparison.Ordinal);
        world.Clock.Advance(Duration.FromHours(12));
        Assert.Equal(1, await world.Run<RemindSilent>());
        Assert.Equal(3, (await world.Letters(motion, MotionLetters.Reminder)).Count);
    }

    [Fact]
    public async Task A_boards_day_is_told_to_its_seat_three_days_before_in_the_morning()
    {
        await using var world = await World.Open();
        var table = await world.FoundHere();
        var legal = await table.Seat();
        var motion = await table.Put();
        await world.Run<TellOfMotions>();
        await table.Cast(motion, table.Convener);
        await table.Act(motion, legal.Person, (m, actor, seat) => m.AwaitBoard(actor, seat, "Our council", new LocalDate(2027, 1, 12), table.Partnership.Zone, world.Now));
        world.Clock.Advance(Duration.FromDays(6));
        Assert.Equal(1, await world.Run<RemindSilent>());
        Assert.Empty(await world.Letters(motion, MotionLetters.Reminder));
        world.Clock.Reset(Instant.FromUtc(2027, 1, 9, 13, 50)); // ten to eight in Chicago
        await world.Run<SettleMotions>();
        Assert.Equal((MotionState.Ratifying, 0), ((await table.Look(motion)).State, await world.Run<RemindSilent>()));
        world.Clock.Advance(Duration.FromMinutes(10));
        Assert.Equal((1, 0), (await world.Run<RemindSilent>(), await world.Run<RemindSilent>()));
        var letter = Assert.Single(await world.Letters(motion, MotionLetters.Board));
        Assert.Equal((legal.Person.Email, "Your board decides on Jan 12, 2027: Open on Saturdays"), (letter.Address, letter.Subject));
    }

    [Fact]
    public async Task What_is_decided_is_told_with_the_reasons_and_the_reservations_in_the_readers_language()
    {
        await using var world = await World.Open();
        var table = await world.FoundHere();
        var legal = await table.Seat();
        await world.Do(async db =>
        {
            var person = await db.People.SingleAsync(p => p.Id == legal.Person.Id);
            person.Introduce(Actor.Person(person.Id, false, []), world.Now, person.FullName, null, "es", "America/Chicago");
            return 0;
        });
        var motion = await table.Put();
        await world.Run<TellOfMotions>();
        Assert.StartsWith("Decidir a más tardar el 8 de diciembre de 2026:", (await world.Letters(motion, MotionLetters.Opened)).Single(l => l.Address == legal.Person.Email).Subject, StringComparison.Ordinal);
        await table.Cast(motion, table.Convener, Stance.Reservation, "The buses do not run early");
        await table.Cast(motion, legal.Person);
        Assert.Equal(MotionResult.Adopted, (await table.Look(motion)).Result);
        Assert.Equal((1, 0), (await world.Run<TellOfMotions>(), await world.Run<TellOfMotions>()));
        var letters = await world.Letters(motion, MotionLetters.Decided);
        Assert.Equal(["Adopted: Open on Saturdays", "Aprobada: Open on Saturdays"], letters.Select(l => l.Subject).Order(StringComparer.Ordinal));
        var english = letters.Single(l => l.Address == table.Convener.Email);
        Assert.Contains("2 of 2 organizations answered; 1 was needed; no objection; 1 reservation; adopted.", english.Text, StringComparison.Ordinal);
        Assert.Contains("Riverbend Public Library: The buses do not run early", english.Text, StringComparison.Ordinal);
        var spanish = letters.Single(l => l.Address == legal.Person.Email);
        Assert.Contains("Respondieron 2 de 2 organizaciones", spanish.Text, StringComparison.Ordinal);
        Assert.StartsWith("/es/me/", Joining.PathOf(spanish, "me"), StringComparison.Ordinal);
        Assert.DoesNotContain("decisions.", spanish.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_decided_before_anybody_was_written_to_is_one_letter()
    {
        await using var world = await World.Open();
        var table = await world.FoundHere();
        var motion = await table.Put();
        await table.Cast(motion, table.Convener);
        await world.Run<TellOfMotions>();
        Assert.Equal(MotionLetters.Decided.Key, (await world.See(db => db.Letters.SingleAsync(l => l.AboutId == motion.Id))).Kind);
    }

    private static async Task Accept(Table table, Motion motion, Amendment amendment)
    {
        var actor = await table.World.ActorOf(table.Convener);
        await table.World.See(db => db.Together(async () =>
        {
            var known = await db.Amendments.SingleAsync(a => a.Id == amendment.Id);
            await db.Answer(actor, table.Partnership, motion.Number, table.World.Clock, (m, now) => known.Accept(actor, m, now));
            return await db.SaveChangesAsync();
        }));
    }

    private static Task<Amendment> Suggest(Table table, Motion motion, SeatedOrganization by) => table.World.Do(async db =>
    {
        var actor = await table.World.ActorOf(by.Person);
        var amendment = Amendment.Suggest(actor, await table.Look(motion), actor.SeatIn(table.Partnership.Id)!.Value, "All sites open on Sundays.", null, table.World.Now);
        db.Add(amendment);
        return amendment;
    });
}
