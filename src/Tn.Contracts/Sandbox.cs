namespace Tn.Contracts;

/// <summary>Something that happened, or would happen, told to a committee that looks ahead.</summary>
/// <param name="What">Code of the sentence that names it, for example <c>reminder.renewal</c>: what is counted together.</param>
/// <param name="Who">A person or a file, as committees read it.</param>
public sealed record SandboxFact(DateTimeOffset At, string What, string Who);

/// <summary>
/// What a module tells of a stretch of time to a committee that advances the clock of a copy. Each module brings its own;
/// it reads the database it is given and knows nothing of the copy.
/// </summary>
public interface ISandboxWitness
{
    /// <summary>What happened from an instant until another, in any order.</summary>
    Task<IReadOnlyList<SandboxFact>> BetweenAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>How many files wait now, by the code of the sentence that names whose turn it is.</summary>
    Task<IReadOnlyDictionary<string, int>> WaitingAsync(CancellationToken cancellationToken);
}
