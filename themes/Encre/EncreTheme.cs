using Microsoft.Extensions.DependencyInjection;
using Tn.Platform.Web;

namespace Tn.Themes.Encre;

/// <summary>The default theme: ink on paper. Its layout, style sheet and marks need no service but words.</summary>
public static class EncreTheme
{
    /// <summary>Adds the theme.</summary>
    public static IServiceCollection AddEncre(this IServiceCollection services) => services.AddSentences(typeof(EncreTheme).Assembly);
}
