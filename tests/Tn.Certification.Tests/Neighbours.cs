using System.Collections.Concurrent;
using Tn.Platform.Data;

namespace Tn.Certification.Tests;

/// <summary>Other modules as this one sees them: small, in memory, with the rules' first values.</summary>
internal sealed class Neighbours : IQuestionBanks, ICommitteeRoster, IProgrammeRules, ICompletions
{
    private static readonly Dictionary<string, string> Values = new()
    {
        [RuleKeys.ExamItems] = "40",
        [RuleKeys.ExamMinutes] = "60",
        [RuleKeys.ExamPassPercent] = "70",
        [RuleKeys.ExamBlockPassPercent] = "50",
        [RuleKeys.ExamRetakeDays] = "15",
        [RuleKeys.ExamAttemptsPerYear] = "3",
        [RuleKeys.ExamPublication] = "automatique",
        [RuleKeys.ExamPublicationWorkingDays] = "10",
        [RuleKeys.ExamPauseMinutes] = "60",
        [RuleKeys.ExamIncidentWorkingDays] = "5",
        [RuleKeys.ExamDifficultyMix] = "30,40,30",
        [RuleKeys.ExamExposurePercent] = "40",
        [RuleKeys.ExamExposureSittings] = "100",
        [RuleKeys.JuryMinimumMembers] = "3",
        [RuleKeys.JuryDecisionDays] = "15",
        [RuleKeys.CertificateTermYears] = "3",
        [RuleKeys.CertificateProbationMonths] = "12",
        [RuleKeys.RenewalWindowDays] = "150",
        [RuleKeys.SuspensionMaximumMonths] = "6",
        [RuleKeys.AppealDays] = "30",
        [RuleKeys.AppealAdmissibilityWorkingDays] = "10",
        [RuleKeys.AppealDecisionDays] = "60",
        [RuleKeys.ComplaintConfirmationDays] = "7",
        [RuleKeys.ComplaintAdmissibilityWorkingDays] = "10",
        [RuleKeys.ComplaintReplyDays] = "21",
        [RuleKeys.ComplaintDecisionDays] = "45",
        [RuleKeys.CaseStudyDays] = "30",
        [RuleKeys.CaseStudyMarkingDays] = "15",
        [RuleKeys.CaseStudyThirdMarkerGap] = "2",
        [RuleKeys.DeclarationDays] = "30",
        [RuleKeys.SurveillanceFirstMonth] = "14",
        [RuleKeys.SurveillanceLastMonth] = "22",
        [RuleKeys.SurveillanceDays] = "60",
        [RuleKeys.SurveillancePrescriptionDays] = "60",
    };

    public IReadOnlyList<BankItem> Bank { get; set; } = Banks.Of(itemsPerAxis: 40);

    public List<CommitteeMember> Members { get; } =
    [
        new(People.Public, "Anne Public", CommitteeKind.Jury, College.Public, ["Logiciels Dupré"]),
        new(People.Pedagogical, "Paul Pédagogue", CommitteeKind.Jury, College.Pedagogical, []),
        new(People.Private, "Prune Privée", CommitteeKind.Jury, College.Private, []),
    ];

    public List<CompletedCourse> Completed { get; } = [];

    public Task<IReadOnlyList<CompletedCourse>> OfAsync(PersonId person, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<CompletedCourse>>(Completed);

    public Task<IReadOnlyList<BankItem>> ItemsAsync(CancellationToken cancellationToken) => Task.FromResult(Bank);

    public Task<IReadOnlyList<CommitteeMember>> MembersAsync(CommitteeKind committee, DateOnly on, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CommitteeMember>>([.. Members.Where(member => member.Committee == committee)]);

    /// <summary>Rules that this test's committee decided otherwise.</summary>
    public Dictionary<string, string> Decided { get; } = [];

    public Task<RuleInForce> FindAsync(string key, DateOnly on, CancellationToken cancellationToken) =>
        Task.FromResult(Decided.TryGetValue(key, out var value) ? Rule(key) with { Value = value } : Rule(key));

    public Task<IReadOnlyDictionary<string, RuleInForce>> AllAsync(DateOnly on, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, RuleInForce>>(AllRules.ToDictionary(rule => rule.Key, rule => Decided.TryGetValue(rule.Key, out var value) ? rule.Value with { Value = value } : rule.Value));

    public static IReadOnlyDictionary<string, RuleInForce> AllRules => Values.Keys.ToDictionary(key => key, Rule);

    private static RuleInForce Rule(string key) => new(key, Values[key], new DateOnly(2012, 11, 1), "Décision fondatrice", "article 7");
}

/// <summary>The path of the consultants of a test: the moves that matter here, and nothing else.</summary>
internal sealed class PathBook
{
    private static readonly Dictionary<(PathState, PathTrigger), PathState> Moves = new()
    {
        [(PathState.ExamOpen, PathTrigger.PassExam)] = PathState.CaseStudy,
        [(PathState.CaseStudy, PathTrigger.CompleteCaseStudy)] = PathState.AwaitingJury,
        [(PathState.ExamOpen, PathTrigger.FailExam)] = PathState.ExamRetake,
        [(PathState.ExamRetake, PathTrigger.OpenRetake)] = PathState.ExamOpen,
        [(PathState.ExamRetake, PathTrigger.ReopenExam)] = PathState.ExamOpen,
        [(PathState.CaseStudy, PathTrigger.ReopenExam)] = PathState.ExamOpen,
        [(PathState.AwaitingJury, PathTrigger.ReopenExam)] = PathState.ExamOpen,
        [(PathState.AwaitingJury, PathTrigger.Certify)] = PathState.Certified,
        [(PathState.AwaitingJury, PathTrigger.CertifyOnProbation)] = PathState.Probationary,
        [(PathState.AwaitingJury, PathTrigger.Defer)] = PathState.Deferred,
        [(PathState.AwaitingJury, PathTrigger.Reject)] = PathState.Rejected,
        [(PathState.Deferred, PathTrigger.ReturnToJury)] = PathState.AwaitingJury,
        [(PathState.Rejected, PathTrigger.ReturnToJury)] = PathState.AwaitingJury,
        [(PathState.NotAdmissible, PathTrigger.ReturnToAdmissibility)] = PathState.UnderAdmissibility,
        [(PathState.Certified, PathTrigger.OpenRenewal)] = PathState.RenewalOpen,
        [(PathState.Certified, PathTrigger.Suspend)] = PathState.Suspended,
        [(PathState.Certified, PathTrigger.Withdraw)] = PathState.Withdrawn,
        [(PathState.Certified, PathTrigger.Lapse)] = PathState.Lapsed,
        [(PathState.Suspended, PathTrigger.Reinstate)] = PathState.Certified,
        [(PathState.Suspended, PathTrigger.Withdraw)] = PathState.Withdrawn,
        [(PathState.Withdrawn, PathTrigger.Reinstate)] = PathState.Certified,
        [(PathState.RenewalOpen, PathTrigger.RequestRenewal)] = PathState.RenewalAwaitingJury,
        [(PathState.RenewalOpen, PathTrigger.Lapse)] = PathState.Lapsed,
        [(PathState.RenewalAwaitingJury, PathTrigger.Renew)] = PathState.Certified,
        [(PathState.RenewalAwaitingJury, PathTrigger.Defer)] = PathState.RenewalOpen,
        [(PathState.RenewalAwaitingJury, PathTrigger.Reject)] = PathState.Rejected,
        [(PathState.RenewalAwaitingJury, PathTrigger.Defer)] = PathState.RenewalOpen,
    };

    private readonly ConcurrentDictionary<PersonId, ConsultantFile> files = new();

    public void Put(ConsultantFile file) => files[file.Person] = file;

    public ConsultantFile Of(PersonId person) => files[person];

    public IReadOnlyList<ConsultantFile> All => [.. files.Values];

    public static PathState? After(PathState from, PathTrigger trigger) => Moves.TryGetValue((from, trigger), out var to) ? to : null;
}

/// <summary>Moves take effect when the caller saves, as the real path's do.</summary>
internal sealed class PathOfTests(PathBook book, TnDbContext db) : IConsultantPath
{
    private readonly Dictionary<PersonId, ConsultantFile> moved = [];

    public Task<ConsultantFile?> FindAsync(PersonId consultant, CancellationToken cancellationToken) =>
        Task.FromResult(book.All.FirstOrDefault(file => file.Person == consultant));

    public Task<IReadOnlyList<ConsultantFile>> InStateAsync(PathState state, int skip, int take, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ConsultantFile>>([.. book.All.Where(file => file.State == state).OrderBy(file => file.StateSince).Skip(skip).Take(take)]);

    public Task<ConsultantFile?> FindByNumberAsync(string number, CancellationToken cancellationToken) =>
        Task.FromResult(book.All.FirstOrDefault(file => file.Number == number));

    public Task<IReadOnlyDictionary<PathState, int>> CountsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<PathState, int>>(book.All.CountBy(file => file.State).ToDictionary());

    public Task<Outcome> MoveAsync(PersonId consultant, PathTrigger trigger, string reason, ActContext act, CancellationToken cancellationToken)
    {
        var file = moved.GetValueOrDefault(consultant) ?? book.Of(consultant);
        if (PathBook.After(file.State, trigger) is not { } to)
        {
            return Task.FromResult<Outcome>(new Refusal("path.not-allowed"));
        }

        db.Record(new PathMoved(consultant, file.State, to, trigger), act);
        moved[consultant] = file with { State = to, StateSince = act.At };
        db.SavedChanges += Keep;
        db.SaveChangesFailed += Forget;
        return Task.FromResult(Outcome.Done);

        void Keep(object? sender, Microsoft.EntityFrameworkCore.SavedChangesEventArgs saved)
        {
            Leave();
            if (moved.Remove(consultant, out var last))
            {
                book.Put(last);
            }
        }

        // Somebody else was first: the act is begun again from where the file still stands.
        void Forget(object? sender, Microsoft.EntityFrameworkCore.SaveChangesFailedEventArgs failed)
        {
            Leave();
            moved.Remove(consultant);
        }

        void Leave()
        {
            db.SavedChanges -= Keep;
            db.SaveChangesFailed -= Forget;
        }
    }
}

/// <summary>Keeps the letters and reminders of a test, by key.</summary>
internal sealed class PostBox : INotifier, IReminders
{
    public ConcurrentDictionary<string, Letter> Letters { get; } = new();

    public ConcurrentDictionary<string, PlannedReminder> Reminders { get; } = new();

    public Task TellAsync(PersonId to, string key, Letter letter, ActContext act, CancellationToken cancellationToken)
    {
        Letters.TryAdd(key, letter);
        return Task.CompletedTask;
    }

    public Task PlanAsync(PlannedReminder reminder, CancellationToken cancellationToken)
    {
        Reminders.TryAdd(reminder.Key, reminder);
        return Task.CompletedTask;
    }

    public Task CancelAsync(string kind, string subject, CancellationToken cancellationToken)
    {
        foreach (var key in Reminders.Where(one => one.Value.Kind == kind && one.Value.Subject == subject).Select(one => one.Key))
        {
            Reminders.TryRemove(key, out _);
        }

        return Task.CompletedTask;
    }
}

/// <summary>The accounts of these tests, found by their addresses.</summary>
internal sealed class Accounts : IPeople
{
    private static readonly IReadOnlyList<PersonCard> All =
    [
        new(People.Candidate, "Zoé Lefèvre", "zoe@demo.test", new HashSet<Role> { Role.Consultant }),
        new(People.Invigilator, "Sarah Veille", "surveillante@demo.test", new HashSet<Role> { Role.CentresMember }),
    ];

    public Task<PersonCard?> FindAsync(PersonId id, CancellationToken cancellationToken) => Task.FromResult(All.FirstOrDefault(card => card.Id == id));

    public Task<PersonCard?> FindByEmailAsync(string email, CancellationToken cancellationToken) => Task.FromResult(All.FirstOrDefault(card => card.Email == email));

    public Task<IReadOnlyDictionary<PersonId, PersonCard>> FindManyAsync(IReadOnlyCollection<PersonId> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<PersonId, PersonCard>>(All.Where(card => ids.Contains(card.Id)).ToDictionary(card => card.Id));

    public Task<IReadOnlyList<PersonCard>> WithRoleAsync(Role role, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PersonCard>>([.. All.Where(card => card.Roles.Contains(role))]);
}

/// <summary>The people of these tests.</summary>
internal static class People
{
    public static readonly PersonId Candidate = new(Guid.Parse("00000000-0000-7000-8000-000000000001"));
    public static readonly PersonId Public = new(Guid.Parse("00000000-0000-7000-8000-000000000011"));
    public static readonly PersonId Pedagogical = new(Guid.Parse("00000000-0000-7000-8000-000000000012"));
    public static readonly PersonId Private = new(Guid.Parse("00000000-0000-7000-8000-000000000013"));
    public static readonly PersonId OtherPublic = new(Guid.Parse("00000000-0000-7000-8000-000000000014"));
    public static readonly PersonId OtherPedagogical = new(Guid.Parse("00000000-0000-7000-8000-000000000015"));
    public static readonly PersonId OtherPrivate = new(Guid.Parse("00000000-0000-7000-8000-000000000016"));
    public static readonly PersonId Partner = new(Guid.Parse("00000000-0000-7000-8000-000000000021"));

    public static readonly PersonId Invigilator = new(Guid.Parse("00000000-0000-7000-8000-000000000031"));

    public static ConsultantFile FileOf(PathState state, PersonId? person = null) => new(
        person ?? Candidate, "C-2026-0012", "Zoé Lefèvre", "Atelier Numérique de l’Île", "73282932000074", "Nantes",
        ["cybersecurite", "gestion"], ["Éditions Brunet"], ["44"], state, Clock.Monday);

    public static ActContext Act(PersonId person, Role role, DateTimeOffset at) => new(person, "Quelqu’un", new HashSet<Role> { role }, at, "test");
}

/// <summary>Instants of these tests.</summary>
internal static class Clock
{
    /// <summary>Monday 23 November 2026, ten in the morning in Paris.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
}

/// <summary>Banks made for a test.</summary>
internal static class Banks
{
    private static readonly string[] Difficulties = ["facile", "moyen", "difficile"];

    /// <summary>A bank where choice <c>a</c> is right.</summary>
    public static IReadOnlyList<BankItem> Of(int itemsPerAxis) =>
        [.. Axes.All.SelectMany(axis => Enumerable.Range(1, itemsPerAxis).Select(number => Item(axis.Key, number)))];

    private static BankItem Item(string axis, int number) => new(
        $"{axis}-{number:000}",
        $"v-{axis}-{number:000}",
        axis,
        new Question($"{axis}-{number:000}", QuestionKind.SingleChoice, $"<p>Question {number}</p>",
            [new("a", "Juste", 1, ""), new("b", "Faux", 0, ""), new("c", "Faux aussi", 0, ""), new("d", "Toujours faux", -0.5m, "")], "", Difficulties[number % 3]));
}

/// <summary>A clock that a test sets by hand.</summary>
internal sealed class HandClock : TimeProvider
{
    private DateTimeOffset now = Clock.Monday;

    public void SetUtcNow(DateTimeOffset value) => now = value;

    public override DateTimeOffset GetUtcNow() => now;
}
