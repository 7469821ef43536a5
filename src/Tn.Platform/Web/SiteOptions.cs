using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Tn.Platform.Web;

/// <summary>What the site is called and where it answers. Configuration section <c>Site</c>.</summary>
public sealed class SiteOptions
{
    /// <summary>As written in titles and mails.</summary>
    public string Name { get; set; } = "Transition Numérique";

    /// <summary>Public address, with its scheme: links in mails and on papers start with it.</summary>
    public string BaseUrl { get; set; } = "http://localhost:5080";

    /// <summary>The absolute address of a site-relative path.</summary>
    public string Absolute(string path) => BaseUrl.TrimEnd('/') + path;
}

/// <summary>Reads and checks the section.</summary>
internal static class SiteSetup
{
    public static IServiceCollection AddSiteOptions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SiteOptions>()
            .Bind(configuration.GetSection("Site"))
            .Validate(
                site => Uri.TryCreate(site.BaseUrl, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https"),
                "Site:BaseUrl must be an absolute http or https address, for example https://www.example.fr.")
            .ValidateOnStart();
        return services;
    }
}
