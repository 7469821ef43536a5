using Microsoft.Extensions.DependencyInjection;

namespace Tn.Themes.Encre;

/// <summary>The default theme: ink on paper. Its layout, style sheet and marks need no service of their own.</summary>
public static class EncreTheme
{
    /// <summary>Adds the theme.</summary>
    public static IServiceCollection AddEncre(this IServiceCollection services) => services;
}
