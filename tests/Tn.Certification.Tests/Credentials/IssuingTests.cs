using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tn.Certification.Certificates;
using Tn.Certification.Credentials.Issue;
using Tn.Certification.Credentials.Keys;
using Tn.Certification.Credentials.Status;
using Tn.Platform.Data;

namespace Tn.Certification.Tests.Credentials;

public class IssuingTests
{
    private static readonly DateTimeOffset Day = Clock.Monday;

    [Fact]
    public async Task A_decision_makes_one_certificate_with_one_credential()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        await workshop.CertifyAsync(Day);
        await workshop.PrepareAsync();
        Assert.Equal(1, await CountAsync(workshop));
    }

    [Fact]
    public async Task A_refused_decision_leaves_neither_certificate_nor_credential()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        await workshop.DoAsync(async scope =>
        {
            var db = scope.GetRequiredService<TnDbContext>();
            // What a crash leaves of a transaction that did not commit.
            await Assert.ThrowsAsync<IOException>(() => db.InTransactionAsync<bool>(
                async () =>
                {
                    var certificate = ACertificate(1);
                    db.Add(certificate);
                    await scope.GetRequiredService<CredentialOffice>().IssueAsync(certificate, ActContext.System(Day, "test"), CancellationToken.None);
                    await db.SaveChangesAsync(CancellationToken.None);
                    throw new IOException("The machine stops here.");
                },
                CancellationToken.None));
            return true;
        });

        Assert.Equal(0, await CountAsync(workshop));
        Assert.Equal(0, await workshop.DoAsync(scope => scope.GetRequiredService<TnDbContext>().Set<Certificate>().CountAsync()));
    }

    [Fact]
    public async Task A_certificate_from_before_gets_its_credential_at_the_next_start_once()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        var code = (await workshop.CertifyAsync(Day)).Certificate.Code;
        await workshop.DoAsync(scope => scope.GetRequiredService<TnDbContext>().Set<IssuedCredential>().ExecuteDeleteAsync());

        await workshop.PrepareAsync();
        var first = await workshop.FindCredentialAsync(code);
        await workshop.PrepareAsync();

        Assert.Equal(first!.Credential.Jwt, (await workshop.FindCredentialAsync(code))!.Credential.Jwt);
    }

    [Fact]
    public async Task The_credential_says_of_the_person_what_the_page_says_and_no_more()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        var text = (await workshop.CredentialAsync(Day)).Credential.Document;
        var document = JsonNode.Parse(text)!;
        Assert.Equal("Zoé Lefèvre", document["credentialSubject"]!["identifier"]![0]!["identityHash"]!.GetValue<string>());
        Assert.Equal("2026-11-22T23:00:00Z", document["validFrom"]!.GetValue<string>());
        Assert.Equal("2029-11-22T22:59:59Z", document["validUntil"]!.GetValue<string>());
        Assert.DoesNotContain(People.Candidate.ToString(), text, StringComparison.Ordinal);
        Assert.DoesNotContain("732829320", text, StringComparison.Ordinal);
        Assert.DoesNotContain("C-2026-0012", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_rotations_at_once_make_one_generation()
    {
        await using var workshop = await Workshop.OpenAsync();
        var administrator = People.Act(People.Partner, Role.Administrator, Day);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => workshop.RotateAsync(administrator))));

        var keys = await workshop.DoAsync(scope => scope.GetRequiredService<KeyRing>().AllAsync(CancellationToken.None));
        Assert.Equal(1 + outcomes.Count(outcome => outcome.IsDone), keys.Count(key => key.Algorithm == KeyAlgorithm.Es256));
        Assert.All(outcomes, outcome => Assert.True(outcome.IsDone || outcome.Refusal!.Code == "credentials.rotated-elsewhere"));
        Assert.Equal(2, keys.Count(key => key.RetiredAt is null));
    }

    [Fact]
    public async Task Only_an_administrator_rotates_keys()
    {
        await using var workshop = await Workshop.OpenAsync();
        var refused = await workshop.RotateAsync(People.Act(People.Partner, Role.PartnersMember, Day));
        Assert.Equal("access.denied", refused.Refusal!.Code);
    }

    [Fact]
    public async Task The_verb_rotates_and_says_so()
    {
        await using var workshop = await Workshop.OpenAsync();
        var output = new StringWriter();
        var code = await workshop.DoAsync(scope => RotateKeysVerb.RunAsync(scope, json: true, output, CancellationToken.None));
        Assert.Equal(0, code);
        Assert.Contains("es256-2", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Private_keys_are_not_readable_in_the_database()
    {
        await using var workshop = await Workshop.OpenAsync();
        var key = (await workshop.DoAsync(scope => scope.GetRequiredService<KeyRing>().AllAsync(CancellationToken.None))).First(one => one.Algorithm == KeyAlgorithm.Es256);
        var bytes = Convert.FromBase64String(key.SealedPrivateKey);
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() =>
        {
            using var ec = System.Security.Cryptography.ECDsa.Create();
            ec.ImportPkcs8PrivateKey(bytes, out _);
        });
    }

    [Fact]
    public async Task A_list_keeps_its_tag_until_something_changes_and_shows_a_withdrawal_at_once()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        var credential = (await workshop.CredentialAsync(Day)).Credential;
        var before = await workshop.ListAsync("retrait-1", Day.AddMinutes(1));
        Assert.Equal(before!.Tag, (await workshop.ListAsync("retrait-1", Day.AddMinutes(2)))!.Tag);
        Assert.Equal(before.Document, (await workshop.ListAsync("retrait-1", Day.AddMinutes(2)))!.Document);

        await workshop.SanctionAsync(new Sanction(FactKind.Withdrawn, "article 14", "Motif."), Day.AddMinutes(3));

        var after = await workshop.ListAsync("retrait-1", Day.AddMinutes(3));
        Assert.NotEqual(before.Tag, after!.Tag);
        Assert.Contains(StatusLists.Encode([credential.StatusIndex]), after.Document, StringComparison.Ordinal);
        Assert.Contains(StatusLists.Encode([]), (await workshop.ListAsync("suspension-1", Day.AddMinutes(3)))!.Document, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("retrait-0")]
    [InlineData("retrait-2")]
    [InlineData("retrait")]
    [InlineData("retrait--1")]
    [InlineData("autre-1")]
    [InlineData("retrait-99999999999999999999")]
    public async Task A_list_that_does_not_exist_is_not_found(string name)
    {
        await using var workshop = await Workshop.OpenAsync();
        Assert.Null(await workshop.ListAsync(name, Day));
    }

    [Fact]
    public async Task A_thousand_credentials_have_a_thousand_places_spread_over_the_list()
    {
        await using var workshop = await Workshop.OpenAsync();
        var places = await workshop.DoAsync(async scope =>
        {
            var db = scope.GetRequiredService<TnDbContext>();
            var office = scope.GetRequiredService<CredentialOffice>();
            for (var number = 1; number <= 1000; number++)
            {
                var certificate = ACertificate(number);
                db.Add(certificate);
                await office.IssueAsync(certificate, ActContext.System(Day, "test"), CancellationToken.None);
                await db.SaveChangesAsync(CancellationToken.None);
                db.ChangeTracker.Clear();
            }

            return await db.Set<IssuedCredential>().Select(row => row.StatusIndex).ToListAsync();
        });

        Assert.Equal(1000, places.Distinct().Count());
        Assert.True(places.Max() > StatusLists.Entries * 3 / 4 && places.Min() < StatusLists.Entries / 4, "The places are not spread.");
    }

    private static Task<int> CountAsync(Workshop workshop) =>
        workshop.DoAsync(scope => scope.GetRequiredService<TnDbContext>().Set<IssuedCredential>().CountAsync());

    private static Certificate ACertificate(int number)
    {
        var code = CertificateCode.New();
        return new Certificate
        {
            Id = new CertificateId(Guid.CreateVersion7(Day)),
            Code = code,
            CodeHash = CertificateCode.HashOf(code),
            Number = $"TN-2026-{number:0000}",
            Holder = PersonId.New(Day),
            HolderName = "Zoé Lefèvre",
            EnterpriseName = "Atelier",
            FileNumber = $"C-2026-{number:0000}",
            Axes = ["gestion"],
            From = French.Day(Day),
            Until = French.Day(Day).AddYears(3),
            DecidedBy = Guid.NewGuid(),
            IssuedAt = Day,
        };
    }
}
