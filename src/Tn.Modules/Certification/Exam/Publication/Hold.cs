namespace Tn.Certification.Exam.Publication;

/// <summary>Why a verdict waits for the committee.</summary>
internal enum Hold
{
    /// <summary>Nothing holds it: published as soon as it is written.</summary>
    None,

    /// <summary>The rule in force keeps every publication for the committee.</summary>
    Rule,

    /// <summary>An incident is not settled.</summary>
    Incident,

    /// <summary>An invigilated session is published as a whole, once the invigilator's report is read.</summary>
    Session,
}

/// <summary>Decides whether a graded verdict is published at once. Pure.</summary>
internal static class PublicationRule
{
    /// <summary>The value of <see cref="RuleKeys.ExamPublication"/> that publishes at once.</summary>
    public const string Automatic = "automatique";

    public static Hold HoldOf(string rule, bool hasOpenIncident, bool isInvigilated) => (rule, hasOpenIncident, isInvigilated) switch
    {
        (_, true, _) => Hold.Incident,
        (_, _, true) => Hold.Session,
        (Automatic, _, _) => Hold.None,
        _ => Hold.Rule,
    };
}
