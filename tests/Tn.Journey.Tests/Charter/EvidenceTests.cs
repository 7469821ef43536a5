using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tn.Journey.Charter;
using Tn.Journey.Charter.Evidence;
using Tn.Platform.Data;
using Tn.Platform.Files;
using Tn.Platform.Seals;
using Tn.Platform.Tests.Seals;

namespace Tn.Journey.Tests.Charter;

/// <summary>What proves a signature: kept once, whole after a crash, and refused by others when a byte changes.</summary>
public sealed class EvidenceTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("tn-evidence-").FullName;
    private TimeStampServer authority = null!;

    public async Task InitializeAsync() => authority = await TimeStampServer.StartAsync();

    public async Task DisposeAsync()
    {
        await authority.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Others_accept_the_untouched_bundle_and_refuse_every_altered_one()
    {
        await using var site = await SiteAsync();
        var bundle = await BundleAsync(site, await SignedAsync(site));
        var cases = new List<(string Name, string Folder)> { ("untouched", Keep(bundle)) };
        cases.AddRange(AlteredBytes(bundle).Concat(Forgeries(bundle)).Select(one => (one.Name, Keep(one.Files))));
        Assert.True(cases.Count > 60, $"{cases.Count} cases");

        var answers = await EvidencePeer.JudgeAsync(Fingerprint(site), authority.Authority, cases);
        Assert.True(answers[0].Accepted, answers[0].Told);
        Assert.Equal([], answers.Skip(1).Where(one => one.Accepted).Select(one => one.Name));
    }

    [Fact]
    public async Task Without_an_authority_the_bundle_holds_without_a_token()
    {
        await using var site = await JourneySite.OpenAsync();
        var signature = await SignedAsync(site);
        var answers = await EvidencePeer.JudgeAsync(Fingerprint(site), null, [("untouched", Keep(await BundleAsync(site, signature)))]);
        Assert.True(answers[0].Accepted, answers[0].Told);
        Assert.Equal(0, authority.Asked);
        Assert.Null((await EvidenceAsync(site)).DueAt);
    }

    [Fact]
    public async Task Another_seal_is_not_the_programme_s()
    {
        await using var site = await JourneySite.OpenAsync();
        await using var forger = await JourneySite.OpenAsync();
        var forged = await BundleAsync(forger, await SignedAsync(forger));
        var answers = await EvidencePeer.JudgeAsync(Fingerprint(site), null, [("forged", Keep(forged))]);
        Assert.Contains("not the programme", answers[0].Told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_readme_s_commands_run_as_they_are_written()
    {
        await using var site = await SiteAsync();
        var bundle = await BundleAsync(site, await SignedAsync(site));
        var at = Keep(bundle);
        File.Copy(authority.Authority, System.IO.Path.Combine(at, "autorite.pem"));
        var script = Encoding.UTF8.GetString(bundle["LISEZ-MOI.txt"]).Split('\n').Where(line => line.StartsWith("     ", StringComparison.Ordinal)).Select(line => line.Trim());
        var told = (await Tool.RunAsync(at, "bash", "-euc", string.Join('\n', script))).Done();
        Assert.Contains("Signature is Valid", told, StringComparison.Ordinal);
        Assert.Contains("Verification: OK", told, StringComparison.Ordinal);
        Assert.Contains("texte.md: OK", told, StringComparison.Ordinal);
        Assert.DoesNotContain("FAILED", told, StringComparison.Ordinal);
        Assert.DoesNotContain("qualifi", string.Concat(bundle.Values.Select(Encoding.UTF8.GetString)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_paper_is_due_from_the_signature_s_transaction_and_made_once()
    {
        await using var site = await JourneySite.OpenAsync();
        var signature = await SignedAsync(site);
        Assert.Equal((null, site.Clock.GetUtcNow()), ((await EvidenceAsync(site)).PdfKey, (await EvidenceAsync(site)).DueAt));

        // As if the process had died here: the sweep of the next start, and the event that comes late, both find it.
        await Task.WhenAll(SweepAsync(site), CompleteAsync(site, signature), CompleteAsync(site, signature));
        var made = await EvidenceAsync(site);
        await CompleteAsync(site, signature);
        await SweepAsync(site);
        Assert.Equal((made.PdfKey, null, 1), ((await EvidenceAsync(site)).PdfKey, made.DueAt, made.Tries));
    }

    [Fact]
    public async Task An_authority_that_is_away_is_asked_again_until_it_answers()
    {
        await using var site = await SiteAsync();
        authority.IsAway = true;
        await SignedAsync(site);
        await SweepAsync(site);
        var waiting = await EvidenceAsync(site);
        Assert.True(waiting is { PdfKey: not null, IsPdfTimeStamped: false, Token: null, AwaitsToken: true });

        authority.IsAway = false;
        await SweepAsync(site);
        Assert.Null((await EvidenceAsync(site)).Token);
        site.Clock.Pass(days: 1);
        await SweepAsync(site);
        var stamped = await EvidenceAsync(site);
        Assert.True(stamped is { Token: not null, AwaitsToken: false, DueAt: null });
        Assert.Equal(waiting.PdfKey, stamped.PdfKey);
    }

    [Fact]
    public async Task The_signer_and_the_instructors_read_it_and_nobody_else()
    {
        await using var site = await JourneySite.OpenAsync();
        var signature = await SignedAsync(site);
        Assert.NotNull((await ReadAsync(site, signature.Id, site.Consultant(signature.Person)))?.Pdf);
        Assert.NotNull((await ReadAsync(site, signature.Id, site.Instructor()))?.Pdf);
        Assert.Null(await ReadAsync(site, signature.Id, site.Consultant(PersonId.New(site.Clock.GetUtcNow()))));
    }

    [Fact]
    public async Task A_text_that_is_not_the_signed_one_makes_no_paper()
    {
        await using var site = await JourneySite.OpenAsync();
        var signature = await SignedAsync(site);
        site.Documents.Alter("v1", "Article 1.\nVous êtes neutre, parfois.\n");
        await CompleteAsync(site, signature);
        Assert.True(await EvidenceAsync(site) is { PdfKey: null, DueAt: not null });
    }

    [Fact]
    public async Task The_sealed_paper_survives_the_sweep_of_files()
    {
        await using var site = await JourneySite.OpenAsync();
        var signature = await SignedAsync(site);
        await CompleteAsync(site, signature);
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FileStore>()
            .DeleteUnreferencedAsync([.. scope.ServiceProvider.GetServices<IFileReferences>()], DateTimeOffset.UtcNow.AddDays(9), default);
        Assert.NotNull((await ReadAsync(site, signature.Id, site.Instructor()))?.Pdf);
    }

    [Fact]
    public async Task Signatures_made_before_papers_were_sealed_get_theirs_at_start()
    {
        await using var site = await JourneySite.OpenAsync();
        var signature = await SignedAsync(site);
        await site.InAsync<TnDbContext, int>(db => db.Set<SignatureEvidence>().ExecuteDeleteAsync());
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await site.InAsync<IEnumerable<Tn.Platform.Startup.IPreparation>, bool>(async all =>
            {
                await all.OfType<EvidencePreparation>().Single().PrepareAsync(default);
                return true;
            });
        }

        await SweepAsync(site);
        Assert.NotNull((await ReadAsync(site, signature.Id, site.Instructor()))?.Pdf);
    }

    [Fact]
    public async Task The_canonical_form_is_what_other_programs_write()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.AdmittedAsync();
        var odd = $"{CharterText.IntentOf("Camille Durand", site.Documents.Current)} « \"\\\t\u0001\u2028😀 »";
        var signature = (await site.SignAsync(person, sentence: odd)).Value;
        var answers = await EvidencePeer.JudgeAsync(Fingerprint(site), null, [("odd", Keep(await BundleAsync(site, signature)))]);
        Assert.True(answers[0].Accepted, answers[0].Told);
    }

    private static IEnumerable<(string Name, Dictionary<string, byte[]> Files)> AlteredBytes(Dictionary<string, byte[]> bundle)
    {
        var random = new Random(20261123);
        foreach (var (name, bytes) in bundle)
        {
            foreach (var place in Enumerable.Range(0, 8).Select(_ => random.Next(bytes.Length)).Concat([0, bytes.Length - 1]).Distinct())
            {
                var altered = bytes.ToArray();
                altered[place] ^= (byte)(1 << random.Next(8));
                yield return ($"{name}, byte {place} of {bytes.Length}", With(bundle, name, altered));
            }

            yield return ($"{name}, one byte more", With(bundle, name, [.. bytes, (byte)'\n']));
            yield return ($"{name}, one byte less", With(bundle, name, bytes[..^1]));
            yield return ($"{name}, gone", bundle.Where(one => one.Key != name).ToDictionary());
        }

        yield return ("a file more", With(bundle, "autre.txt", "Bonjour"u8.ToArray()));
    }

    // A forger who writes the list of fingerprints again: the seal on the list, and what is inside each file, still tell.
    private static IEnumerable<(string Name, Dictionary<string, byte[]> Files)> Forgeries(Dictionary<string, byte[]> bundle)
    {
        foreach (var (from, to) in new[] { ("Camille Durand", "Dominique Durand"), ("2026-1", "2026-2"), ("fr-FR", "en-GB"), ("2026-11-23T08:00", "2026-11-22T08:00") })
        {
            var evidence = Encoding.UTF8.GetString(bundle["preuve.json"]).Replace(from, to, StringComparison.Ordinal);
            yield return ($"{from} becomes {to}", Summed(With(bundle, "preuve.json", Encoding.UTF8.GetBytes(evidence))));
        }

        yield return ("another text", Summed(With(bundle, "texte.md", "Article 1.\nVous êtes libre.\n"u8.ToArray())));
        yield return ("another paper", Summed(With(bundle, "charte-signee.pdf", [.. bundle["charte-signee.pdf"], .. "\n"u8])));
    }

    private static Dictionary<string, byte[]> Summed(Dictionary<string, byte[]> bundle) => With(
        bundle,
        "empreintes.sha256",
        Encoding.ASCII.GetBytes(string.Concat(bundle.Where(one => !one.Key.StartsWith("empreintes", StringComparison.Ordinal)).OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{Convert.ToHexStringLower(SHA256.HashData(one.Value))}  {one.Key}\n"))));

    private static Dictionary<string, byte[]> With(Dictionary<string, byte[]> bundle, string name, byte[] bytes) => new(bundle) { [name] = bytes };

    private static async Task<CharterSignature> SignedAsync(JourneySite site) => (await site.SignAsync(await site.AdmittedAsync())).Value;

    private static Task<bool> CompleteAsync(JourneySite site, CharterSignature signature) => site.InAsync<CompleteEvidence, bool>(async act =>
    {
        await act.RunAsync(signature.Id, site.Clock.GetUtcNow(), default);
        return true;
    });

    private static Task<bool> SweepAsync(JourneySite site) => site.InAsync<EvidenceSweep, bool>(async sweep =>
    {
        await sweep.RunAsync(default);
        return true;
    });

    private static Task<SignatureEvidence> EvidenceAsync(JourneySite site) =>
        site.InAsync<TnDbContext, SignatureEvidence>(db => db.Set<SignatureEvidence>().AsNoTracking().SingleAsync());

    private static Task<SignatureFile?> ReadAsync(JourneySite site, Guid id, ActContext act) =>
        site.InAsync<EvidenceReader, SignatureFile?>(reader => reader.FindAsync(id, act, default));

    private static string Fingerprint(JourneySite site) => site.Services.GetRequiredService<SealKey>().Fingerprint;

    private static async Task<Dictionary<string, byte[]>> BundleAsync(JourneySite site, CharterSignature signature)
    {
        var file = await ReadAsync(site, signature.Id, site.Consultant(signature.Person));
        using var stream = new MemoryStream(site.Services.GetRequiredService<EvidenceBundle>().Pack(file!)!);
        using var zip = new ZipArchive(stream);
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            return bytes.ToArray();
        });
    }

    private async Task<JourneySite> SiteAsync()
    {
        var site = new JourneySite(services => services.Configure<SealOptions>(options => options.TimeStampAuthority = authority.Address));
        await site.CreateAsync();
        return site;
    }

    private string Keep(Dictionary<string, byte[]> files)
    {
        var at = Directory.CreateDirectory(System.IO.Path.Combine(folder, System.IO.Path.GetRandomFileName())).FullName;
        foreach (var (name, bytes) in files)
        {
            File.WriteAllBytes(System.IO.Path.Combine(at, name), bytes);
        }

        return at;
    }
}
