using Tn.Kernel;

namespace Tn.Contracts;

/// <summary>A message to a person, written once and rendered as notice, text mail and HTML mail. All texts are plain: never HTML.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Paragraphs">In order.</param>
/// <param name="ActionLabel">The button's words, or null when there is nothing to do.</param>
/// <param name="ActionPath">Site-relative address of the button, for example <c>/mon-parcours</c>.</param>
public sealed record Letter(string Subject, IReadOnlyList<string> Paragraphs, string? ActionLabel = null, string? ActionPath = null);

/// <summary>Tells people things. Implemented by Reminders.</summary>
public interface INotifier
{
    /// <summary>
    /// Adds a notice in the personal space and a mail, in the caller's unit of work; it does not save.
    /// The same <paramref name="key"/> is never told twice to the same person.
    /// </summary>
    /// <param name="key">Idempotency key, for example <c>charter-receipt:{signature}</c>.</param>
    Task TellAsync(PersonId to, string key, Letter letter, ActContext act, CancellationToken cancellationToken);
}

/// <summary>Something to remember at a time. Implemented by Reminders; a row of our own table is the truth.</summary>
public interface IReminders
{
    /// <summary>
    /// Plans a reminder in the caller's unit of work; does not save. The same key is sent once at most:
    /// planned twice it stays one, cancelled and planned again it comes back unless its time has passed.
    /// </summary>
    Task PlanAsync(PlannedReminder reminder, CancellationToken cancellationToken);

    /// <summary>Cancels what is not sent yet of a kind about a subject, in the caller's unit of work; does not save.</summary>
    Task CancelAsync(string kind, string subject, CancellationToken cancellationToken);
}

/// <summary>A reminder to come.</summary>
/// <param name="Key">Unique for good, for example <c>renewal:{code}:D-150</c>.</param>
/// <param name="Kind">Which <see cref="IReminderKind"/> writes it.</param>
/// <param name="Subject">What it is about, as its kind understands it.</param>
/// <param name="Step">The rung of the ladder, for example <c>D-150</c>.</param>
/// <param name="DueUtc">When.</param>
public sealed record PlannedReminder(string Key, string Kind, string Subject, string Step, PersonId To, DateTimeOffset DueUtc);

/// <summary>Writes one kind of reminder when it is due. Each module brings its own.</summary>
public interface IReminderKind
{
    /// <summary>As in <see cref="PlannedReminder.Kind"/>.</summary>
    string Kind { get; }

    /// <summary>The letter, or null when it is no longer needed (it is then marked as dropped).</summary>
    Task<Letter?> WriteAsync(PlannedReminder reminder, CancellationToken cancellationToken);
}
