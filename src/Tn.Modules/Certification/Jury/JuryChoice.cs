namespace Tn.Certification.Jury;

/// <summary>What a jury can decide, from the most open to the most cautious. Names are kept: never rename one.</summary>
internal enum JuryChoice
{
    Certify,
    CertifyOnProbation,
    Defer,
    Reject,
}

/// <summary>What a member says of a file.</summary>
/// <param name="Reason">Why; always.</param>
/// <param name="Prescriptions">What to do before coming back; when deferring.</param>
/// <param name="DeferredUntil">The day the file comes back; when deferring.</param>
internal sealed record Ballot(JuryChoice Choice, string Reason, string? Prescriptions = null, DateOnly? DeferredUntil = null)
{
    /// <summary>Refuses a ballot without a reason, or a deferral without prescriptions and a day to come.</summary>
    public Outcome Check(DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(Reason))
        {
            return new Refusal("certification.vote-reason-missing");
        }

        if (Choice == JuryChoice.Defer && (string.IsNullOrWhiteSpace(Prescriptions) || DeferredUntil is null || DeferredUntil <= today))
        {
            return new Refusal("certification.deferral-incomplete");
        }

        return Outcome.Done;
    }
}
