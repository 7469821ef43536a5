using Tn.Certification.Certificates;
using Tn.Certification.Exam;
using Tn.Certification.Lives;

namespace Tn.Certification.Surveillance;

internal readonly record struct ControlId(Guid Value) : IGuidId<ControlId>
{
    public static ControlId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

/// <summary>What the committee found, kept as written.</summary>
/// <param name="Conclusion">Clear, Prescribe or ProposeSanction.</param>
internal sealed record Finding(ControlTrigger Conclusion, string Text, string By, DateTimeOffset At);

/// <summary>
/// A certificate's surveillance: one control for a term, on a day drawn by a recorded seed between the months the rules say.
/// The day is nobody's to know before it comes.
/// </summary>
internal sealed class Control : Living<ControlState, ControlTrigger>
{
    private Control()
    {
    }

    public ControlId Id { get; private init; }

    public CertificateId Certificate { get; private init; }

    public string CertificateNumber { get; private init; } = string.Empty;

    public PersonId Holder { get; private init; }

    public string HolderName { get; private init; } = string.Empty;

    public string FileNumber { get; private init; } = string.Empty;

    public long Seed { get; private init; }

    /// <summary>The drawn day.</summary>
    public DateOnly OpensOn { get; private init; }

    /// <summary>First to last.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>What the consultant answered to prescriptions; empty when nothing.</summary>
    public string Answer { get; private set; } = string.Empty;

    protected override LifeMachine<ControlState, ControlTrigger> Machine => ControlMachine.Machine;

    /// <summary>Draws the day of a certificate's control.</summary>
    public static Control Draw(Certificate certificate, long seed, ActContext act, IReadOnlyDictionary<string, RuleInForce> rules)
    {
        var control = new Control
        {
            Id = new ControlId(Guid.CreateVersion7(act.At)),
            Certificate = certificate.Id,
            CertificateNumber = certificate.Number,
            Holder = certificate.Holder,
            HolderName = certificate.HolderName,
            FileNumber = certificate.FileNumber,
            Seed = seed,
            OpensOn = DayOf(certificate.From, seed, rules[RuleKeys.SurveillanceFirstMonth].Number, rules[RuleKeys.SurveillanceLastMonth].Number),
        };
        control.Begin("Jour du contrôle tiré au sort.", act, rules);
        return control;
    }

    /// <summary>A day between two months of a term, both included, drawn by the seed.</summary>
    public static DateOnly DayOf(DateOnly from, long seed, int firstMonth, int lastMonth)
    {
        var (first, last) = (from.AddMonths(firstMonth), from.AddMonths(lastMonth));
        return first.AddDays(new SeededDraw(seed).Below(last.DayNumber - first.DayNumber + 1));
    }

    public Outcome Open(ActContext act, IReadOnlyDictionary<string, RuleInForce> rules) =>
        Move(ControlTrigger.Begin, "Le contrôle est ouvert.", act, rules);

    public Outcome Drop(ActContext act, IReadOnlyDictionary<string, RuleInForce> rules) =>
        Move(ControlTrigger.Drop, "Le certificat ne vaut plus : le contrôle n’a plus d’objet.", act, rules);

    /// <summary>The committee concludes: nothing to say, prescriptions, or a sanction to be decided on the certificate.</summary>
    public Outcome Conclude(ControlTrigger conclusion, string text, ActContext act, IReadOnlyDictionary<string, RuleInForce> rules)
    {
        var moved = Move(conclusion, text, act, rules);
        if (moved.IsDone)
        {
            Findings = [.. Findings, new Finding(conclusion, text, act.ActorName, act.At)];
        }

        return moved;
    }

    /// <summary>The consultant says what was done of the prescriptions.</summary>
    public Outcome Reply(string answer, ActContext act, IReadOnlyDictionary<string, RuleInForce> rules)
    {
        var moved = Move(ControlTrigger.Answer, "Le consultant a répondu aux prescriptions.", act, rules);
        if (moved.IsDone)
        {
            Answer = answer;
        }

        return moved;
    }

    public Outcome CloseDelay(ActContext act, IReadOnlyDictionary<string, RuleInForce> rules) =>
        Move(ControlTrigger.CloseDelay, "Le délai des prescriptions est passé sans réponse.", act, rules);
}
