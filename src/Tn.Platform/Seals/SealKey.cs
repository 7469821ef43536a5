using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tn.Platform.Files;
using Tn.Platform.Web;

namespace Tn.Platform.Seals;

/// <summary>
/// The certificate and key of the programme's seal: those of the configuration, or else a pair of our own, made once.
/// Ours stands in <c>keys/seal.pem</c> of the data folder, beside the keys that nodes share, readable by its owner only;
/// the private half is encrypted by data protection, as the issuer's keys are.
/// </summary>
public sealed partial class SealKey
{
    private const string KeyLabel = "PROTECTED PRIVATE KEY";
    private static readonly TimeSpan Life = TimeSpan.FromDays(3652);
    private static readonly TimeSpan LastYear = TimeSpan.FromDays(365);

    private readonly string path;
    private readonly IDataProtector protector;
    private readonly SealOptions options;
    private readonly string programme;
    private readonly TimeProvider clock;
    private readonly ILogger<SealKey> log;
    private readonly Lazy<SealIdentity> identity;

    public SealKey(DataFolder folder, IDataProtectionProvider protection, IOptions<SealOptions> options, IOptions<SiteOptions> site, TimeProvider clock, ILogger<SealKey> log)
    {
        path = Path.Combine(folder.Folder("keys"), "seal.pem");
        protector = protection.CreateProtector("Tn.Platform.Seal.v1");
        this.options = options.Value;
        programme = site.Value.Name;
        this.clock = clock;
        this.log = log;
        identity = new Lazy<SealIdentity>(Open);
    }

    /// <summary>The certificate, without its key: what others verify with.</summary>
    public string CertificatePem => identity.Value.Certificate.ExportCertificatePem() + "\n";

    /// <summary>SHA-256 of the certificate, lower-case hexadecimal: what people compare.</summary>
    public string Fingerprint => identity.Value.Certificate.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant();

    /// <summary>Every certificate that sealed here, the present one first: papers outlive a certificate.</summary>
    public IReadOnlyList<X509Certificate2> Known() =>
    [
        identity.Value.Certificate,
        .. Directory.EnumerateFiles(Path.GetDirectoryName(path)!, "seal*.pem")
            .Select(file => X509Certificate2.CreateFromPem(File.ReadAllText(file)))
            .Where(one => !one.Equals(identity.Value.Certificate))
            .OrderByDescending(one => one.NotBefore),
    ];

    internal SealIdentity Identity => identity.Value;

    private SealIdentity Open()
    {
        if (options.Certificate is { Length: > 0 } given)
        {
            return SealIdentity.OfPkcs12(given, options.Password) ?? throw new InvalidOperationException("Seals:Certificate holds no private key.");
        }

        return Read() ?? Make();
    }

    // Null when there is none, when its last year has begun, or when this data folder's keys cannot open it.
    private SealIdentity? Read()
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var text = File.ReadAllText(path);
        var own = X509Certificate2.CreateFromPem(text);
        try
        {
            if (own.NotAfter.ToUniversalTime() - LastYear > clock.GetUtcNow().UtcDateTime)
            {
                using var key = ECDsa.Create();
                key.ImportPkcs8PrivateKey(protector.Unprotect(ProtectedIn(text)), out _);
                return new SealIdentity(own.CopyWithPrivateKey(key), []);
            }
        }
        catch (CryptographicException failure)
        {
            LogUnreadable(failure);
        }

        // What it sealed carries its certificate: nothing is lost but the key.
        File.Move(path, Path.Combine(Path.GetDirectoryName(path)!, $"seal-{own.SerialNumber}.pem"), overwrite: true);
        return null;
    }

    private SealIdentity Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var own = CertificateOf(key);
        var text = $"{own.ExportCertificatePem()}\n{PemEncoding.WriteString(KeyLabel, protector.Protect(key.ExportPkcs8PrivateKey()))}\n";
        var temporary = $"{path}.{Path.GetRandomFileName()}";
        Write(temporary, Encoding.ASCII.GetBytes(text));

        try
        {
            File.Move(temporary, path);
            FolderSync.Flush(Path.GetDirectoryName(path)!);
            return new SealIdentity(own, []);
        }
        catch (IOException failure) when (File.Exists(path))
        {
            // Another node started at the same moment and was first: one seal for all.
            File.Delete(temporary);
            return Read() ?? throw new InvalidOperationException($"{path} was made by another node and cannot be opened here: nodes must share the keys folder.", failure);
        }
    }

    private static void Write(string path, byte[] bytes)
    {
        var mode = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            mode.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, mode);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }

    private X509Certificate2 CertificateOf(ECDsa key)
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(Cut($"Cachet de {programme}"));
        name.AddOrganizationName(Cut(programme));
        var request = new CertificateRequest(name.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        var now = clock.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now + Life);
    }

    private static byte[] ProtectedIn(string pem)
    {
        for (var rest = pem.AsSpan(); PemEncoding.TryFind(rest, out var field); rest = rest[field.Location.End..])
        {
            if (rest[field.Label].SequenceEqual(KeyLabel))
            {
                return Convert.FromBase64String(rest[field.Base64Data].ToString());
            }
        }

        throw new CryptographicException("The file of the seal holds no private key.");
    }

    // X.520 allows 64 characters.
    private static string Cut(string name) => name.Length <= 64 ? name : name[..64];

    [LoggerMessage(LogLevel.Error, "The seal's key cannot be opened with this data folder's keys; a new one is made.")]
    private partial void LogUnreadable(Exception failure);
}
