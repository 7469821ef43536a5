using Tn.Certification.Exam;
using Tn.Certification.Lives;
using Tn.Certification.Papers;

namespace Tn.Certification.Appeals;

internal readonly record struct AppealId(Guid Value) : IGuidId<AppealId>
{
    public static AppealId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

/// <summary>The decision that is contested. Names are kept: never rename one.</summary>
internal enum AppealGround
{
    NotAdmissible,
    Rejected,
    Suspended,
    Withdrawn,
}

/// <summary>Who may hear an appeal, and for which college.</summary>
internal sealed record PanelSeat(PersonId Member, string Name, College College);

/// <summary>A member who stood aside, and why.</summary>
internal sealed record PanelRecusal(string Member, string Reason);

/// <summary>What a member of the panel says.</summary>
internal sealed record AppealVote(PersonId Member, string Name, College College, bool Overturns, string Reason, DateTimeOffset At);

/// <summary>
/// A candidate's appeal against a decision of the programme, heard by people who did not take it. One appeal for a decision.
/// What the appellant writes and what the panel decides is kept as it was written.
/// </summary>
internal sealed class Appeal : Living<AppealState, AppealTrigger>
{
    private Appeal()
    {
    }

    public AppealId Id { get; private init; }

    public PersonId Appellant { get; private init; }

    /// <summary>The consultant's file, as it stood.</summary>
    public ConsultantFile File { get; private init; } = null!;

    public AppealGround Ground { get; private init; }

    /// <summary>When the contested decision was taken.</summary>
    public DateTimeOffset ContestedAt { get; private init; }

    /// <summary>The last day to appeal against it.</summary>
    public DateOnly LastDay { get; private init; }

    public string Reasons { get; private set; } = string.Empty;

    public PaperId? Paper { get; private set; }

    /// <summary>Draws the panel, so that anybody can draw it again.</summary>
    public long Seed { get; private set; }

    /// <summary>One member of each college.</summary>
    public IReadOnlyList<PanelSeat> Panel { get; private set; } = [];

    public IReadOnlyList<PanelRecusal> Recusals { get; private set; } = [];

    public IReadOnlyList<AppealVote> Votes { get; private set; } = [];

    /// <summary>What came of it for the file, once overturned.</summary>
    public string Effect { get; private set; } = string.Empty;

    protected override LifeMachine<AppealState, AppealTrigger> Machine => AppealMachine.Machine;

    public bool IsOpen => !AppealMachine.Duties[State].IsFinal;

    /// <summary>Lodges an appeal against a decision that can still be contested.</summary>
    public static Appeal Lodge(ContestableDecision decision, string reasons, PaperId? paper, ActContext act, IReadOnlyDictionary<string, RuleInForce> rules)
    {
        var appeal = new Appeal
        {
            Id = new AppealId(Guid.CreateVersion7(act.At)),
            Appellant = decision.File.Person,
            File = decision.File,
            Ground = decision.Ground,
            ContestedAt = decision.DecidedAt,
            LastDay = decision.LastDay,
            Reasons = reasons,
            Paper = paper,
        };
        appeal.Begin("Recours déposé.", act, rules);
        return appeal;
    }

    /// <summary>Lodges anew what was found inadmissible, with what it lacked.</summary>
    public Outcome Complete(string reasons, PaperId? paper, ActContext act, IReadOnlyDictionary<string, RuleInForce> rules)
    {
        var moved = Move(AppealTrigger.Complete, "Recours complété.", act, rules);
        if (moved.IsDone)
        {
            Reasons = reasons;
            Paper = paper ?? Paper;
        }

        return moved;
    }

    /// <summary>Admits it before a panel drawn from those who may hear it: one of each college, refused when a college has nobody.</summary>
    public Outcome Admit(IReadOnlyList<PanelSeat> eligible, long seed, ActContext act, IReadOnlyDictionary<string, RuleInForce> rules)
    {
        var panel = AppealPanel.Draw(eligible, seed);
        if (panel.IsRefused(out var nobody))
        {
            return nobody;
        }

        var moved = Move(AppealTrigger.Admit, $"Recours recevable. Formation tirée au sort : {string.Join(", ", panel.Value.Select(seat => seat.Name))}.", act, rules);
        if (moved.IsDone)
        {
            Seed = seed;
            Panel = panel.Value;
        }

        return moved;
    }

    public Outcome DeclareInadmissible(string reason, ActContext act, IReadOnlyDictionary<string, RuleInForce> rules) =>
        Move(AppealTrigger.DeclareInadmissible, reason, act, rules);

    public Outcome Abandon(ActContext act, IReadOnlyDictionary<string, RuleInForce> rules) =>
        Move(AppealTrigger.Abandon, "Recours abandonné par son auteur.", act, rules);

    public Outcome CloseForSilence(ActContext act, IReadOnlyDictionary<string, RuleInForce> rules) =>
        Move(AppealTrigger.CloseForSilence, "Le recours n’a pas été complété dans le délai.", act, rules);

    /// <summary>A member of the panel stands aside; another of the same college, drawn by the same seed, takes the seat.</summary>
    public Outcome StandAside(PersonId member, string reason, IReadOnlyList<PanelSeat> eligible)
    {
        if (Panel.FirstOrDefault(seat => seat.Member == member) is not { } leaving || State != AppealState.BeforePanel)
        {
            return new Refusal("appeal.not-on-the-panel");
        }

        var aside = Recusals.Select(note => note.Member).Append(leaving.Name).ToHashSet(StringComparer.Ordinal);
        var others = eligible.Where(seat => seat.College == leaving.College && !aside.Contains(seat.Name) && Panel.All(one => one.Member != seat.Member)).ToList();
        if (others.Count == 0)
        {
            return new Refusal("appeal.no-panel").With("college", Jury.JuryWords.Of(leaving.College));
        }

        Recusals = [.. Recusals, new PanelRecusal(leaving.Name, reason)];
        Votes = [.. Votes.Where(vote => vote.Member != member)];
        Panel = [.. Panel.Select(seat => seat == leaving ? new SeededDraw(Seed).Shuffled(others)[0] : seat)];
        return Outcome.Done;
    }

    /// <summary>A member votes, or votes anew; the last vote of the panel decides, by the majority.</summary>
    public Outcome Vote(bool overturns, string reason, ActContext act, IReadOnlyDictionary<string, RuleInForce> rules)
    {
        if (State != AppealState.BeforePanel)
        {
            return new Refusal("appeal.not-before-panel");
        }

        if (Panel.FirstOrDefault(seat => seat.Member == act.Person) is not { } seat)
        {
            return new Refusal("appeal.not-on-the-panel");
        }

        Votes = [.. Votes.Where(vote => vote.Member != act.Person), new AppealVote(seat.Member, seat.Name, seat.College, overturns, reason, act.At)];
        return Votes.Count < Panel.Count ? Outcome.Done : Decide(act, rules);
    }

    /// <summary>The reasons of those who carried the decision.</summary>
    public IReadOnlyList<string> DecisionReasons =>
        [.. Votes.Where(vote => vote.Overturns == (State == AppealState.Overturned)).Select(vote => vote.Reason).Distinct(StringComparer.Ordinal)];

    /// <summary>Says what came of it for the file.</summary>
    public void Tell(string effect) => Effect = effect;

    private Outcome Decide(ActContext act, IReadOnlyDictionary<string, RuleInForce> rules)
    {
        var overturns = Votes.Count(vote => vote.Overturns) * 2 > Votes.Count;
        return Move(
            overturns ? AppealTrigger.Overturn : AppealTrigger.Uphold,
            string.Join(' ', Votes.Where(vote => vote.Overturns == overturns).Select(vote => vote.Reason).Distinct(StringComparer.Ordinal)),
            act,
            rules);
    }
}
