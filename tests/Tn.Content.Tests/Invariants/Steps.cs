using FsCheck;
using FsCheck.Fluent;

namespace Tn.Content.Tests.Invariants;

/// <summary>What somebody may try at any moment.</summary>
public enum StepKind
{
    Edit,
    Submit,
    Approve,
    AskForChanges,
    Reject,
    Withdraw,
    PublishByHand,
    PlanPublication,
    PlanArchiving,
    CancelPlan,
    Wait,
    Archive,
    Import,
    Restore,
}

/// <summary>A step of a random life of documents; the numbers choose among what there is at that moment.</summary>
public sealed record Step(StepKind Kind, int Which, int Text)
{
    public override string ToString() => $"{Kind}({Which},{Text})";
}

/// <summary>Steps, votes more often than the rest: else nothing would ever be published.</summary>
public static class Steps
{
    public static Arbitrary<Step> Any()
    {
        var kinds = Gen.Frequency(
            (4, Gen.Constant(StepKind.Edit)),
            (3, Gen.Constant(StepKind.Submit)),
            (12, Gen.Constant(StepKind.Approve)),
            (1, Gen.Constant(StepKind.AskForChanges)),
            (1, Gen.Constant(StepKind.Reject)),
            (1, Gen.Constant(StepKind.Withdraw)),
            (2, Gen.Constant(StepKind.PublishByHand)),
            (2, Gen.Constant(StepKind.PlanPublication)),
            (1, Gen.Constant(StepKind.PlanArchiving)),
            (1, Gen.Constant(StepKind.CancelPlan)),
            (3, Gen.Constant(StepKind.Wait)),
            (1, Gen.Constant(StepKind.Archive)),
            (2, Gen.Constant(StepKind.Import)),
            (2, Gen.Constant(StepKind.Restore)));
        return (from kind in kinds from which in Gen.Choose(0, 11) from text in Gen.Choose(0, 5) select new Step(kind, which, text)).ToArbitrary();
    }

    /// <summary>A life of forty steps.</summary>
    public static Arbitrary<Step[]> Life() => Any().Generator.ArrayOf(40).ToArbitrary();
}
