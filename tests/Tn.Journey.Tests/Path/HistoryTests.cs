using Microsoft.EntityFrameworkCore;
using Tn.Journey.Path;
using Tn.Journey.Path.Verify;
using Tn.Platform.Data;

namespace Tn.Journey.Tests.Path;

public class HistoryTests
{
    [Fact]
    public async Task An_untouched_history_holds()
    {
        await using var site = await JourneySite.OpenAsync();
        await site.AdmittedAsync();
        var report = await VerifyAsync(site);
        Assert.True(report.Holds);
        Assert.Equal((1, 2), (report.Files, report.Rows));
    }

    [Theory]
    [InlineData("UPDATE journey_history SET Reason = 'Autre motif' WHERE Ordinal = 1", 1)]
    [InlineData("UPDATE journey_history SET ActorName = 'Quelqu’un d’autre' WHERE Ordinal = 2", 2)]
    [InlineData("UPDATE journey_history SET At = At - 10 WHERE Ordinal = 2", 2)]
    [InlineData("DELETE FROM journey_history WHERE Ordinal = 1", 1)]
    [InlineData("DELETE FROM journey_history WHERE Ordinal = 2", 2)]
    public async Task A_changed_or_missing_row_is_found(string tampering, int ordinal)
    {
        await using var site = await JourneySite.OpenAsync();
        await site.AdmittedAsync();
        await site.InAsync<TnDbContext, int>(db => db.Database.ExecuteSqlRawAsync(tampering));
        Assert.Equal(ordinal, Assert.Single((await VerifyAsync(site)).Broken).Ordinal);
    }

    [Fact]
    public async Task A_changed_signature_is_found()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.AdmittedAsync();
        var signature = (await site.SignAsync(person)).Value;
        Assert.True((await VerifyAsync(site)).Holds);
        await site.InAsync<TnDbContext, int>(db => db.Database.ExecuteSqlRawAsync("UPDATE journey_signatures SET TextSha256 = 'autre'"));
        Assert.Equal(signature.Id, Assert.Single((await VerifyAsync(site)).BrokenSignatures));
    }

    [Fact]
    public async Task The_verb_fails_when_a_history_was_changed()
    {
        await using var site = await JourneySite.OpenAsync();
        await site.AdmittedAsync();
        var output = new StringWriter();
        Assert.Equal(0, await VerifyChainVerb.RunAsync(site.Services, json: false, output, default));
        await site.InAsync<TnDbContext, int>(db => db.Database.ExecuteSqlRawAsync("UPDATE journey_history SET Reason = 'x' WHERE Ordinal = 2"));
        Assert.Equal(1, await VerifyChainVerb.RunAsync(site.Services, json: false, output, default));
        Assert.Contains("C-2026-0001", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_cannot_be_rewritten_through_the_context()
    {
        await using var site = await JourneySite.OpenAsync();
        await site.AdmittedAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => site.InAsync<TnDbContext, int>(async db =>
        {
            var row = await db.Set<PathHistoryRow>().FirstAsync();
            db.Entry(row).Property(one => one.Reason).CurrentValue = "Autre motif";
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task A_move_is_refused_to_whoever_has_no_file_and_saves_nothing_by_itself()
    {
        await using var site = await JourneySite.OpenAsync();
        var stranger = PersonId.New(JourneySite.Morning);
        Assert.Equal("path.no-file", (await site.MoveAsync(stranger, PathTrigger.SignCharter)).Refusal?.Code);

        var person = await site.SubmittedAsync();
        await site.InAsync<IConsultantPath, Outcome>(path => path.MoveAsync(person, PathTrigger.DeclareAdmissible, "x", site.Instructor(), default));
        Assert.Equal(PathState.UnderAdmissibility, await site.StateAsync(person));
    }

    [Fact]
    public async Task Only_instructors_verify()
    {
        await using var site = await JourneySite.OpenAsync();
        var verified = await site.InAsync<VerifyChain, Outcome<ChainReport>>(act => act.VerifyAsync(site.Consultant(PersonId.New(JourneySite.Morning)), default));
        Assert.Equal("access.denied", verified.Refusal?.Code);
    }

    private static async Task<ChainReport> VerifyAsync(JourneySite site) =>
        (await site.InAsync<VerifyChain, Outcome<ChainReport>>(act => act.VerifyAsync(site.Instructor(), default))).Value;
}
