using Microsoft.Extensions.DependencyInjection;
using Tn.Certification.Certificates;
using Tn.Certification.Jury;

namespace Tn.Certification.Tests.Certificates;

public class RenewalTests
{
    private static readonly DateTimeOffset Day = Clock.Monday;
    private static readonly DateTimeOffset End = new(2029, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_window_opens_once_at_a_hundred_and_fifty_days()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        await workshop.CertifyAsync(Day);
        await workshop.SweepTermsAsync(End.AddDays(-151));
        Assert.Equal(PathState.Certified, workshop.Path_.Of(People.Candidate).State);
        await workshop.SweepTermsAsync(End.AddDays(-150));
        await workshop.SweepTermsAsync(End.AddDays(-149));
        Assert.Equal(PathState.RenewalOpen, workshop.Path_.Of(People.Candidate).State);
        Assert.Single((await workshop.CertificatesAsync())[0].Facts, fact => fact.Kind == FactKind.RenewalOpened);
    }

    [Fact]
    public async Task Renewed_in_time_the_new_term_starts_the_day_after()
    {
        await using var workshop = await RenewableAsync(askedOn: End.AddDays(-100));
        var renewed = await workshop.CertifyAsync(End.AddDays(-60));
        Assert.Equal((new DateOnly(2029, 11, 23), new DateOnly(2032, 11, 22)), (renewed.Certificate.From, renewed.Certificate.Until));
        Assert.Null(await GapAsync(workshop, renewed.Certificate));

        // The old certificate is unchanged, and current until its end.
        var current = await workshop.DoAsync(scope => scope.GetRequiredService<ICertificates>().CurrentOfAsync(People.Candidate, French.Day(End), CancellationToken.None));
        Assert.Equal(("TN-2026-0001", CertificateStanding.Valid), (current!.Number, current.Standing));
        await workshop.SweepTermsAsync(End.AddDays(1));
        Assert.Equal(PathState.Certified, workshop.Path_.Of(People.Candidate).State);
    }

    [Fact]
    public async Task Renewed_late_the_gap_shows()
    {
        await using var workshop = await RenewableAsync(askedOn: End.AddDays(-3));
        await workshop.SweepTermsAsync(End.AddDays(1));
        Assert.Equal(PathState.RenewalAwaitingJury, workshop.Path_.Of(People.Candidate).State);
        var renewed = await workshop.CertifyAsync(End.AddDays(20));
        Assert.Equal(French.Day(End.AddDays(20)), renewed.Certificate.From);
        Assert.Equal(French.Day(End), await GapAsync(workshop, renewed.Certificate));
    }

    [Fact]
    public async Task Refused_then_judged_again_on_appeal_the_new_term_still_follows_the_old_one()
    {
        await using var workshop = await RenewableAsync(askedOn: End.AddDays(-100));
        await DecideAsync(workshop, JuryChoice.Reject, End.AddDays(-90));
        await workshop.MoveAsync(PathTrigger.ReturnToJury, End.AddDays(-40));
        var renewed = await workshop.CertifyAsync(End.AddDays(-30));
        Assert.Equal(French.Day(End).AddDays(1), renewed.Certificate.From);
        Assert.NotNull(renewed.Certificate.Renews);
    }

    [Fact]
    public async Task Refused_then_judged_again_after_the_end_the_gap_shows()
    {
        await using var workshop = await RenewableAsync(askedOn: End.AddDays(-20));
        await DecideAsync(workshop, JuryChoice.Reject, End.AddDays(-10));
        await workshop.SweepTermsAsync(End.AddDays(1));
        await workshop.MoveAsync(PathTrigger.ReturnToJury, End.AddDays(12));
        var renewed = await workshop.CertifyAsync(End.AddDays(30));
        Assert.Equal(French.Day(End), await GapAsync(workshop, renewed.Certificate));
    }

    [Fact]
    public async Task A_case_left_open_by_a_withdrawal_is_decided_on_the_path_walked_anew()
    {
        await using var workshop = await RenewableAsync(askedOn: End.AddDays(-100));
        var left = await workshop.OpenCaseAsync(End.AddDays(-95));
        workshop.Path_.Put(People.FileOf(PathState.AwaitingJury));
        foreach (var member in new[] { People.Public, People.Pedagogical, People.Private })
        {
            Assert.True((await workshop.VoteAsync(left.Id, member, JuryChoice.Certify, End.AddDays(-20))).IsDone);
        }

        Assert.Equal(PathState.Certified, workshop.Path_.Of(People.Candidate).State);
    }

    [Fact]
    public async Task A_renewal_that_is_deferred_says_that_it_must_be_asked_for_again()
    {
        await using var workshop = await RenewableAsync(askedOn: End.AddDays(-100));
        await DecideAsync(workshop, JuryChoice.Defer, End.AddDays(-90));
        Assert.Contains(workshop.Post.Letters.Values, letter => letter.Paragraphs.Any(text => text.Contains("demandez-le alors de nouveau", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_withdrawal_falls_on_the_term_that_runs_and_on_the_one_to_come_and_so_does_its_end()
    {
        await using var workshop = await RenewableAsync(askedOn: End.AddDays(-100));
        await workshop.CertifyAsync(End.AddDays(-60));

        Assert.True((await workshop.SanctionAsync(new Sanction(FactKind.Withdrawn, "Article 14", "Faute grave."), End.AddDays(-50))).IsDone);
        Assert.Equal([CertificateStanding.Withdrawn, CertificateStanding.Withdrawn], await StandingsAsync(workshop, End.AddDays(-50)));
        Assert.True((await workshop.SanctionAsync(new Sanction(FactKind.Reinstated, "Article 14", "Décision revue."), End.AddDays(-45))).IsDone);
        Assert.Equal([CertificateStanding.NotYetValid, CertificateStanding.Valid], await StandingsAsync(workshop, End.AddDays(-45)));
    }

    [Fact]
    public async Task A_suspension_that_runs_out_frees_both_terms()
    {
        await using var workshop = await RenewableAsync(askedOn: End.AddDays(-100));
        await workshop.CertifyAsync(End.AddDays(-60));
        Assert.True((await workshop.SanctionAsync(new Sanction(FactKind.Suspended, "Article 14", "Manquement.", French.Day(End.AddDays(-40))), End.AddDays(-50))).IsDone);
        Assert.Equal([CertificateStanding.Suspended, CertificateStanding.Suspended], await StandingsAsync(workshop, End.AddDays(-45)));

        await workshop.SweepTermsAsync(End.AddDays(-39));
        await workshop.SweepTermsAsync(End.AddDays(-38));
        Assert.Equal([CertificateStanding.NotYetValid, CertificateStanding.Valid], await StandingsAsync(workshop, End.AddDays(-38)));
        Assert.All(await workshop.CertificatesAsync(), view => Assert.Single(view.Facts, fact => fact.Kind == FactKind.Reinstated));
    }

    [Fact]
    public async Task A_suspension_that_outlived_its_term_does_not_lift_the_next_one()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        await workshop.CertifyAsync(Day);
        Assert.True((await workshop.SanctionAsync(new Sanction(FactKind.Suspended, "Article 14", "Manquement.", French.Day(End.AddDays(10))), End.AddDays(-160))).IsDone);
        await workshop.SweepTermsAsync(End.AddDays(1));
        workshop.Path_.Put(People.FileOf(PathState.AwaitingJury));
        await workshop.CertifyAsync(End.AddDays(60));
        Assert.True((await workshop.SanctionAsync(new Sanction(FactKind.Suspended, "Article 14", "Autre manquement.", French.Day(End.AddDays(160))), End.AddDays(70))).IsDone);

        await workshop.SweepTermsAsync(End.AddDays(71));
        Assert.Equal([CertificateStanding.Suspended, CertificateStanding.Expired], await StandingsAsync(workshop, End.AddDays(71)));
        Assert.Equal(PathState.Suspended, workshop.Path_.Of(People.Candidate).State);
    }

    [Fact]
    public async Task Withdrawn_then_reinstated_the_reminders_come_back()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        await workshop.CertifyAsync(Day);
        Assert.True((await workshop.SanctionAsync(new Sanction(FactKind.Withdrawn, "Article 14", "Faute grave."), End.AddDays(-140))).IsDone);
        Assert.Empty(workshop.Post.Reminders);
        Assert.True((await workshop.SanctionAsync(new Sanction(FactKind.Reinstated, "Article 14", "Décision revue."), End.AddDays(-100))).IsDone);
        Assert.Equal(["D-30", "D-7", "D-90"], workshop.Post.Reminders.Values.Select(one => one.Step).Order());
    }

    [Fact]
    public async Task A_renewal_deferred_after_the_end_of_the_term_leaves_the_file_lapsed()
    {
        await using var workshop = await RenewableAsync(askedOn: End.AddDays(-3));
        await workshop.SweepTermsAsync(End.AddDays(1));
        var one = await workshop.OpenCaseAsync(End.AddDays(20));
        foreach (var member in new[] { People.Public, People.Pedagogical, People.Private })
        {
            Assert.True((await workshop.VoteAsync(one.Id, member, JuryChoice.Defer, End.AddDays(20))).IsDone);
        }

        Assert.Equal(PathState.Lapsed, workshop.Path_.Of(People.Candidate).State);
    }

    [Fact]
    public async Task Reinstated_after_the_end_of_the_term_one_has_lapsed()
    {
        await using var workshop = await RenewableAsync(askedOn: null);
        workshop.Path_.Put(workshop.Path_.Of(People.Candidate) with { State = PathState.Certified });
        Assert.True((await workshop.SanctionAsync(new Sanction(FactKind.Withdrawn, "article 9", "Faute grave."), End.AddDays(-10))).IsDone);
        await workshop.SweepTermsAsync(End.AddDays(1));
        Assert.True((await workshop.SanctionAsync(new Sanction(FactKind.Reinstated, "article 10", "Recours admis."), End.AddDays(5))).IsDone);
        Assert.Equal(PathState.Lapsed, workshop.Path_.Of(People.Candidate).State);
    }

    [Fact]
    public async Task Without_a_request_the_certificate_lapses_the_day_after()
    {
        await using var workshop = await RenewableAsync(askedOn: null);
        await workshop.SweepTermsAsync(End);
        Assert.Equal(PathState.RenewalOpen, workshop.Path_.Of(People.Candidate).State);
        await workshop.SweepTermsAsync(End.AddDays(1));
        Assert.Equal(PathState.Lapsed, workshop.Path_.Of(People.Candidate).State);
    }

    [Fact]
    public async Task A_reminder_is_written_while_it_helps_and_dropped_after()
    {
        await using var workshop = await RenewableAsync(askedOn: null);
        var reminder = workshop.Post.Reminders.Values.Single(one => one.Step == "D-30");
        Assert.Equal(new DateOnly(2029, 10, 23), French.Day(reminder.DueUtc));
        Assert.NotNull(await WriteAsync(workshop, reminder));
        await AskAsync(workshop, End.AddDays(-40));
        Assert.Null(await WriteAsync(workshop, reminder));
    }

    private static async Task<Workshop> RenewableAsync(DateTimeOffset? askedOn)
    {
        var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        await workshop.CertifyAsync(Day);
        await workshop.SweepTermsAsync(End.AddDays(-150));
        if (askedOn is { } at)
        {
            await AskAsync(workshop, at);
        }

        return workshop;
    }

    private static async Task DecideAsync(Workshop workshop, JuryChoice choice, DateTimeOffset at)
    {
        var one = await workshop.OpenCaseAsync(at);
        foreach (var member in new[] { People.Public, People.Pedagogical, People.Private })
        {
            Assert.True((await workshop.VoteAsync(one.Id, member, choice, at)).IsDone);
        }
    }

    /// <summary>Newest first.</summary>
    private static async Task<IEnumerable<CertificateStanding>> StandingsAsync(Workshop workshop, DateTimeOffset at) =>
        (await workshop.CertificatesAsync()).Select(view => view.StandingOn(French.Day(at)));

    private static async Task AskAsync(Workshop workshop, DateTimeOffset at) =>
        Assert.True((await workshop.DoAsync(scope => scope.GetRequiredService<RequestRenewal>().RequestAsync(People.Act(People.Candidate, Role.Consultant, at), CancellationToken.None))).IsDone);

    private static Task<DateOnly?> GapAsync(Workshop workshop, Certificate certificate) =>
        workshop.DoAsync(scope => scope.GetRequiredService<CertificateQueries>().GapBeforeAsync(certificate, CancellationToken.None));

    private static Task<Letter?> WriteAsync(Workshop workshop, PlannedReminder reminder) =>
        workshop.DoAsync(scope => scope.GetRequiredService<RenewalReminders>().WriteAsync(reminder, CancellationToken.None));
}
