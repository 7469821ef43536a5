using Microsoft.EntityFrameworkCore;
using Tn.Journey.Charter;
using Tn.Journey.Charter.Evidence;
using Tn.Journey.Path.Verify;
using Tn.Platform.Data;

namespace Tn.Journey.Tests.Charter;

/// <summary>One charter, one instant, many times: a barrier lets both go together.</summary>
public sealed class AtTheSameInstant
{
    private const int Rounds = 200;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_charter_signed_twice_at_once_is_signed_once(bool postgres)
    {
        await using var site = postgres ? await JourneySite.OpenOnPostgreSqlAsync() : await JourneySite.OpenAsync();
        var person = await CertifiedAsync(site);
        for (var round = 1; round <= Rounds; round++)
        {
            site.Documents.Publish($"v{round + 1}", $"2027-{round}", "material");
            Assert.True((await site.MoveAsync(person, PathTrigger.RequireResignature)).IsDone);
            var signed = await TogetherAsync(() => site.SignAsync(person), () => site.SignAsync(person));
            Assert.Equal(signed[0].Value.Id, signed[1].Value.Id);
            Assert.Equal(PathState.Certified, await site.StateAsync(person));
        }

        Assert.Equal(Rounds + 1, await site.InAsync<TnDbContext, int>(db => db.Set<CharterSignature>().CountAsync()));
        Assert.Equal(Rounds + 1, await site.InAsync<TnDbContext, int>(db => db.Set<SignatureEvidence>().CountAsync()));
        Assert.True((await site.InAsync<VerifyChain, Outcome<ChainReport>>(verify => verify.VerifyAsync(site.Instructor(), default))).Value.Holds);
    }

    // The committee suspends while the consultant signs: whoever is second meets a file that has moved, and both never half happen.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_signature_and_a_suspension_at_once_leave_one_whole_history(bool postgres)
    {
        await using var site = postgres ? await JourneySite.OpenOnPostgreSqlAsync() : await JourneySite.OpenAsync();
        var person = await CertifiedAsync(site);
        var signatures = 1;
        for (var round = 1; round <= Rounds; round++)
        {
            site.Documents.Publish($"v{round + 1}", $"2027-{round}", "material");
            Assert.True((await site.MoveAsync(person, PathTrigger.RequireResignature)).IsDone);
            await TogetherAsync(
                async () => { signatures += (await site.SignAsync(person)).IsDone ? 1 : 0; return true; },
                async () => { try { await site.MoveAsync(person, PathTrigger.Suspend); } catch (DbUpdateException) { return false; } return true; });
            await ReturnAsync(site, person);
        }

        Assert.Equal(signatures, await site.InAsync<TnDbContext, int>(db => db.Set<CharterSignature>().CountAsync()));
        Assert.True((await site.InAsync<VerifyChain, Outcome<ChainReport>>(verify => verify.VerifyAsync(site.Instructor(), default))).Value.Holds);
    }

    private static async Task ReturnAsync(JourneySite site, PersonId person)
    {
        if (await site.StateAsync(person) == PathState.Suspended)
        {
            Assert.True((await site.MoveAsync(person, PathTrigger.Reinstate)).IsDone);
        }

        if (await site.StateAsync(person) == PathState.ResignatureDue)
        {
            await site.MoveAsync(person, PathTrigger.SignCharter);
        }

        Assert.Equal(PathState.Certified, await site.StateAsync(person));
    }

    private static async Task<PersonId> CertifiedAsync(JourneySite site)
    {
        var person = await site.AdmittedAsync();
        Assert.True((await site.SignAsync(person)).IsDone);
        foreach (var trigger in new[] { PathTrigger.CompleteTraining, PathTrigger.PassExam, PathTrigger.CompleteCaseStudy, PathTrigger.Certify })
        {
            Assert.True((await site.MoveAsync(person, trigger)).IsDone);
        }

        return person;
    }

    private static async Task<T[]> TogetherAsync<T>(params Func<Task<T>>[] acts)
    {
        using var barrier = new Barrier(acts.Length);
        return await Task.WhenAll(acts.Select(act => Task.Factory.StartNew(
            () =>
            {
                barrier.SignalAndWait();
                return act();
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));
    }
}
