using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Testing.Histories;
using Xunit.Abstractions;

namespace Tn.Web.Tests.Histories;

/// <summary>One history played for all tests of the class, and judged before anything is spoilt in it.</summary>
public sealed class PlayedHistory : IAsyncLifetime
{
    // Fixed, so that what fails once fails again; any other is as good.
    internal const int Seed = 20261102;
    internal const int Consultants = 120;

    internal History History { get; private set; } = null!;

    internal HistoryReport Report { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        History = await History.PlayAsync(Seed, first: 0, Consultants);
        Report = await History.JudgeAsync();
        History.Site.Keep();
    }

    public async Task DisposeAsync() => await History.DisposeAsync();
}

/// <summary>
/// Six years of random consultants on a clock moved by hand, played through the product's own acts and works, then judged on the rows they left.
/// The same over ten thousand: <c>dotnet run -c Release --project tests/Tn.Benchmarks -- histories</c>.
/// </summary>
public sealed class RandomHistoriesTests(PlayedHistory played, ITestOutputHelper output) : IClassFixture<PlayedHistory>
{
    private static readonly string[] MustHappen =
    [
        "certificates", "renewals in time", "suspensions", "withdrawals", "reinstatements", "re-signatures asked for", "appeals overturned", "controls opened", "case studies marked by three",
        "acts refused", "reminders renewal", "reminders pieces-requested", "reminders resignature-due", "reminders census-unfinished",
    ];

    [Fact]
    public void Whatever_consultants_do_in_six_years_every_property_of_certification_holds()
    {
        output.WriteLine(played.Report.ToText(withActs: true));
        Assert.True(played.Report.Holds, $"Seed {PlayedHistory.Seed}, {PlayedHistory.Consultants} consultants.\n{played.Report.ToText()}");
        // What the properties speak of must have happened, or they hold of nothing.
        Assert.All(MustHappen, name => Assert.True(played.Report.Figures.GetValueOrDefault(name) > 0, $"No {name} in this history."));
    }

    [Theory]
    [InlineData("Every transition is chained", "UPDATE journey_history SET Reason = Reason || '.' WHERE Ordinal = 2")]
    [InlineData("Every transition is chained", "UPDATE certification_certificate_facts SET Reason = 'Autre.' WHERE Kind = 'Withdrawn'")]
    [InlineData("Every transition is chained", "DELETE FROM certification_sitting_history WHERE \"Trigger\" = 'Publish'")]
    [InlineData("No certificate without its charter signed", "UPDATE journey_signatures SET TextSha256 = '0' WHERE CharterVersionId = 'v1'")]
    [InlineData("No certificate without exam and case study", "UPDATE certification_case_studies SET Markings = '[]'")]
    [InlineData("One sitting at a time, attempts and delays respected", "UPDATE certification_answers SET Response = '{\"doesNotKnow\":true,\"choices\":[],\"text\":null}'")]
    [InlineData("No certificate without a jury with its quorum", "DELETE FROM certification_jury_votes WHERE Member LIKE '00000004%' OR Member LIKE '00000005%'")]
    [InlineData("Nobody judges who is tied, recused or took part", "UPDATE certification_jury_votes SET Member = '00000015-0002-0002-0000-000000000002' WHERE Member LIKE '00000002%'")]
    [InlineData("Renewal reminders are those of the ladder", "DELETE FROM reminders_notices WHERE Key LIKE 'reminder:renewal:%D-90'")]
    [InlineData("Reminders of pieces are those of the ladder", "DELETE FROM reminders_notices WHERE Key LIKE 'reminder:pieces-requested:%'")]
    [InlineData("Reminders of re-signature are those of the ladder", "DELETE FROM reminders_notices WHERE Key LIKE 'reminder:resignature-due:%'")]
    [InlineData("Reminders of the census are those of the ladder", "UPDATE reminders_notices SET At = At + 864000000000 WHERE Key LIKE 'reminder:census-unfinished:%'")]
    [InlineData("Everything is told once", "DELETE FROM platform_mails WHERE Key LIKE 'reminder:renewal:%'")]
    [InlineData("No suspension beyond its length, none beyond six months", "UPDATE certification_certificate_facts SET Until = date(Until, '+300 days') WHERE Kind = 'Suspended'")]
    [InlineData("Every sanction moves file and certificate together", "DELETE FROM certification_certificate_facts WHERE Kind = 'Suspended'")]
    [InlineData("Who is suspended or withdrawn holds nothing valid", "DELETE FROM certification_certificate_facts WHERE Kind = 'Withdrawn'")]
    [InlineData("Certificates never change", "UPDATE certification_certificates SET HolderName = 'Autre'")]
    [InlineData("Terms of a holder never overlap", "UPDATE certification_certificates SET Until = date(Until, '+30 days')")]
    [InlineData("Terms are as long as the rules say, follow in time, and show their gap", "UPDATE certification_certificates SET \"From\" = date(\"From\", '+1 days')")]
    [InlineData("Who stands certified holds a term", "UPDATE certification_certificates SET Until = \"From\"")]
    [InlineData("Nobody waits for ever", "UPDATE journey_history SET At = At + 864000000000 * 200 WHERE \"From\" = 'AwaitingJury'")]
    public async Task A_row_that_is_altered_breaks_its_property(string property, string alteration)
    {
        played.History.Site.Restore();
        Assert.NotEqual(0, await played.History.Site.AskAsync<TnDbContext, int>(db => db.Database.ExecuteSqlRawAsync(alteration.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal))));
        var spoilt = await played.History.JudgeAsync();
        Assert.NotEmpty(spoilt.Violations[property]);
    }

    [Fact]
    public async Task Courses_that_nobody_completed_break_their_property()
    {
        played.History.Site.Restore();
        played.History.Site.Completions.Forget();
        Assert.NotEmpty((await played.History.JudgeAsync()).Violations["No certificate without its courses completed"]);
    }
}
