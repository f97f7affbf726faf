using NodaTime;
using Roundtable.Partnerships;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Vision;
using Founding = Roundtable.Tests.Partnerships.Founding;

namespace Roundtable.Tests.Vision;

/// <summary>A table of two for rules: Ana convenes, somebody of the clinic answers, somebody else facilitates.</summary>
public abstract class VisionRules
{
    protected static readonly Instant Now = World.Morning;
    protected static readonly LocalDate Today = new(2026, 12, 1);
    protected static readonly VisionPlan Plan = new()
    {
        Title = "Our vision for 2028", NeedsQuestion = "What do people struggle with?", ResourcesQuestion = "What can you bring?", StrategiesQuestion = "What have you seen work?",
        OutcomesQuestion = "In two years, what is different?", GroundRules = "One speaks at a time.", OpensOn = Today, ClosesOn = Today.PlusDays(10), AllowsAnonymous = true,
    };

    protected readonly Partnership Partnership;
    protected readonly Actor Convener, Clinic, Facilitator;
    protected readonly Guid Library, ClinicSeat = Ids.New(), Neutral = Ids.New();

    protected VisionRules()
    {
        var founded = Founding.Somewhere();
        (Partnership, Convener, Library) = (founded.Partnership, founded.Founder(Founding.Ana), founded.Seat.Id);
        Clinic = Of(Role.Representative, ClinicSeat);
        Facilitator = Actor.Person(Neutral, false, [new(Partnership.Id, Role.Facilitator)]);
    }

    protected Actor Of(Role role, Guid seat) => Actor.Person(Ids.New(), false, [new(Partnership.Id, role, seat, Ids.New())]);
    protected VisionProcess Prepared(VisionPlan? plan = null) => VisionProcess.Prepare(Convener, Partnership.Id, plan ?? Plan, [Library, ClinicSeat], Today, Now);

    protected VisionProcess Opened(VisionPlan? plan = null)
    {
        var process = Prepared(plan);
        process.Entrust(Convener, Neutral, hasBallot: false, Now);
        process.Open(Convener, Today, Now);
        return process;
    }

    protected static void Refused(string key, Action act) => Assert.Equal(key, Assert.Throws<Refusal>(act).Key);
}
