using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace Tn.Platform.Seals;

/// <summary>With what documents are sealed. Configuration section <c>Seals</c>; without it the programme makes its own certificate.</summary>
public sealed class SealOptions
{
    /// <summary>Path of a PKCS#12 file with a certificate and its private key, or null.</summary>
    public string? Certificate { get; set; }

    /// <summary>Password of <see cref="Certificate"/>.</summary>
    public string? Password { get; set; }

    /// <summary>Address of an RFC 3161 time-stamp authority, or null: then nothing is time-stamped and nobody is asked.</summary>
    public string? TimeStampAuthority { get; set; }

    /// <summary>How long the authority may take, 1 to 60 seconds.</summary>
    public int TimeOutSeconds { get; set; } = 10;
}

/// <summary>Refuses to start with a certificate or an address that would only fail at the first signature.</summary>
internal sealed class SealOptionsCheck : IValidateOptions<SealOptions>
{
    public ValidateOptionsResult Validate(string? name, SealOptions options)
    {
        if (options.TimeStampAuthority is { Length: > 0 } address && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            return ValidateOptionsResult.Fail("Seals:TimeStampAuthority must be an absolute http or https address.");
        }

        if (options.TimeOutSeconds is < 1 or > 60)
        {
            return ValidateOptionsResult.Fail("Seals:TimeOutSeconds must be between 1 and 60.");
        }

        return options.Certificate is { Length: > 0 } path ? Open(path, options.Password) : ValidateOptionsResult.Success;
    }

    private static ValidateOptionsResult Open(string path, string? password)
    {
        try
        {
            return SealIdentity.OfPkcs12(path, password) is null
                ? ValidateOptionsResult.Fail("Seals:Certificate must hold a certificate with its private key, RSA or ECDSA.")
                : ValidateOptionsResult.Success;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return ValidateOptionsResult.Fail($"Seals:Certificate cannot be opened as a PKCS#12 file with Seals:Password: {failure.Message}");
        }
    }
}

/// <summary>A certificate with its private key, and the certificates above it when it has some.</summary>
internal sealed record SealIdentity(X509Certificate2 Certificate, X509Certificate2Collection Above)
{
    /// <summary>Reads a PKCS#12 file; null when no certificate in it has a private key.</summary>
    public static SealIdentity? OfPkcs12(string path, string? password)
    {
        var all = X509CertificateLoader.LoadPkcs12CollectionFromFile(path, password);
        return all.FirstOrDefault(one => one.HasPrivateKey) is { } own
            ? new SealIdentity(own, [.. all.Where(one => !ReferenceEquals(one, own))])
            : null;
    }
}
