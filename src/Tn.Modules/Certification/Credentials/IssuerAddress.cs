using Microsoft.Extensions.Options;
using Tn.Certification.Credentials.Keys;
using Tn.Platform.Web;

namespace Tn.Certification.Credentials;

/// <summary>The names that signed documents carry. They are signed: changing <c>Site:BaseUrl</c> later changes who one is.</summary>
internal sealed class IssuerAddress(IOptions<SiteOptions> site)
{
    private readonly Uri root = new(site.Value.BaseUrl);

    /// <summary>The programme, as <c>did:web</c> (W3C CCG): its document stands at <c>/.well-known/did.json</c>.</summary>
    public string Did => $"did:web:{(root.IsDefaultPort ? root.Host : $"{root.Host}%3A{root.Port}")}";

    public string Name => site.Value.Name;

    public string Profile => Absolute("/credentials/issuer");

    public string Of(IssuerKey key) => $"{Did}#{key.Name}";

    /// <summary>The credential of a certificate.</summary>
    public string Credential(string code) => Absolute($"/credentials/{code}");

    public string Absolute(string path) => site.Value.Absolute(path);

    /// <summary>The code in an address of a credential of ours, or null.</summary>
    public string? CodeOf(string? address)
    {
        var prefix = Absolute("/credentials/");
        return address is not null && address.StartsWith(prefix, StringComparison.Ordinal) && Certificates.CertificateCode.Parse(address[prefix.Length..]) is { } code
            && address[prefix.Length..] == code
                ? code
                : null;
    }
}
