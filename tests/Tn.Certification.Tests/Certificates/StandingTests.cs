using Tn.Certification.Certificates;
using Tn.Certification.Jury;

namespace Tn.Certification.Tests.Certificates;

public class StandingTests
{
    private static readonly DateTimeOffset Day = Clock.Monday;

    [Fact]
    public async Task A_term_is_told_to_the_day()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        var view = await workshop.CertifyAsync(Day);
        Assert.Equal(CertificateStanding.NotYetValid, view.StandingOn(new DateOnly(2026, 11, 22)));
        Assert.Equal(CertificateStanding.Valid, view.StandingOn(new DateOnly(2026, 11, 23)));
        Assert.Equal(CertificateStanding.Valid, view.StandingOn(new DateOnly(2029, 11, 22)));
        Assert.Equal(CertificateStanding.Expired, view.StandingOn(new DateOnly(2029, 11, 23)));
    }

    [Fact]
    public async Task On_probation_lasts_a_year()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        var view = await workshop.CertifyAsync(Day, JuryChoice.CertifyOnProbation);
        Assert.Equal((new DateOnly(2027, 11, 22), CertificateStanding.ValidOnProbation), (view.Certificate.Until, view.StandingOn(French.Day(Day))));
    }

    [Fact]
    public async Task Suspension_reinstatement_and_withdrawal_are_chained_facts_and_move_the_path()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        await workshop.CertifyAsync(Day);

        Assert.True((await workshop.SanctionAsync(Suspension(Day.AddDays(90)), Day.AddDays(1))).IsDone);
        Assert.Equal((PathState.Suspended, CertificateStanding.Suspended), await NowAsync(workshop, Day.AddDays(1)));
        Assert.True((await workshop.SanctionAsync(new Sanction(FactKind.Reinstated, "article 9", "Erreur de fait."), Day.AddDays(2))).IsDone);
        Assert.Equal((PathState.Certified, CertificateStanding.Valid), await NowAsync(workshop, Day.AddDays(2)));
        Assert.True((await workshop.SanctionAsync(new Sanction(FactKind.Withdrawn, "article 9", "Faute grave."), Day.AddDays(3))).IsDone);
        Assert.Equal((PathState.Withdrawn, CertificateStanding.Withdrawn), await NowAsync(workshop, Day.AddDays(3)));
        Assert.True((await workshop.SanctionAsync(new Sanction(FactKind.Reinstated, "article 10", "Recours admis."), Day.AddDays(4))).IsDone);

        var facts = (await workshop.CertificatesAsync())[0].Facts;
        Assert.Equal([FactKind.Issued, FactKind.Suspended, FactKind.Reinstated, FactKind.Withdrawn, FactKind.Reinstated], facts.Select(fact => fact.Kind));
        Assert.True(CertificateFact.IsIntact(facts));
        Assert.False(CertificateFact.IsIntact(facts.Where(fact => fact.Index != 1)));
        // The ladder fell with the withdrawal, and came back with it.
        Assert.Equal(["D-150", "D-30", "D-7", "D-90"], workshop.Post.Reminders.Values.Select(one => one.Step).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_suspension_longer_than_six_months_is_refused_with_the_last_day()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        await workshop.CertifyAsync(Day);
        var refusal = (await workshop.SanctionAsync(Suspension(Day.AddDays(200)), Day)).Refusal!;
        Assert.Equal(("certification.suspension-length", "dimanche 23 mai 2027"), (refusal.Code, refusal.Values["date"]));
        Assert.Equal(PathState.Certified, workshop.Path_.Of(People.Candidate).State);
    }

    [Theory]
    [InlineData(nameof(FactKind.Reinstated))]
    [InlineData(nameof(FactKind.Issued))]
    [InlineData(nameof(FactKind.Expired))]
    public async Task What_does_not_fit_a_valid_certificate_is_refused(string kind)
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        await workshop.CertifyAsync(Day);
        Assert.Equal("certification.sanction-does-not-fit", (await workshop.SanctionAsync(new Sanction(Enum.Parse<FactKind>(kind), "article 9", "Motif."), Day)).Refusal!.Code);
    }

    [Fact]
    public async Task A_suspension_ends_by_itself_after_its_last_day()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        await workshop.CertifyAsync(Day);
        await workshop.SanctionAsync(Suspension(Day.AddDays(30)), Day);
        await workshop.SweepTermsAsync(Day.AddDays(30));
        Assert.Equal(PathState.Suspended, workshop.Path_.Of(People.Candidate).State);
        await workshop.SweepTermsAsync(Day.AddDays(31));
        await workshop.SweepTermsAsync(Day.AddDays(31));
        Assert.Equal((PathState.Certified, CertificateStanding.Valid), await NowAsync(workshop, Day.AddDays(31)));
        Assert.Single((await workshop.CertificatesAsync())[0].Facts, fact => fact.Kind == FactKind.Reinstated);
    }

    [Fact]
    public async Task The_longest_suspension_ends_once_even_after_weeks_down()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        await workshop.CertifyAsync(Day);
        Assert.True((await workshop.SanctionAsync(Suspension(Day.AddMonths(6)), Day)).IsDone);
        await workshop.SweepTermsAsync(Day.AddMonths(6).AddDays(25));
        await workshop.SweepTermsAsync(Day.AddMonths(6).AddDays(26));
        Assert.Equal((PathState.Certified, CertificateStanding.Valid), await NowAsync(workshop, Day.AddMonths(6).AddDays(26)));
        Assert.Single((await workshop.CertificatesAsync())[0].Facts, fact => fact.Kind == FactKind.Reinstated);
    }

    [Fact]
    public async Task Who_changes_firm_keeps_the_term_and_the_next_certificate_names_the_new_firm()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        var before = await workshop.CertifyAsync(Day);
        workshop.Path_.Put(workshop.Path_.Of(People.Candidate) with { Siret = "55208131766522", EnterpriseName = "Nouvelle Maison" });
        await workshop.SweepTermsAsync(Day.AddDays(400));

        var after = Assert.Single(await workshop.CertificatesAsync());
        Assert.Equal(
            (before.Certificate.Code, before.Certificate.From, before.Certificate.Until, before.Certificate.EnterpriseName),
            (after.Certificate.Code, after.Certificate.From, after.Certificate.Until, after.Certificate.EnterpriseName));
        Assert.Equal(CertificateStanding.Valid, after.StandingOn(French.Day(Day.AddDays(400))));

        workshop.Path_.Put(workshop.Path_.Of(People.Candidate) with { State = PathState.RenewalAwaitingJury });
        var next = await workshop.CertifyAsync(Day.AddYears(3).AddDays(-60));
        Assert.Equal(("Nouvelle Maison", before.Certificate.Until.AddDays(1)), (next.Certificate.EnterpriseName, next.Certificate.From));
    }

    private static Sanction Suspension(DateTimeOffset until) => new(FactKind.Suspended, "article 9", "Charte non tenue.", French.Day(until));

    private static async Task<(PathState, CertificateStanding)> NowAsync(Workshop workshop, DateTimeOffset at) =>
        (workshop.Path_.Of(People.Candidate).State, (await workshop.CertificatesAsync())[0].StandingOn(French.Day(at)));
}
