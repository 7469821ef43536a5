using Microsoft.Extensions.Configuration;

namespace Tn.Certification.Verification;

/// <summary>Absolute addresses, for what is printed.</summary>
internal sealed class SiteAddress(IConfiguration configuration)
{
    private readonly string root = (configuration["Site:BaseUrl"] ?? "http://localhost:5080").TrimEnd('/');

    /// <summary>The programme's name, as configured.</summary>
    public string Name { get; } = configuration["Site:Name"] ?? "Transition Numérique";

    /// <summary>The page that checks a certificate.</summary>
    public string Verify(string code) => $"{root}/verifier/{code}";
}
