using Tn.Courses.Enrolments;
using Tn.Courses.Questions;
using Tn.Platform.Data;

namespace Tn.Courses.Completion;

/// <summary>Looks, after an answer or a reading, whether the completion rule is now met, and records it once.</summary>
internal sealed class RecordCompletion(TnDbContext db, IPeople people, INotifier notifier)
{
    /// <summary>
    /// Adds the statement, the event and the letter to the caller's unit of work; does not save.
    /// </summary>
    /// <returns>True when the course was completed by this very act.</returns>
    public async Task<bool> IfMetAsync(Enrolment enrolment, CourseEdition edition, IEnumerable<QuestionAttempt> attempts, ActContext act, CancellationToken cancellationToken)
    {
        if (enrolment.CompletedUtc is not null)
        {
            return false;
        }

        var progress = CourseProgress.Of(edition, enrolment, attempts);
        if (!CompletionRule.IsMet(progress) || !enrolment.Complete(act.At))
        {
            return false;
        }

        var holder = await people.FindAsync(enrolment.Person, cancellationToken);
        var statement = CompletionStatement.Write(enrolment.Person, holder?.DisplayName ?? act.ActorName, edition, progress, act.At);
        db.Set<CompletionStatement>().Add(statement);
        db.Record(new CourseCompleted(enrolment.Person, edition.CourseItemId, edition.Slug, edition.EditionId), act);
        await notifier.TellAsync(enrolment.Person, $"course-completed:{enrolment.Id.Value:N}", Congratulations(statement), act, cancellationToken);
        return true;
    }

    private static Letter Congratulations(CompletionStatement statement) => new(
        $"Formation terminée : {statement.CourseTitle}",
        [
            $"Vous avez terminé la formation « {statement.CourseTitle} » le {French.Date(French.Day(statement.CompletedUtc))}. Félicitations.",
            $"Votre attestation de suivi porte le code {StatementCode.Shown(statement.Code)}. Vous pouvez l’imprimer et en donner l’adresse : chacun peut la vérifier.",
            "Une attestation de suivi dit que vous avez suivi la formation jusqu’au bout. Elle ne remplace pas la certification, qui passe par une épreuve et un jury.",
        ],
        "Voir mon attestation",
        $"/mon-espace/attestations/{statement.Code}");
}
