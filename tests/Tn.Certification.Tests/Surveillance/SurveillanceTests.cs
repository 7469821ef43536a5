using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tn.Certification.Certificates;
using Tn.Certification.Jury;
using Tn.Certification.Lives;
using Tn.Certification.Surveillance;
using Tn.Platform.Data;

namespace Tn.Certification.Tests.Surveillance;

public class SurveillanceTests
{
    private static readonly DateTimeOffset Day = Clock.Monday;
    private static readonly DateOnly From = French.Day(Day);
    private static readonly DeclaredYear AYear = new("Sécurité des petites entreprises", 7, "Aucun", From.AddYears(2));

    [Fact]
    public async Task A_declaration_is_asked_thirty_days_before_each_anniversary_once_and_prefilled()
    {
        await using var workshop = await CertifiedAsync();
        workshop.Neighbours.Completed.Add(new("1", "securite", "Protéger une petite entreprise", Day.AddMonths(6), "x"));
        workshop.Neighbours.Completed.Add(new("2", "vieux", "Une formation d’avant", Day.AddYears(-3), "y"));
        await SweepAsync(workshop, Day.AddYears(1).AddDays(-31));
        Assert.Empty(await DeclarationsAsync(workshop));
        await SweepAsync(workshop, Day.AddYears(1).AddDays(-30));
        await SweepAsync(workshop, Day.AddYears(1).AddDays(-29));
        var asked = Assert.Single(await DeclarationsAsync(workshop));
        Assert.Equal((1, From.AddYears(1), DeclarationState.Due), (asked.Year, asked.DueOn, asked.State));
        var (trainings, ties) = await workshop.DoAsync(scope => scope.GetRequiredService<SurveillanceQueries>().PrefillAsync(asked, default));
        Assert.Contains("Protéger une petite entreprise", trainings, StringComparison.Ordinal);
        Assert.DoesNotContain("Une formation d’avant", trainings, StringComparison.Ordinal);
        Assert.Equal("Éditions Brunet", ties);
    }

    [Fact]
    public async Task Made_on_time_its_reminders_go_and_it_is_made_once()
    {
        await using var workshop = await CertifiedAsync();
        await SweepAsync(workshop, Day.AddYears(1).AddDays(-30));
        Assert.Equal(["D-2", "D-7"], workshop.Post.Reminders.Values.Where(one => one.Kind == "surveillance").Select(one => one.Step).Order(StringComparer.Ordinal));
        var id = Assert.Single(await DeclarationsAsync(workshop)).Id;
        Assert.True((await DeclareAsync(workshop, id, AYear, Day.AddYears(1))).IsDone);
        Assert.DoesNotContain(workshop.Post.Reminders.Values, one => one.Kind == "surveillance");
        Assert.Equal("declaration.not-expected", (await DeclareAsync(workshop, id, AYear, Day.AddYears(1))).Refusal!.Code);
    }

    [Fact]
    public async Task Not_made_it_is_shown_missing_once_and_can_be_made_late()
    {
        await using var workshop = await CertifiedAsync();
        await SweepAsync(workshop, Day.AddYears(1).AddDays(-30));
        await SweepAsync(workshop, Day.AddYears(1));
        Assert.Equal(DeclarationState.Due, Assert.Single(await DeclarationsAsync(workshop)).State);

        // Down for weeks: noted when back, and only once.
        await SweepAsync(workshop, Day.AddYears(1).AddDays(20));
        await SweepAsync(workshop, Day.AddYears(1).AddDays(21));
        var missing = Assert.Single((await workshop.DoAsync(scope => scope.GetRequiredService<SurveillanceQueries>().MissingAsync(Workshop.Partner(Day), default))).Value);
        Assert.Equal(2, missing.Steps.Count);
        Assert.True((await DeclareAsync(workshop, missing.Id, AYear, Day.AddYears(1).AddDays(22))).IsDone);
        Assert.Equal(DeclarationState.MadeLate, Assert.Single(await DeclarationsAsync(workshop)).State);
    }

    [Fact]
    public async Task An_ended_insurance_and_another_persons_declaration_are_refused()
    {
        await using var workshop = await CertifiedAsync();
        await SweepAsync(workshop, Day.AddYears(1).AddDays(-30));
        var id = Assert.Single(await DeclarationsAsync(workshop)).Id;
        Assert.Equal("declaration.insurance-ended", (await DeclareAsync(workshop, id, AYear with { InsuredUntil = From }, Day.AddYears(1))).Refusal!.Code);
        Assert.Equal("declaration.incomplete", (await DeclareAsync(workshop, id, AYear with { Trainings = "" }, Day.AddYears(1))).Refusal!.Code);
        var other = await workshop.DoAsync(scope => scope.GetRequiredService<DeclareYear>().DeclareAsync(id, AYear, People.Act(People.Public, Role.Consultant, Day.AddYears(1)), default));
        Assert.Equal("declaration.not-expected", other.Refusal!.Code);
    }

    [Fact]
    public void The_day_of_a_control_is_drawn_within_the_months_by_its_seed()
    {
        var days = Enumerable.Range(0, 2000).Select(seed => Control.DayOf(From, seed, 14, 22)).ToList();
        Assert.All(days, day => Assert.InRange(day, From.AddMonths(14), From.AddMonths(22)));
        Assert.Equal(days[7], Control.DayOf(From, 7, 14, 22));
        Assert.True(days.Distinct().Count() > 200);
    }

    [Fact]
    public async Task A_control_is_drawn_once_opens_on_its_day_and_its_day_is_told_to_nobody()
    {
        await using var workshop = await CertifiedAsync();
        await SweepAsync(workshop, Day);
        await SweepAsync(workshop, Day.AddDays(1));
        var drawn = await ControlAsync(workshop);
        Assert.Empty(await workshop.DoAsync(scope => scope.GetRequiredService<SurveillanceQueries>().ControlsOfAsync(People.Candidate, default)));
        Assert.Null((await workshop.DoAsync(scope => scope.GetRequiredService<SurveillanceQueries>().FindAsync(drawn.Id, Workshop.Partner(Day), default))).Value);
        await SweepAsync(workshop, At(drawn.OpensOn.AddDays(-1)));
        Assert.Equal(ControlState.Drawn, (await ControlAsync(workshop)).State);
        await SweepAsync(workshop, At(drawn.OpensOn.AddDays(3)));
        await SweepAsync(workshop, At(drawn.OpensOn.AddDays(4)));
        var open = await ControlAsync(workshop);
        Assert.Equal((ControlState.Open, 2), (open.State, open.Steps.Count));
        Assert.Contains(workshop.Post.Letters.Values, letter => letter.Subject.Contains("est contrôlé", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Prescriptions_are_answered_or_their_delay_passes_and_the_committee_concludes()
    {
        await using var workshop = await CertifiedAsync();
        var opened = await OpenedAsync(workshop);
        Assert.True((await ConcludeAsync(workshop, opened, ControlTrigger.Prescribe, "Joindre deux devis écrits.", 1)).IsDone);
        Assert.True((await workshop.DoAsync(scope => scope.GetRequiredService<DeclareYear>().AnswerAsync(opened.Id, "Les voici.", People.Act(People.Candidate, Role.Consultant, At(opened.OpensOn.AddDays(9))), default))).IsDone);
        Assert.True((await ConcludeAsync(workshop, opened, ControlTrigger.Prescribe, "Et la police d’assurance.", 10)).IsDone);
        await SweepAsync(workshop, At(opened.OpensOn.AddDays(100)));
        await SweepAsync(workshop, At(opened.OpensOn.AddDays(101)));
        Assert.Equal(ControlState.ToReview, (await ControlAsync(workshop)).State);
        Assert.True((await ConcludeAsync(workshop, opened, ControlTrigger.ProposeSanction, "Pas d’assurance.", 102)).IsDone);
        var over = await ControlAsync(workshop);
        Assert.Equal((ControlState.SanctionProposed, 3), (over.State, over.Findings.Count));
        Assert.True(LifeStep.IsWhole(over.Steps));
        Assert.Equal("control.not-now", (await ConcludeAsync(workshop, opened, ControlTrigger.Clear, "Finalement rien.", 103)).Refusal!.Code);
    }

    [Fact]
    public async Task Who_has_a_tie_does_not_conclude_and_a_withdrawn_certificate_is_not_controlled()
    {
        await using var workshop = await CertifiedAsync();
        workshop.Neighbours.Members.Add(new(People.Partner, "Pierre", CommitteeKind.PrivatePartners, null, ["73282932000074"]));
        var opened = await OpenedAsync(workshop);
        Assert.Equal("certification.recused", (await ConcludeAsync(workshop, opened, ControlTrigger.Clear, "Rien.", 1)).Refusal!.Code);

        await using var withdrawn = await CertifiedAsync();
        await SweepAsync(withdrawn, Day);
        await withdrawn.SanctionAsync(new Sanction(FactKind.Withdrawn, "article 14", "Un lien caché."), Day.AddDays(1));
        await SweepAsync(withdrawn, Day.AddMonths(23));
        Assert.Equal(ControlState.Dropped, (await ControlAsync(withdrawn)).State);
    }

    [Fact]
    public async Task A_probation_too_short_for_the_window_has_no_control()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        await workshop.CertifyAsync(Day, JuryChoice.CertifyOnProbation);
        await SweepAsync(workshop, Day);
        Assert.Empty(await workshop.DoAsync(scope => scope.GetRequiredService<TnDbContext>().Set<Control>().ToListAsync()));
    }

    private static async Task<Workshop> CertifiedAsync()
    {
        var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        await workshop.CertifyAsync(Day);
        return workshop;
    }

    private static async Task<Control> OpenedAsync(Workshop workshop)
    {
        await SweepAsync(workshop, Day);
        var drawn = await ControlAsync(workshop);
        await SweepAsync(workshop, At(drawn.OpensOn));
        return await ControlAsync(workshop);
    }

    private static Task<Outcome> ConcludeAsync(Workshop workshop, Control control, ControlTrigger conclusion, string findings, int daysAfter) =>
        workshop.DoAsync(scope => scope.GetRequiredService<ConcludeControl>().ConcludeAsync(control.Id, conclusion, findings, People.Act(People.Partner, Role.PartnersMember, At(control.OpensOn.AddDays(daysAfter))), default));

    private static Task<Outcome> DeclareAsync(Workshop workshop, DeclarationId id, DeclaredYear year, DateTimeOffset at) =>
        workshop.DoAsync(scope => scope.GetRequiredService<DeclareYear>().DeclareAsync(id, year, People.Act(People.Candidate, Role.Consultant, at), default));

    private static Task<IReadOnlyList<YearlyDeclaration>> DeclarationsAsync(Workshop workshop) =>
        workshop.DoAsync(scope => scope.GetRequiredService<SurveillanceQueries>().DeclarationsOfAsync(People.Candidate, default));

    private static Task<Control> ControlAsync(Workshop workshop) =>
        workshop.DoAsync(scope => scope.GetRequiredService<TnDbContext>().Set<Control>().AsNoTracking().SingleAsync());

    private static Task<bool> SweepAsync(Workshop workshop, DateTimeOffset at) => workshop.DoAsync(async scope =>
    {
        await scope.GetRequiredService<SurveillanceSweep>().RunAsync(ActContext.System(at, "test"), CancellationToken.None);
        return true;
    });

    private static DateTimeOffset At(DateOnly day) => French.StartOf(day).AddHours(10);
}
