using Tn.Content.Review.Passages;
using Tn.Platform.Data;

namespace Tn.Content.Review.Threads;

/// <summary>A discussion of a passage.</summary>
internal readonly record struct ReviewThreadId(Guid Value) : IGuidId<ReviewThreadId>
{
    public static ReviewThreadId From(Guid value) => new(value);

    public static ReviewThreadId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString("D");
}

/// <summary>
/// What members and authors say to one another of one passage. It keeps the passage's words as they were when it was opened:
/// in a later version it stands at the passage that still says them, or nearly (<see cref="PassagePlace"/>).
/// </summary>
internal sealed class ReviewThread : IRevisioned
{
    /// <summary>The longest remark, in characters.</summary>
    public const int TextLength = 4000;

    /// <summary>The most remarks in one thread: beyond, people should speak to one another.</summary>
    public const int MaximumRemarks = 100;

    private readonly List<ReviewRemark> remarks = [];

    private ReviewThread()
    {
    }

    public ReviewThreadId Id { get; private init; }

    /// <summary>The document: a thread follows it from submission to submission until it is resolved.</summary>
    public string ItemId { get; private init; } = string.Empty;

    /// <summary>The version in which it was opened.</summary>
    public string VersionId { get; private init; } = string.Empty;

    /// <summary>The submission in which it was opened.</summary>
    public SubmissionId Submission { get; private init; }

    public string Anchor { get; private init; } = string.Empty;

    /// <summary>What the passage said then.</summary>
    public string Quote { get; private init; } = string.Empty;

    public PersonId OpenedBy { get; private init; }

    public DateTimeOffset OpenedUtc { get; private init; }

    /// <summary>Null while it is open.</summary>
    public DateTimeOffset? ResolvedUtc { get; private set; }

    public int Revision { get; set; }

    /// <summary>By number: no database promises the order of rows.</summary>
    public IReadOnlyList<ReviewRemark> Remarks => [.. remarks.OrderBy(remark => remark.Number)];

    public bool IsResolved => ResolvedUtc is not null;

    /// <summary>Everyone who has said something in it.</summary>
    public IEnumerable<PersonId> Voices => remarks.Select(remark => remark.Author).Distinct();

    /// <summary>Opens a discussion.</summary>
    /// <param name="passage">Of the version.</param>
    /// <param name="text">1 to <see cref="TextLength"/> characters, plain.</param>
    public static Outcome<ReviewThread> Open(SubmissionId submission, SubmittedDocument document, Passage passage, string text, ActContext act)
    {
        var thread = new ReviewThread
        {
            Id = ReviewThreadId.New(act.At),
            Submission = submission,
            ItemId = document.ItemId,
            VersionId = document.VersionId,
            Anchor = passage.Anchor,
            Quote = passage.Words,
            OpenedBy = act.Person,
            OpenedUtc = act.At,
        };
        return thread.Say(text, act).IsRefused(out var refusal) ? refusal : thread;
    }

    /// <summary>Adds an answer. The same words sent twice by the same person are kept once.</summary>
    /// <param name="text">1 to <see cref="TextLength"/> characters, plain.</param>
    public Outcome Say(string text, ActContext act)
    {
        var words = text.Trim().ReplaceLineEndings("\n");
        if (words.Length == 0)
        {
            return new Refusal("review.remark-empty");
        }

        if (words.Length > TextLength)
        {
            return new Refusal("review.remark-too-long").With("maximum", TextLength.ToString("N0", French.Culture));
        }

        if (IsResolved)
        {
            return new Refusal("review.thread-resolved");
        }

        if (remarks.Count >= MaximumRemarks)
        {
            return new Refusal("review.thread-full").With("maximum", $"{MaximumRemarks}");
        }

        if (remarks.MaxBy(remark => remark.Number) is not { } last || last.Author != act.Person || last.Text != words)
        {
            Add(RemarkKind.Said, words, act);
        }

        return Outcome.Done;
    }

    /// <summary>Settled: kept and folded. Once is enough.</summary>
    public void Resolve(ActContext act)
    {
        if (!IsResolved)
        {
            Add(RemarkKind.Resolved, string.Empty, act);
            ResolvedUtc = act.At;
        }
    }

    /// <summary>Not settled after all.</summary>
    public void Reopen(ActContext act)
    {
        if (IsResolved)
        {
            Add(RemarkKind.Reopened, string.Empty, act);
            ResolvedUtc = null;
        }
    }

    private void Add(RemarkKind kind, string text, ActContext act) =>
        remarks.Add(new ReviewRemark(remarks.Count + 1, act.At, act.Person, act.ActorName, kind, text));
}

/// <summary>What a line of a thread is. Names are kept in the database: never rename one.</summary>
internal enum RemarkKind
{
    Said,
    Resolved,
    Reopened,
}

/// <summary>A line of a thread: words, or what somebody did with it.</summary>
/// <param name="Text">Plain text as typed: never HTML.</param>
internal sealed record ReviewRemark(int Number, DateTimeOffset At, PersonId Author, string AuthorName, RemarkKind Kind, string Text);
