using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Tn.Platform.Seals;
using Tn.Platform.Web;

namespace Tn.Journey.Pages.Journey;

/// <summary>What a certificate of the seal shows of itself.</summary>
internal sealed record SealCertificate(string Holder, string Serial, DateOnly From, DateOnly Until, string Fingerprint, bool IsInUse);

/// <summary>The seal's certificates, to be compared with those in documents.</summary>
internal sealed class SealModel(SealKey key, TimeStamps timeStamps) : TnPageModel
{
    public IReadOnlyList<SealCertificate> Certificates { get; private set; } = [];

    public bool IsTimeStamped => timeStamps.IsConfigured;

    public void OnGet() => Certificates =
    [
        .. key.Known().Select((one, at) => new SealCertificate(
            one.GetNameInfo(System.Security.Cryptography.X509Certificates.X509NameType.SimpleName, forIssuer: false),
            one.SerialNumber,
            French.Day(new DateTimeOffset(one.NotBefore)),
            French.Day(new DateTimeOffset(one.NotAfter)),
            string.Join(' ', one.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant().Chunk(4).Select(group => new string(group))),
            at == 0)),
    ];

    public IActionResult OnGetCertificate() => File(Encoding.ASCII.GetBytes(key.CertificatePem), "application/x-pem-file", "cachet.pem");
}
