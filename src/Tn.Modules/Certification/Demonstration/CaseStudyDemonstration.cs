using Microsoft.EntityFrameworkCore;
using Tn.Certification.CaseStudies;
using Tn.Platform.Data;

namespace Tn.Certification.Demonstration;

/// <summary>Fills the bank of cases, and works, hands in and marks through the module's own acts.</summary>
internal sealed class CaseStudyDemonstration(TnDbContext db, IPeople people, WorkOnCase workOn, MarkCase mark, KeepCaseBank bank, TimeProvider clock)
{
    private const string Answer =
        "Ce que je comprends : l’activité tient, mais l’organisation repose sur la mémoire de deux personnes, et l’outil proposé coûterait plus que le problème. "
        + "Ce que je propose d’abord : une seule entrée pour toutes les demandes, sur le matériel déjà là, avec une fiche d’une page affichée au poste, essayée trois semaines par toute l’équipe. "
        + "Ensuite seulement, comparer trois outils sur ce qui compte ici : le prix sur quatre ans, la possibilité de repartir avec ses données, l’hébergement en Europe. "
        + "Moyens : deux demi-journées avec l’équipe, quatre cents euros, puis un point à six semaines. "
        + "On saura que c’est le bon choix si les oublis tombent à moins d’un par mois et si chacun s’en sert sans aide. Je ne vends aucun de ces outils.";

    /// <summary>Four cases, once.</summary>
    public async Task FillBankAsync(CancellationToken cancellationToken)
    {
        if (await db.Set<CaseSubject>().AnyAsync(cancellationToken))
        {
            return;
        }

        var author = await people.FindByEmailAsync("pedago1@demo.test", cancellationToken);
        foreach (var (title, text) in DemonstrationCases.All)
        {
            _ = await bank.AddAsync(title, text, Acting(author!, clock.GetUtcNow()), cancellationToken);
        }
    }

    /// <summary>From a passed exam to the jury, or as far as the plan says.</summary>
    public async Task PlayAsync(PlannedCandidate planned, PersonCard person, DateTimeOffset passed, CancellationToken cancellationToken)
    {
        _ = await workOn.ReceiveAsync(planned.Email.Length * 31 + person.DisplayName.Length, Acting(person, passed.AddHours(2)), cancellationToken);
        if (planned.Goal == Goal.WorkingOnCase)
        {
            return;
        }

        _ = await workOn.HandInAsync(new CaseStudyText(Answer, null), Acting(person, passed.AddDays(3)), cancellationToken);
        var work = await db.Set<CaseStudy>().AsNoTracking().OrderByDescending(row => row.Id).FirstOrDefaultAsync(row => row.Candidate == person.Id, cancellationToken);
        for (var given = 0; work is { MarkersNeeded: > 0 } && given < work.Markers.Count && !(planned.Goal == Goal.CaseBeingMarked && given == 1); given++)
        {
            var marker = await people.FindAsync(work.Markers[given].Marker, cancellationToken);
            _ = await mark.MarkAsync(work.Id, MarksOf(person, given), Acting(marker!, passed.AddDays(4).AddHours(3 * given)), cancellationToken);
            work = await db.Set<CaseStudy>().AsNoTracking().SingleAsync(row => row.Id == work.Id, cancellationToken);
        }
    }

    // Markers mostly agree; now and then by two levels, and a third is called.
    private static IReadOnlyList<CriterionMark> MarksOf(PersonCard person, int marker) =>
        [.. Rubric.Criteria.Select((criterion, at) => new CriterionMark(criterion, LevelOf(person.Email.Sum(letter => letter) + at, marker), CommentOf(criterion)))];

    private static int LevelOf(int seed, int marker) => (seed % 11, marker) switch
    {
        (0, 1) => 2,
        (0, _) => 4,
        (< 4, 1) => 3,
        (< 4, _) => 4,
        (< 7, _) => 3,
        (< 9, _) => 4,
        _ => 2,
    };

    private static string CommentOf(Criterion criterion) => criterion switch
    {
        Criterion.Diagnosis => "Le vrai besoin est vu, derrière la demande.",
        Criterion.Proposal => "Une proposition simple, à la taille de l’entreprise.",
        Criterion.Feasibility => "Des étapes courtes ; le coût pourrait être détaillé.",
        Criterion.Neutrality => "Les outils sont comparés sans parti pris.",
        _ => "Le dirigeant sait quoi faire lundi matin.",
    };

    private static ActContext Acting(PersonCard person, DateTimeOffset at) => new(person.Id, person.DisplayName, person.Roles, at, "demonstration");
}
