using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Tn.Platform.Seals;

/// <summary>Signs bytes with the programme's seal: a detached CMS with what CAdES asks (RFC 5652, RFC 5035).</summary>
public sealed class CmsSeal(SealKey key, TimeStamps timeStamps)
{
    private static readonly Oid SigningCertificateV2 = new("1.2.840.113549.1.9.16.2.47");
    private static readonly Oid SignatureTimeStamp = new("1.2.840.113549.1.9.16.2.14");

    /// <summary>The detached signature (DER), without a time-stamp.</summary>
    public byte[] Sign(byte[] data) => Signed(data).Encode();

    /// <summary>The detached signature with the authority's token as an unsigned attribute when there is one.</summary>
    internal async Task<(byte[] Cms, bool IsTimeStamped)> SignWithTimeAsync(byte[] data, CancellationToken cancellationToken)
    {
        var cms = Signed(data);
        var token = await timeStamps.OfSignatureAsync(cms.SignerInfos[0], cancellationToken);
        if (token is not null)
        {
            cms.SignerInfos[0].AddUnsignedAttribute(new AsnEncodedData(SignatureTimeStamp, token));
        }

        return (cms.Encode(), token is not null);
    }

    private SignedCms Signed(byte[] data)
    {
        var (certificate, above) = key.Identity;
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate)
        {
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"),
            // Given by hand: building the chain could ask the network.
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.Certificates.AddRange(above);
        signer.SignedAttributes.Add(new AsnEncodedData(SigningCertificateV2, CertificateReference(certificate)));
        var cms = new SignedCms(new ContentInfo(data), detached: true);
        cms.ComputeSignature(signer, silent: true);
        return cms;
    }

    // Binds the signature to one certificate, so that another one with the same key cannot take its place; SHA-256 is the default and left out.
    private static byte[] CertificateReference(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
        }

        return writer.Encode();
    }
}
