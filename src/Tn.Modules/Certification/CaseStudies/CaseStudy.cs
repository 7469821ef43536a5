using Tn.Certification.Exam;
using Tn.Certification.Lives;
using Tn.Certification.Papers;

namespace Tn.Certification.CaseStudies;

internal readonly record struct CaseStudyId(Guid Value) : IGuidId<CaseStudyId>
{
    public static CaseStudyId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

/// <summary>A marker drawn for a work.</summary>
internal sealed record MarkerSeat(PersonId Marker, string Name);

/// <summary>
/// A candidate's work on a drawn case: the text as given, what was handed in, the blind markings and the result.
/// The draw's seed is recorded; markings are kept as they were given.
/// </summary>
internal sealed class CaseStudy : Living<CaseStudyState, CaseStudyTrigger>
{
    private CaseStudy()
    {
    }

    public CaseStudyId Id { get; private init; }

    public PersonId Candidate { get; private init; }

    /// <summary>Draws the case, then the markers.</summary>
    public long Seed { get; private set; }

    public CaseSubjectId Subject { get; private set; }

    public string SubjectTitle { get; private set; } = string.Empty;

    public string SubjectText { get; private set; } = string.Empty;

    public string Answer { get; private set; } = string.Empty;

    public PaperId? Paper { get; private set; }

    public DateTimeOffset? HandedInAt { get; private set; }

    /// <summary>In the order they were drawn; the third only when the first two differ.</summary>
    public IReadOnlyList<MarkerSeat> Markers { get; private set; } = [];

    public IReadOnlyList<Marking> Markings { get; private set; } = [];

    protected override LifeMachine<CaseStudyState, CaseStudyTrigger> Machine => CaseStudyMachine.Machine;

    public CaseStudyResult? Result => State == CaseStudyState.Marked ? CaseStudyResult.Of(Markings) : null;

    /// <summary>How many markers the state needs.</summary>
    public int MarkersNeeded => State switch
    {
        CaseStudyState.AwaitingMarks => 2,
        CaseStudyState.AwaitingThirdMark => 3,
        _ => 0,
    };

    /// <summary>Gives a candidate a case drawn by the seed.</summary>
    /// <param name="bank">Not empty.</param>
    public static CaseStudy Give(PersonId candidate, IReadOnlyList<CaseSubject> bank, long seed, ActContext act, IReadOnlyDictionary<string, RuleInForce> rules)
    {
        var work = new CaseStudy { Id = new CaseStudyId(Guid.CreateVersion7(act.At)), Candidate = candidate };
        work.Draw(bank, seed);
        work.Begin($"Cas tiré au sort : {work.SubjectTitle}.", act, rules);
        return work;
    }

    /// <summary>After a delay that passed: another case, never the same while the bank has others.</summary>
    public Outcome DrawAgain(IReadOnlyList<CaseSubject> bank, long seed, ActContext act, IReadOnlyDictionary<string, RuleInForce> rules)
    {
        var moved = Move(CaseStudyTrigger.DrawAgain, "Un autre cas est tiré au sort.", act, rules);
        if (moved.IsDone)
        {
            var others = bank.Where(subject => subject.Id != Subject).ToList();
            Draw(others.Count > 0 ? others : bank, seed);
            (Answer, Paper) = (string.Empty, null);
        }

        return moved;
    }

    /// <summary>Keeps what is written so far.</summary>
    public Outcome KeepDraft(string answer, PaperId? paper)
    {
        if (State != CaseStudyState.Assigned)
        {
            return new Refusal("case-study.not-now");
        }

        Answer = answer;
        Paper = paper ?? Paper;
        return Outcome.Done;
    }

    /// <summary>Hands the work in, until the last day: a text, a document, or both.</summary>
    public Outcome HandIn(string answer, PaperId? paper, ActContext act, IReadOnlyDictionary<string, RuleInForce> rules)
    {
        if (State == CaseStudyState.Assigned && DueOn < French.Day(act.At))
        {
            return new Refusal("case-study.too-late").With("date", French.Date(DueOn.Value));
        }

        if (paper is null && Paper is null && answer.Length < CaseStudyText.Shortest)
        {
            return new Refusal("case-study.answer-short").With("minimum", CaseStudyText.Shortest.ToString(French.Culture));
        }

        var moved = Move(CaseStudyTrigger.HandIn, "Étude de cas remise.", act, rules);
        if (moved.IsDone)
        {
            Answer = answer;
            Paper = paper ?? Paper;
            HandedInAt = act.At;
        }

        return moved;
    }

    public Outcome Expire(ActContext act, IReadOnlyDictionary<string, RuleInForce> rules) =>
        Move(CaseStudyTrigger.Expire, "Le délai est passé sans remise.", act, rules);

    /// <summary>Draws the markers that are missing, from those who may mark; as many as there are.</summary>
    /// <returns>Those newly drawn.</returns>
    public IReadOnlyList<MarkerSeat> DrawMarkers(IReadOnlyList<MarkerSeat> eligible)
    {
        var free = new SeededDraw(Seed).Shuffled(eligible.Where(seat => Markers.All(one => one.Marker != seat.Marker)).OrderBy(seat => seat.Marker.Value));
        var drawn = free.Take(MarkersNeeded - Markers.Count).ToList();
        Markers = [.. Markers, .. drawn];
        return drawn;
    }

    /// <summary>
    /// A marker gives the marks, once. The second settles the result, or calls a third when the two differ by <paramref name="gap"/> or more
    /// on any criterion; the third settles it.
    /// </summary>
    public Outcome Mark(IReadOnlyList<CriterionMark> marks, int gap, ActContext act, IReadOnlyDictionary<string, RuleInForce> rules)
    {
        if (MarkersNeeded == 0)
        {
            return new Refusal("case-study.not-now");
        }

        if (Markers.All(seat => seat.Marker != act.Person))
        {
            return new Refusal("case-study.not-a-marker");
        }

        if (Markings.Any(marking => marking.Marker == act.Person))
        {
            return new Refusal("case-study.marked-already");
        }

        if (Marking.Check(marks).IsRefused(out var incomplete))
        {
            return incomplete;
        }

        Markings = [.. Markings, new Marking(act.Person, marks, act.At)];
        return Markings.Count < MarkersNeeded ? Outcome.Done : Settle(gap, act, rules);
    }

    /// <summary>The markings a marker may read: none of the others' before both of the first two are in and one's own is given.</summary>
    public IReadOnlyList<Marking> MarkingsSeenBy(PersonId marker)
    {
        var own = Markings.Where(marking => marking.Marker == marker).ToList();
        return own.Count > 0 && Markings.Count >= 2 ? Markings : own;
    }

    private Outcome Settle(int gap, ActContext act, IReadOnlyDictionary<string, RuleInForce> rules) =>
        Markings.Count == 2 && CaseStudyResult.Differ(Markings[0], Markings[1], gap)
            ? Move(CaseStudyTrigger.CallThirdMarker, "Les deux correcteurs diffèrent : un troisième est appelé.", act, rules)
            : Move(CaseStudyTrigger.Settle, "Étude de cas notée.", act, rules);

    private void Draw(IReadOnlyList<CaseSubject> bank, long seed)
    {
        var subject = new SeededDraw(seed).Shuffled(bank.OrderBy(one => one.Id.Value))[0];
        (Seed, Subject, SubjectTitle, SubjectText) = (seed, subject.Id, subject.Title, subject.Text);
    }
}
