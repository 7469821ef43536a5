using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Tn.Platform.Pdf;
using Tn.Platform.Seals;
using Tn.Platform.Web;

namespace Tn.Platform.Tests.Seals;

/// <summary>The seal judged by programs nobody here wrote: pdfsig, qpdf, openssl.</summary>
public sealed class PdfSealTests : IAsyncLifetime
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 8, 30, 0, TimeSpan.Zero);
    private readonly string folder = Directory.CreateTempSubdirectory("tn-seal-").FullName;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(40)]
    public async Task Others_accept_the_seal_and_the_document_stays_a_prefix(int pages)
    {
        var drawn = Draw(pages);
        var path = await KeepAsync(ASeal().Seal(drawn, "Procès-verbal", At));

        var told = await SignaturesAsync(path);
        Assert.Contains("Signature is Valid", told, StringComparison.Ordinal);
        Assert.Contains("ETSI.CAdES.detached", told, StringComparison.Ordinal);
        Assert.Contains("Total document signed", told, StringComparison.Ordinal);
        Assert.Contains("Cachet de Transition Numérique", told, StringComparison.Ordinal);
        (await Tool.RunAsync(folder, "qpdf", "--check", path)).Done();
        Assert.Equal(drawn, (await File.ReadAllBytesAsync(path))[..drawn.Length]);
    }

    [Fact]
    public async Task Any_altered_byte_breaks_the_seal()
    {
        var whole = ASeal().Seal(Draw(1), "Essai", At);
        var random = new Random(20261123);
        var (hole, end) = HoleOf(whole);
        var places = Enumerable.Range(0, 60).Select(_ => random.Next(whole.Length)).Where(place => place < hole || place >= end)
            .Concat([20, hole - 10, end + 10, whole.Length - 20]).Distinct().ToList();
        Assert.True(places.Count >= 50, $"{places.Count} places");
        foreach (var place in places)
        {
            var altered = whole.ToArray();
            altered[place] ^= 1;
            Assert.True(!await IsAcceptedAsync(altered), $"Byte {place} altered, and accepted.");
        }

        Assert.True(!await IsAcceptedAsync([.. whole, .. "\n% plus"u8.ToArray()]), "Bytes added, and accepted.");
        Assert.True(await IsAcceptedAsync(whole));
    }

    [Fact]
    public async Task Openssl_verifies_the_signature_with_the_certificate_alone()
    {
        var whole = ASeal(out var key).Seal(Draw(1), "Essai", At);
        var (hole, end) = HoleOf(whole);
        await File.WriteAllBytesAsync(Path.Combine(folder, "covered"), [.. whole[..hole], .. whole[end..]]);
        await File.WriteAllBytesAsync(Path.Combine(folder, "seal.p7s"), SignatureIn(whole).Encode());
        await File.WriteAllTextAsync(Path.Combine(folder, "seal.pem"), key.CertificatePem);
        (await Tool.RunAsync(folder, "openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", "seal.p7s", "-content", "covered", "-CAfile", "seal.pem", "-out", "/dev/null")).Done();
    }

    [Fact]
    public async Task The_authority_s_token_is_in_the_seal()
    {
        await using var authority = await TimeStampServer.StartAsync();
        var seal = ASeal(out _, new SealOptions { TimeStampAuthority = authority.Address });
        var sealedPdf = await seal.SealWithTimeAsync(Draw(1), "Essai", At, default);

        Assert.True(sealedPdf.IsTimeStamped);
        Assert.True(await IsAcceptedAsync(sealedPdf.Bytes));
        var signer = SignatureIn(sealedPdf.Bytes).SignerInfos[0];
        var token = signer.UnsignedAttributes.Cast<CryptographicAttributeObject>().Single(one => one.Oid.Value == "1.2.840.113549.1.9.16.2.14").Values[0].RawData;
        await File.WriteAllBytesAsync(Path.Combine(folder, "token"), token);
        await File.WriteAllBytesAsync(Path.Combine(folder, "signature"), signer.GetSignature());
        (await Tool.RunAsync(folder, "openssl", "ts", "-verify", "-data", "signature", "-in", "token", "-token_in", "-CAfile", authority.Authority)).Done();
    }

    [Fact]
    public async Task An_authority_that_is_away_leaves_a_seal_without_token()
    {
        await using var authority = await TimeStampServer.StartAsync();
        authority.IsAway = true;
        var sealedPdf = await ASeal(out _, new SealOptions { TimeStampAuthority = authority.Address }).SealWithTimeAsync(Draw(1), "Essai", At, default);

        Assert.Equal((false, 1), (sealedPdf.IsTimeStamped, authority.Asked));
        Assert.True(await IsAcceptedAsync(sealedPdf.Bytes));
    }

    [Fact]
    public async Task No_authority_configured_is_no_question_asked()
    {
        var sealedPdf = await ASeal().SealWithTimeAsync(Draw(1), "Essai", At, default);
        Assert.False(sealedPdf.IsTimeStamped);
        Assert.True(await IsAcceptedAsync(sealedPdf.Bytes));
    }

    [Fact]
    public void The_seal_is_made_once_and_readable_by_its_owner_only()
    {
        _ = ASeal(out var first);
        _ = ASeal(out var second);
        Assert.Equal(first.Fingerprint, second.Fingerprint);
        var path = Path.Combine(folder, "keys", "seal.pem");
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.DoesNotContain("-----BEGIN PRIVATE KEY", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_nodes_starting_at_once_share_one_seal()
    {
        var prints = new string[10];
        Parallel.For(0, prints.Length, at =>
        {
            _ = ASeal(out var key);
            prints[at] = key.Fingerprint;
        });
        Assert.Single(prints.Distinct());
    }

    [Fact]
    public async Task A_key_this_folder_cannot_open_gives_way_to_a_new_one()
    {
        _ = ASeal(out var first);
        var old = first.Fingerprint;
        var renewed = Key(new EphemeralDataProtectionProvider(), new SealOptions());
        Assert.NotEqual(old, renewed.Fingerprint);
        Assert.Single(Directory.GetFiles(Path.Combine(folder, "keys"), "seal-*.pem"));
        Assert.True(await IsAcceptedAsync(SealOf(renewed, new SealOptions()).Seal(Draw(1), "Essai", At)));
    }

    [Fact]
    public async Task A_certificate_of_one_s_own_seals_too()
    {
        var path = Pkcs12("secret");
        var options = new SealOptions { Certificate = path, Password = "secret" };
        Assert.True(new SealOptionsCheck().Validate(null, options).Succeeded);
        var told = await SignaturesAsync(await KeepAsync(ASeal(out _, options).Seal(Draw(1), "Essai", At)));
        Assert.Contains("Cachet de la région", told, StringComparison.Ordinal);
        Assert.Contains("Signature is Valid", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_setting_is_said_at_start_by_its_key()
    {
        Assert.Contains("Seals:Certificate", new SealOptionsCheck().Validate(null, new SealOptions { Certificate = Pkcs12("secret"), Password = "autre" }).FailureMessage, StringComparison.Ordinal);
        Assert.Contains("Seals:Certificate", new SealOptionsCheck().Validate(null, new SealOptions { Certificate = Path.Combine(folder, "absent") }).FailureMessage, StringComparison.Ordinal);
        Assert.Contains("Seals:TimeStampAuthority", new SealOptionsCheck().Validate(null, new SealOptions { TimeStampAuthority = "ftp://exemple.test" }).FailureMessage, StringComparison.Ordinal);
        Assert.Contains("Seals:TimeOutSeconds", new SealOptionsCheck().Validate(null, new SealOptions { TimeOutSeconds = 0 }).FailureMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.4")]
    [InlineData("%PDF-1.4\nstartxref\n9\n%%EOF")]
    public void What_is_not_drawn_here_is_not_sealed(string text) =>
        Assert.Throws<InvalidDataException>(() => ASeal().Seal(System.Text.Encoding.ASCII.GetBytes(text), "Essai", At));

    [Fact]
    public void A_sealed_document_is_not_sealed_again() =>
        Assert.Throws<InvalidDataException>(() => ASeal().Seal(ASeal().Seal(Draw(1), "Essai", At), "Essai", At));

    private static byte[] Draw(int pages) => PdfSheet.Draw(new PdfInfo("Essai – Zoé", "Transition Numérique", At, "essai"), sheet =>
    {
        sheet.Line("Première page", 56, 100, new PdfText(20));
        for (var page = 1; page < pages; page++)
        {
            sheet.NextPage();
            sheet.Line($"Page {page}", 56, 100, new PdfText(12));
        }
    });

    private static (int Start, int End) HoleOf(byte[] pdf)
    {
        var start = pdf.AsSpan().LastIndexOf("/Contents <"u8) + "/Contents ".Length;
        return (start, start + pdf.AsSpan(start).IndexOf((byte)'>') + 1);
    }

    private static SignedCms SignatureIn(byte[] pdf)
    {
        var (start, end) = HoleOf(pdf);
        var bytes = Convert.FromHexString(System.Text.Encoding.ASCII.GetString(pdf[(start + 1)..(end - 1)]));
        var cms = new SignedCms(new ContentInfo([.. pdf[..start], .. pdf[end..]]), detached: true);
        cms.Decode(bytes.AsSpan(0, Length(bytes)));
        return cms;
    }

    // The length of a DER value, whose rest is padding.
    private static int Length(byte[] der)
    {
        System.Formats.Asn1.AsnDecoder.ReadEncodedValue(der, System.Formats.Asn1.AsnEncodingRules.BER, out _, out _, out var consumed);
        return consumed;
    }

    private PdfSeal ASeal() => ASeal(out _);

    private PdfSeal ASeal(out SealKey key, SealOptions? options = null)
    {
        key = Key(DataProtectionProvider.Create(new DirectoryInfo(Path.Combine(folder, "protection"))), options ?? new SealOptions());
        return SealOf(key, options ?? new SealOptions());
    }

    private SealKey Key(IDataProtectionProvider protection, SealOptions options) =>
        new(new DataFolder(folder), protection, Options.Create(options), Options.Create(new SiteOptions()), TimeProvider.System, NullLogger<SealKey>.Instance);

    private static PdfSeal SealOf(SealKey key, SealOptions options)
    {
        var times = new TimeStamps(Options.Create(options), NullLogger<TimeStamps>.Instance);
        return new PdfSeal(new CmsSeal(key, times), key, times, Options.Create(new SiteOptions()));
    }

    private string Pkcs12(string password)
    {
        using var pair = RSA.Create(2048);
        var made = new CertificateRequest("CN=Cachet de la région", pair, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(At.AddDays(-1), At.AddYears(5));
        var path = Path.Combine(folder, "region.p12");
        File.WriteAllBytes(path, made.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, password));
        return path;
    }

    private async Task<string> KeepAsync(byte[] pdf)
    {
        var path = Path.Combine(folder, "document.pdf");
        await File.WriteAllBytesAsync(path, pdf);
        return path;
    }

    private async Task<string> SignaturesAsync(string path) => (await Tool.RunAsync(folder, "pdfsig", path)).Output;

    private async Task<bool> IsAcceptedAsync(byte[] pdf)
    {
        var told = await SignaturesAsync(await KeepAsync(pdf));
        return told.Contains("Signature is Valid", StringComparison.Ordinal) && told.Contains("Total document signed", StringComparison.Ordinal);
    }
}
