using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;
using Tn.Journey.Admissibility;
using Tn.Journey.Admissibility.Duplicates;
using Tn.Journey.Census;
using Tn.Journey.Census.Papers;
using Tn.Journey.Census.References;
using Tn.Journey.Demonstration;
using Tn.Journey.Path.Verify;
using Tn.Platform.Demonstration;

namespace Tn.Journey.Tests.Demonstration;

public class JourneyDemonstrationTests
{
    [Fact]
    public async Task Everyone_stands_where_the_demonstration_says_and_the_histories_hold()
    {
        await using var site = new JourneySite(services => services.AddSingleton<IPeople, DemonstrationPeople>());
        await site.CreateAsync();
        site.Committee.Seat(DemonstrationPeople.IdOf("partenaires1@demo.test"), "Camille partenaires1");
        await site.InAsync<IEnumerable<IDemonstration>, bool>(async parts =>
        {
            foreach (var part in parts.OrderBy(one => one.Order))
            {
                await part.PlayAsync(default);
            }

            return true;
        });

        Assert.Equal(PathState.CensusInProgress, await site.StateAsync(DemonstrationPeople.IdOf("consultant.nouveau@demo.test")));
        Assert.Equal(PathState.UnderAdmissibility, await site.StateAsync(DemonstrationPeople.IdOf("consultant.recense@demo.test")));
        Assert.Equal(PathState.InTraining, await site.StateAsync(DemonstrationPeople.IdOf("consultant.formation@demo.test")));
        Assert.Equal(PathState.PiecesRequested, await site.StateAsync(DemonstrationPeople.IdOf("consultant03@demo.test")));
        var ready = await site.InAsync<IConsultantPath, IReadOnlyList<ConsultantFile>>(path => path.InStateAsync(PathState.ExamOpen, 0, 100, default));
        Assert.Equal(30, ready.Count);
        Assert.Equal(ready.Count, ready.Select(file => file.Siret).Distinct().Count());
        var proven = await site.FileAsync(DemonstrationPeople.IdOf("consultant04@demo.test"));
        var file = await site.InAsync<DossierDesk, DossierFile?>(async desk => (await desk.FindAsync(proven!.Number, site.Instructor(), default)).Value);
        Assert.Contains(file!.Papers, paper => paper.State == PaperState.Accepted);
        Assert.Equal(ReferenceAnswer.Confirmed, Assert.Single(file.References).Answer);
        Assert.NotEmpty((await site.InAsync<DuplicateFinder, DuplicatePage>(async finder => (await finder.PairsAsync(1, site.Instructor(), default)).Value)).Pairs);
        var report = await site.InAsync<VerifyChain, Outcome<ChainReport>>(act => act.VerifyAsync(site.Instructor(), default));
        Assert.True(report.Value.Holds);
    }

    [Fact]
    public void Every_census_of_the_demonstration_is_complete()
    {
        var rules = new FixedRules().All;
        var today = new DateOnly(2026, 11, 23);
        for (var index = 0; index < 40; index++)
        {
            Assert.Empty(CensusCompleteness.Missing(DemonstrationEnterprises.Complete(index, "Camille Durand", today), rules, today));
        }
    }

    private sealed class DemonstrationPeople : IPeople
    {
        public static PersonId IdOf(string email) => new(new Guid(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(email)).AsSpan(0, 16)));

        public Task<PersonCard?> FindByEmailAsync(string email, CancellationToken cancellationToken)
        {
            var role = email.StartsWith("partenaires", StringComparison.Ordinal) ? Role.PartnersMember : Role.Consultant;
            return Task.FromResult<PersonCard?>(new PersonCard(IdOf(email), $"Camille {email.Split('@')[0]}", email, new[] { role }.ToFrozenSet()));
        }

        public Task<PersonCard?> FindAsync(PersonId id, CancellationToken cancellationToken) => Task.FromResult<PersonCard?>(null);

        public Task<IReadOnlyDictionary<PersonId, PersonCard>> FindManyAsync(IReadOnlyCollection<PersonId> ids, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<PersonId, PersonCard>>(new Dictionary<PersonId, PersonCard>());

        public Task<IReadOnlyList<PersonCard>> WithRoleAsync(Role role, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PersonCard>>([]);
    }
}
