using Tn.Journey.Admissibility;
using Tn.Journey.Charter;
using Tn.Journey.Path.Deadlines;

namespace Tn.Journey.Tests.Charter;

/// <summary>What happens when the window to sign a new charter passes (article 15.2): nobody is punished by a clock.</summary>
public sealed class ResignatureWindowTests
{
    [Fact]
    public async Task The_day_after_the_last_one_the_file_is_the_committee_s()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await DueAsync(site);
        site.Clock.Pass(days: 60);
        await SweepAsync(site);
        Assert.Equal(PathState.ResignatureDue, await site.StateAsync(person));

        site.Clock.Pass(days: 1);
        await SweepAsync(site);
        await SweepAsync(site);
        Assert.Equal(PathState.ResignatureOverdue, await site.StateAsync(person));
        Assert.Contains(site.Letters.Sent.Values, one => one.Letter.Subject == "Le délai pour signer la nouvelle charte a passé");
    }

    [Fact]
    public async Task Signing_late_still_ends_the_matter()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await OverdueAsync(site);
        Assert.True((await site.SignAsync(person)).IsDone);
        Assert.Equal(PathState.Certified, await site.StateAsync(person));
    }

    [Fact]
    public async Task The_committee_gives_a_new_date_with_its_reminders()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await OverdueAsync(site);
        Assert.Equal("charter.extension-reason-missing", (await ExtendAsync(site, person, " ")).Refusal?.Code);
        Assert.True((await ExtendAsync(site, person, "Arrêt de travail.")).IsDone);
        Assert.Equal(PathState.ResignatureDue, await site.StateAsync(person));
        Assert.Equal(["D-30", "D-7"], site.Reminders.Planned.Values.Where(one => one.Kind == ResignatureReminder.Name && one.DueUtc > site.Clock.GetUtcNow()).Select(one => one.Step).Order());
        Assert.Equal("path.not-allowed", (await ExtendAsync(site, person, "Encore.")).Refusal?.Code);
    }

    [Fact]
    public async Task The_committee_may_suspend_and_reinstating_leaves_the_charter_to_sign()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await OverdueAsync(site);
        Assert.True((await site.MoveAsync(person, PathTrigger.Suspend)).IsDone);
        Assert.True((await site.MoveAsync(person, PathTrigger.Reinstate)).IsDone);
        Assert.Equal(PathState.ResignatureOverdue, await site.StateAsync(person));
    }

    [Fact]
    public async Task Reinstated_into_the_window_one_is_reminded_of_its_new_last_day_and_of_no_other()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await DueAsync(site);
        var before = site.Reminders.Planned.Values.Where(one => one.Kind == ResignatureReminder.Name).ToList();
        site.Clock.Pass(days: 10);
        Assert.True((await site.MoveAsync(person, PathTrigger.Suspend)).IsDone);
        site.Clock.Pass(days: 5);
        Assert.True((await site.MoveAsync(person, PathTrigger.Reinstate)).IsDone);
        await site.InAsync<WhenBackInForce, bool>(async handler =>
        {
            var back = new PathMoved(person, PathState.Suspended, PathState.ResignatureDue, PathTrigger.Reinstate);
            await handler.HandleAsync(back, ActContext.System(site.Clock.GetUtcNow(), "test"), default);
            return true;
        });

        var last = French.Day(site.Clock.GetUtcNow()).AddDays(60);
        var after = site.Reminders.Planned.Values.Where(one => one.Kind == ResignatureReminder.Name).Except(before).ToList();
        Assert.Equal([last.AddDays(-30), last.AddDays(-7)], after.Select(one => French.Day(one.DueUtc)).Order());
        Assert.All(await Task.WhenAll(before.Select(one => WriteAsync(site, one))), Assert.Null);
        Assert.All(await Task.WhenAll(after.Select(one => WriteAsync(site, one))), Assert.NotNull);
    }

    [Fact]
    public async Task An_editorial_version_asks_nobody_to_sign()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await CertifiedAsync(site);
        site.Documents.Publish("v2", "2027-1", "editorial");
        await RequireAsync(site);
        Assert.Equal(PathState.Certified, await site.StateAsync(person));
    }

    private static async Task<PersonId> OverdueAsync(JourneySite site)
    {
        var person = await DueAsync(site);
        site.Clock.Pass(days: 61);
        await SweepAsync(site);
        return person;
    }

    private static async Task<PersonId> DueAsync(JourneySite site)
    {
        var person = await CertifiedAsync(site);
        site.Documents.Publish("v2", "2027-1", "material");
        await RequireAsync(site);
        Assert.Equal(PathState.ResignatureDue, await site.StateAsync(person));
        return person;
    }

    private static async Task<PersonId> CertifiedAsync(JourneySite site)
    {
        var person = await site.AdmittedAsync();
        await site.SignAsync(person);
        foreach (var trigger in new[] { PathTrigger.CompleteTraining, PathTrigger.PassExam, PathTrigger.CompleteCaseStudy, PathTrigger.Certify })
        {
            Assert.True((await site.MoveAsync(person, trigger)).IsDone);
        }

        return person;
    }

    private static Task<Letter?> WriteAsync(JourneySite site, PlannedReminder reminder) =>
        site.InAsync<IEnumerable<IReminderKind>, Letter?>(kinds => kinds.OfType<ResignatureReminder>().Single().WriteAsync(reminder, default));

    private static async Task<Outcome> ExtendAsync(JourneySite site, PersonId person, string reason)
    {
        var number = (await site.FileAsync(person))!.Number;
        return await site.InAsync<InstructDossier, Outcome>(act => act.ExtendResignatureAsync(number, reason, site.Instructor(), default));
    }

    private static Task<bool> RequireAsync(JourneySite site) => site.InAsync<RequireResignatures, bool>(async act =>
    {
        await act.RunAsync(ActContext.System(site.Clock.GetUtcNow(), "test"), default);
        return true;
    });

    private static Task<bool> SweepAsync(JourneySite site) => site.InAsync<PathDeadlines, bool>(async sweep =>
    {
        await sweep.RunAsync(default);
        return true;
    });
}
