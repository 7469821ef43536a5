using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Tn.Content.Packages.Watch;

/// <summary>A folder of packages that are installed when they change. Configuration section <c>Content</c>; for developers and authors on their own machine.</summary>
internal sealed class WatchOptions
{
    /// <summary>A package's folder (a Git working copy), or one that holds several; empty for none.</summary>
    public string? Watch { get; set; }
}

/// <summary>Only in Development: elsewhere whoever writes into a folder would write for the site.</summary>
internal sealed class WatchOptionsCheck(IHostEnvironment environment) : IValidateOptions<WatchOptions>
{
    public ValidateOptionsResult Validate(string? name, WatchOptions options) => options.Watch switch
    {
        null or "" => ValidateOptionsResult.Success,
        _ when !environment.IsDevelopment() => ValidateOptionsResult.Fail("Content:Watch n’est permis qu’en développement : enlevez ce réglage, et installez par /admin/paquets ou « packages install »."),
        _ when !Directory.Exists(options.Watch) => ValidateOptionsResult.Fail($"Content:Watch : le dossier « {options.Watch} » n’existe pas."),
        _ => ValidateOptionsResult.Success,
    };
}
