using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Tn.Certification.Certificates;
using Tn.Certification.Credentials.Badges;
using Tn.Certification.Credentials.Check;
using Tn.Certification.Verification;
using Tn.Platform.Seals;
using Tn.Platform.Web;

namespace Tn.Certification.Tests.Credentials;

/// <summary>Whatever is handed in gets a sentence: what holds for our documents, why not for all others.</summary>
public class HandedInTests
{
    private static readonly DateTimeOffset Day = Clock.Monday;

    [Fact]
    public async Task A_token_a_document_both_badges_and_the_paper_lead_to_the_certificate()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        var view = await workshop.CredentialAsync(Day);
        byte[][] forms =
        [
            Encoding.UTF8.GetBytes(view.Credential.Jwt + "\r\n"),
            [0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(view.Credential.Document)],
            BakedPng.Bake(BadgeImage.Png(), view.Credential.Jwt),
            Encoding.UTF8.GetBytes(BakedSvg.Bake("Badge", view.Credential.Jwt)),
            CertificateSheet.Draw(view.Certificate, await workshop.DoAsync(scope => Task.FromResult(scope.GetRequiredService<SiteAddress>())), Day),
        ];

        foreach (var form in forms)
        {
            var answer = await workshop.CheckAsync(form);
            Assert.True(answer.Problem is null, $"{answer.Kind}: {answer.Problem?.Code}");
            Assert.Equal(view.Number, answer.Certificate!.Certificate.Number);
        }
    }

    [Fact]
    public async Task The_seal_of_a_paper_holds_until_any_byte_is_changed_or_added()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        var view = await workshop.CredentialAsync(Day);
        var sealedPaper = await workshop.DoAsync(scope => Task.FromResult(scope.GetRequiredService<PdfSeal>().Seal(
            CertificateSheet.Draw(view.Certificate, scope.GetRequiredService<SiteAddress>(), Day), "Certificat", Day)));

        Assert.Equal((null, SealFinding.Intact), await JudgeAsync(sealedPaper));
        var code = Encoding.Latin1.GetString(sealedPaper).IndexOf(view.Certificate.Certificate.Code, StringComparison.Ordinal);
        for (var step = 1; step <= 60; step++)
        {
            var altered = (byte[])sealedPaper.Clone();
            var at = step * (sealedPaper.Length - 1) / 60;
            // The code itself, and its padding of zeros, are looked at apart.
            if ((at < code - 30 || at > code + 30) && altered[at] is not (byte)'0')
            {
                altered[at] ^= 1;
                Assert.NotEqual(SealFinding.Intact, (await JudgeAsync(altered)).Seal);
            }
        }

        Assert.Equal("credentials.paper-altered", (await JudgeAsync([.. sealedPaper, (byte)'\n'])).Problem);
        Assert.Equal("credentials.paper-altered", (await JudgeAsync([.. sealedPaper[..200], (byte)(sealedPaper[200] ^ 1), .. sealedPaper[201..]])).Problem);

        async Task<(string? Problem, SealFinding Seal)> JudgeAsync(byte[] paper)
        {
            var answer = await workshop.CheckAsync(paper);
            return (answer.Problem?.Code, answer.Seal);
        }
    }

    [Fact]
    public async Task A_paper_under_somebody_elses_seal_is_not_ours()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        await using var elsewhere = await Workshop.OpenAsync(PathState.AwaitingJury);
        var view = await workshop.CredentialAsync(Day);
        var site = await workshop.DoAsync(scope => Task.FromResult(scope.GetRequiredService<SiteAddress>()));
        var foreign = await elsewhere.DoAsync(scope => Task.FromResult(scope.GetRequiredService<PdfSeal>().Seal(CertificateSheet.Draw(view.Certificate, site, Day), "Certificat", Day)));

        var answer = await workshop.CheckAsync(foreign);
        Assert.Equal((null, SealFinding.None, view.Number), (answer.Problem, answer.Seal, answer.Certificate!.Certificate.Number));
    }

    [Fact]
    public async Task A_withdrawn_certificate_keeps_its_signature_and_loses_its_standing()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        var jwt = (await workshop.CredentialAsync(Day)).Credential.Jwt;
        await workshop.SanctionAsync(new Sanction(FactKind.Withdrawn, "article 14", "Motif."), Day.AddHours(1));

        var answer = await workshop.CheckAsync(jwt);
        Assert.NotNull(answer.Proven);
        Assert.Equal(CertificateStanding.Withdrawn, answer.Certificate!.StandingOn(French.Day(Day)));
    }

    [Fact]
    public async Task A_credential_signed_before_a_rotation_is_still_ours()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        var view = await workshop.CredentialAsync(Day);
        await workshop.RotateAsync(ActContext.System(Day, "test"));

        Assert.NotNull((await workshop.CheckAsync(view.Credential.Jwt)).Proven!.Key.RetiredAt);
        Assert.NotNull((await workshop.CheckAsync(view.Credential.Document)).Proven!.Key.RetiredAt);
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "", "credentials.not-a-credential" },
        { "bonjour", "credentials.not-a-credential" },
        { "eyJ", "credentials.not-a-credential" },
        { "eyJ..", "credentials.not-a-credential" },
        { "eyJhbGciOiJub25lIn0.e30.", "credentials.not-a-credential" },
        { "eyJhbGciOiJub25lIn0.e30.AA", "credentials.algorithm" },
        { "{", "credentials.not-a-credential" },
        { "{}", "credentials.unsigned" },
        { """{"proof":[]}""", "credentials.unsigned" },
        { """{"proof":{"proof":{}}}""", "credentials.algorithm" },
        { """{"proof":{},"proof":{}}""", "credentials.not-a-credential" },
        { """{"proof":{"type":"DataIntegrityProof","cryptosuite":"ecdsa-rdfc-2019","proofPurpose":"assertionMethod"}}""", "credentials.algorithm" },
        { """{"issuer":{"id":"did:web:ailleurs.test"},"proof":{"type":"DataIntegrityProof","cryptosuite":"eddsa-rdfc-2022","proofPurpose":"assertionMethod","verificationMethod":"did:web:ailleurs.test#1"}}""", "credentials.foreign-issuer" },
        { """{"proof":{"type":"DataIntegrityProof","cryptosuite":"eddsa-rdfc-2022","proofPurpose":"assertionMethod","verificationMethod":"did:web:exemple.test#es256-1"}}""", "credentials.foreign-issuer" },
        { """{"id":7,"proof":{"type":"DataIntegrityProof","cryptosuite":"eddsa-rdfc-2022","proofPurpose":"assertionMethod","verificationMethod":"did:web:exemple.test#ed25519-1","proofValue":"z"}}""", "credentials.altered" },
        { """{"@context":["https://www.w3.org/ns/credentials/v2"],"name":[null,1,{}],"proof":{"type":"DataIntegrityProof","cryptosuite":"eddsa-rdfc-2022","proofPurpose":"assertionMethod","verificationMethod":"did:web:exemple.test#ed25519-1","proofValue":"z111"}}""", "credentials.altered" },
        { new string('[', 5000), "credentials.not-a-credential" },
        { "{\"a\":" + new string('[', 5000) + new string(']', 5000) + "}", "credentials.not-a-credential" },
        { "{\"a\":\"" + new string('x', SignatureCheck.MaximumLength) + "\"}", "credentials.too-long" },
        { "eyJ" + new string('.', 60_000), "credentials.not-a-credential" },
        { "<svg xmlns='http://www.w3.org/2000/svg'/>", "credentials.nothing-baked" },
        { "<svg", "credentials.nothing-baked" },
        { "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg>&a;</svg>", "credentials.nothing-baked" },
        { string.Concat(Enumerable.Repeat("<svg>", 20_000)), "credentials.nothing-baked" },
        { "%PDF-1.7 rien", "credentials.paper-without-code" },
        { "%PDF-1.7 /Keywords (certificat 00000000000000000000000000)", "credentials.paper-without-code" },
        { "\ud83d\ude00{}", "credentials.not-a-credential" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Hostile_texts_are_refused_with_a_sentence(string text, string code)
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        var answer = await workshop.CheckAsync(text);
        Assert.Equal(code, answer.Problem?.Code);
        Assert.NotEqual(code, await workshop.DoAsync(scope => Task.FromResult(scope.GetRequiredService<Sentences>().Of(answer.Problem!))));
    }

    [Fact]
    public async Task Hostile_images_and_files_are_refused_with_a_sentence()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        var png = BadgeImage.Png();
        var baked = BakedPng.Bake(png, "eyJ.eyJ.AA");
        var sizes = (byte[])baked.Clone();
        BinaryPrimitives.WriteUInt32BigEndian(sizes.AsSpan(33), uint.MaxValue);
        (byte[] File, string Code)[] hostile =
        [
            (png, "credentials.nothing-baked"),
            (png[..20], "credentials.nothing-baked"),
            (baked, "credentials.not-a-credential"),
            (BakedPng.Bake(baked, "eyJ.eyJ.AA"), "credentials.nothing-baked"),
            (sizes, "credentials.nothing-baked"),
            (Bomb(png), "credentials.nothing-baked"),
            ([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3], "credentials.photo"),
            (new byte[CheckDocument.MaximumBytes + 1], "credentials.too-long"),
            ([0, 1, 2, 3], "credentials.not-a-credential"),
        ];

        foreach (var (file, code) in hostile)
        {
            Assert.Equal(code, (await workshop.CheckAsync(file)).Problem?.Code);
        }
    }

    [Fact]
    public async Task A_credential_of_ours_with_one_byte_changed_is_refused_wherever_the_byte_is()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        var jwt = Encoding.ASCII.GetBytes((await workshop.CredentialAsync(Day)).Credential.Jwt);
        for (var at = 0; at < jwt.Length; at += 37)
        {
            var altered = (byte[])jwt.Clone();
            altered[at] = altered[at] == (byte)'A' ? (byte)'B' : (byte)'A';
            Assert.True((await workshop.CheckAsync(altered)).Problem is not null, $"Byte {at}.");
        }
    }

    // A hundred megabytes of zeros in a compressed chunk.
    private static byte[] Bomb(byte[] png)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var zeros = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte < 100; megabyte++)
            {
                zlib.Write(zeros);
            }
        }

        byte[] content = [.. "iTXtopenbadgecredential"u8, 0, 1, 0, 0, 0, .. packed.ToArray()];
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length - 4);
        return [.. png[..33], .. length, .. content, 0, 0, 0, 0, .. png[33..]];
    }
}
