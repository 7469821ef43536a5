using Stateless;
using Tn.Content.Documents;
using Tn.Platform.Data;

namespace Tn.Content.Review;

/// <summary>A submission to the committee.</summary>
internal readonly record struct SubmissionId(Guid Value) : IGuidId<SubmissionId>
{
    public static SubmissionId From(Guid value) => new(value);

    public static SubmissionId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString("D");
}

/// <summary>Which quorum decides.</summary>
internal enum SubmissionKind
{
    Course,
    Other,
}

/// <summary>
/// Documents submitted together to the pedagogical committee, its votes and its decision.
/// A vote binds to the content as read; who wrote a version does not vote on it.
/// </summary>
internal sealed class ReviewSubmission : IRevisioned
{
    /// <summary>The longest note, in characters.</summary>
    public const int NoteLength = 1000;

    private readonly List<SubmittedDocument> documents = [];
    private readonly List<ReviewVote> votes = [];
    private readonly List<FormerVote> formerVotes = [];
    private readonly List<ReviewStep> history = [];
    private readonly StateMachine<ReviewState, ReviewTrigger> machine;

    private ReviewSubmission() => machine = ReviewMachine.Over(() => State, state => State = state);

    public SubmissionId Id { get; private init; }

    public string Title { get; private init; } = string.Empty;

    public SubmissionKind Kind { get; private init; }

    public ReviewState State { get; private set; }

    /// <summary>Who submitted; null when the programme itself did.</summary>
    public PersonId? Submitter { get; private init; }

    public string SubmitterName { get; private init; } = string.Empty;

    /// <summary>What whoever submitted says to the committee in this round, 0 to <see cref="NoteLength"/> characters, plain.</summary>
    public string Note { get; private set; } = string.Empty;

    /// <summary>True when published texts came back by their review-by date: the committee confirms them, or asks for changes.</summary>
    public bool Renewal { get; private init; }

    /// <summary>Fingerprint of all its documents: what a vote binds to.</summary>
    public string ContentHash { get; private set; } = string.Empty;

    /// <summary>Counts the submissions: votes of an earlier round are kept and count no more.</summary>
    public int Round { get; private set; }

    public DateTimeOffset SubmittedUtc { get; private set; }

    /// <summary>The Paris day by which the committee should have decided.</summary>
    public DateOnly DueOn { get; private set; }

    public DateTimeOffset ChangedUtc { get; private set; }

    public int Revision { get; set; }

    public IReadOnlyList<SubmittedDocument> Documents => documents;

    public IReadOnlyList<ReviewVote> Votes => votes;

    /// <summary>Votes that their member changed, in the order of the changes.</summary>
    public IReadOnlyList<FormerVote> FormerVotes => formerVotes;

    /// <summary>By number: no database promises the order of rows.</summary>
    public IReadOnlyList<ReviewStep> History => [.. history.OrderBy(step => step.Number)];

    /// <summary>The votes that count now.</summary>
    public IEnumerable<ReviewVote> CurrentVotes => votes.Where(vote => vote.Round == Round);

    /// <summary>True while members vote.</summary>
    public bool IsOpen => State is ReviewState.Submitted or ReviewState.InReview;

    /// <summary>True until the committee has decided or the submission is taken back.</summary>
    public bool IsUndecided => IsOpen || State == ReviewState.ChangesRequested;

    /// <summary>A draft of a submission; <see cref="Submit"/> sends it.</summary>
    public static ReviewSubmission Open(string title, SubmissionKind kind, PersonId? submitter, string submitterName, ActContext act, bool renewal = false) => new()
    {
        Renewal = renewal,
        Id = SubmissionId.New(act.At),
        Title = title,
        Kind = kind,
        Submitter = submitter,
        SubmitterName = submitterName,
        State = ReviewState.Draft,
        ChangedUtc = act.At,
    };

    /// <summary>Sends documents to the committee, for the first time or after the changes it asked for; a new round of votes begins.</summary>
    /// <param name="versions">At least one.</param>
    /// <param name="dueOn">When a decision is expected.</param>
    /// <param name="note">To the committee; 0 to <see cref="NoteLength"/> characters.</param>
    public Outcome Submit(IReadOnlyCollection<ContentVersion> versions, DateOnly dueOn, ActContext act, string note = "")
    {
        ArgumentOutOfRangeException.ThrowIfZero(versions.Count);
        if (note.Length > NoteLength)
        {
            return new Refusal("review.note-too-long").With("maximum", NoteLength.ToString("N0", French.Culture));
        }

        var said = French.Count(versions.Count, "document", "documents");
        if (Fire(ReviewTrigger.Submit, note.Length == 0 ? said : $"{said}. {note}", act).IsRefused(out var refusal))
        {
            return refusal;
        }

        documents.RemoveAll(document => versions.All(version => version.VersionId != document.VersionId));
        documents.AddRange(versions
            .Where(version => documents.All(document => document.VersionId != version.VersionId))
            .Select(SubmittedDocument.Of)
            .ToList());
        ContentHash = Content.Documents.ContentHash.OfAll(documents.Select(document => document.Hash));
        HoldDocuments();
        Note = note;
        Round++;
        SubmittedUtc = act.At;
        DueOn = dueOn;
        return Outcome.Done;
    }

    /// <summary>
    /// Takes a member's vote, then decides when the quorum is reached. A vote replaces the member's own, which is kept beside.
    /// When everyone who may vote has and no side has the quorum, changes are requested: a submission never waits for nobody.
    /// </summary>
    /// <param name="readHash">The content hash of what the member read.</param>
    /// <param name="voters">Everyone who holds a seat today.</param>
    /// <param name="quorum">What makes a decision.</param>
    public Outcome Vote(PersonId member, string memberName, VoteChoice choice, string reason, string readHash, IReadOnlyCollection<PersonId> voters, ReviewQuorum quorum, ActContext act)
    {
        if (CheckVote(member, choice, reason, readHash, voters).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (State == ReviewState.Submitted && Fire(ReviewTrigger.BeginReview, "Première voix", act).IsRefused(out refusal))
        {
            return refusal;
        }

        if (CurrentVotes.FirstOrDefault(vote => vote.Member == member) is { } before)
        {
            // A form sent twice is one vote.
            if (before.Choice == choice && before.Reason == reason)
            {
                return Outcome.Done;
            }

            votes.Remove(before);
            formerVotes.Add(FormerVote.Of(formerVotes.Count + 1, before, act.At));
        }

        votes.Add(new ReviewVote(Round, member, memberName, choice, reason, ContentHash, act.At));
        ChangedUtc = act.At;
        return Decide(voters, quorum, act);
    }

    /// <summary>Keeps how much the checks found in each document, for the queue.</summary>
    /// <param name="findings">Errors and warnings by version id.</param>
    public void Remember(IReadOnlyDictionary<string, int> findings) =>
        documents.ForEach(document => document.Findings = findings.GetValueOrDefault(document.VersionId));

    /// <summary>Taken back by whoever submitted it.</summary>
    public Outcome Withdraw(string reason, ActContext act) => Fire(ReviewTrigger.Withdraw, reason, act);

    /// <summary>True when a version was submitted here with this very content.</summary>
    public bool Holds(string versionId, string hash) =>
        documents.Any(document => document.VersionId == versionId && document.Hash == hash);

    /// <summary>True when the person wrote something here, or submitted it.</summary>
    public bool IsOwnWork(PersonId person) =>
        Submitter == person || documents.Any(document => document.Author == person);

    /// <summary>Those who may vote: seats, but for authors and those who stepped aside.</summary>
    public IReadOnlyList<PersonId> Eligible(IEnumerable<PersonId> voters) =>
        [.. voters.Where(person => !IsOwnWork(person) && CurrentVotes.All(vote => vote.Member != person || vote.Choice != VoteChoice.Recuse))];

    /// <summary>Moves when the machine allows it, and appends to the chained history; changes nothing otherwise.</summary>
    internal Outcome Fire(ReviewTrigger trigger, string reason, ActContext act)
    {
        if (!machine.CanFire(trigger))
        {
            return new Refusal("content.review-not-allowed").With("state", State.ToString()).With("trigger", trigger.ToString());
        }

        var from = State;
        machine.Fire(trigger);
        history.Add(ReviewStep.After(history.MaxBy(step => step.Number), from, State, trigger, reason, act));
        HoldDocuments();
        ChangedUtc = act.At;
        return Outcome.Done;
    }

    /// <summary>While undecided, its documents are in no other submission: the database sees to it.</summary>
    private void HoldDocuments() => documents.ForEach(document => document.Hold(IsUndecided));

    private Outcome CheckVote(PersonId member, VoteChoice choice, string reason, string readHash, IReadOnlyCollection<PersonId> voters)
    {
        if (!IsOpen)
        {
            return new Refusal("content.vote-closed");
        }

        if (!voters.Contains(member))
        {
            return new Refusal("content.vote-not-a-member");
        }

        if (IsOwnWork(member))
        {
            return new Refusal("content.vote-own-work");
        }

        if (CurrentVotes.Any(vote => vote.Member == member && vote.Choice == VoteChoice.Recuse))
        {
            return new Refusal("content.vote-recused");
        }

        if (readHash != ContentHash)
        {
            return new Refusal("content.vote-version-changed");
        }

        return choice != VoteChoice.Abstain && string.IsNullOrWhiteSpace(reason) ? new Refusal("content.vote-reason-missing") : Outcome.Done;
    }

    private Outcome Decide(IReadOnlyCollection<PersonId> voters, ReviewQuorum quorum, ActContext act)
    {
        var tally = VoteTally.Of(CurrentVotes);
        var eligible = Eligible(voters).Count;
        // An abstention is a presence, not an approval; who stepped aside is neither.
        if (tally.Expressed < quorum.PresentAmong(eligible))
        {
            return Outcome.Done;
        }

        if (tally.Approvals >= quorum.Number)
        {
            return Fire(ReviewTrigger.Approve, $"{French.Count(tally.Approvals, "voix", "voix")} pour, quorum de {quorum.Number}", act);
        }

        if (tally.Rejections >= quorum.Number)
        {
            return Fire(ReviewTrigger.Reject, $"{French.Count(tally.Rejections, "voix", "voix")} pour le rejet, quorum de {quorum.Number}", act);
        }

        if (tally.Rejections + tally.Requests >= quorum.Number || tally.Expressed >= eligible)
        {
            return Fire(ReviewTrigger.RequestChanges, $"{tally.Approvals} pour, {tally.Requests} avec modifications, {tally.Rejections} contre, {tally.Abstentions} abstention(s)", act);
        }

        return Outcome.Done;
    }
}

/// <summary>A version in a submission, with the hash it had when submitted.</summary>
internal sealed record SubmittedDocument(string VersionId, string ItemId, string ContentType, string Title, string Hash, PersonId? Author)
{
    /// <summary>The item's id while its submission is undecided, else null: a plain unique index then forbids two, on every database.</summary>
    public string? OpenKey { get; private set; }

    /// <summary>What the checks found when it was submitted: errors and warnings.</summary>
    public int Findings { get; internal set; }

    public static SubmittedDocument Of(ContentVersion version) =>
        new(version.VersionId, version.ItemId, version.ContentType, version.DisplayText, version.ContentHash, version.Author);

    internal void Hold(bool held) => OpenKey = held ? ItemId : null;
}

/// <summary>A move that took place; each row's hash covers the row before.</summary>
internal sealed record ReviewStep(
    int Number,
    DateTimeOffset At,
    PersonId? Actor,
    string ActorName,
    ReviewState From,
    ReviewState To,
    ReviewTrigger Trigger,
    string Reason,
    string PreviousHash,
    string Hash)
{
    public static ReviewStep After(ReviewStep? previous, ReviewState from, ReviewState to, ReviewTrigger trigger, string reason, ActContext act)
    {
        var number = (previous?.Number ?? 0) + 1;
        var link = previous?.Hash ?? HashChain.Origin;
        return new ReviewStep(number, act.At, act.Actor, act.ActorName, from, to, trigger, reason, link, Link(link, number, act.At, act.Actor, from, to, trigger, reason));
    }

    /// <summary>True when the rows follow one another and none was changed.</summary>
    public static bool IsWhole(IEnumerable<ReviewStep> steps)
    {
        var link = HashChain.Origin;
        foreach (var step in steps.OrderBy(step => step.Number))
        {
            if (step.PreviousHash != link || step.Hash != Link(link, step.Number, step.At, step.Actor, step.From, step.To, step.Trigger, step.Reason))
            {
                return false;
            }

            link = step.Hash;
        }

        return true;
    }

    private static string Link(string previous, int number, DateTimeOffset at, PersonId? actor, ReviewState from, ReviewState to, ReviewTrigger trigger, string reason) =>
        HashChain.Link(previous, $"{number}", $"{at.ToUnixTimeMilliseconds()}", actor?.ToString(), from.ToString(), to.ToString(), trigger.ToString(), reason);
}
