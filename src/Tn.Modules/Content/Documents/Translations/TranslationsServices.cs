using Microsoft.Extensions.DependencyInjection;

namespace Tn.Content.Documents.Translations;

/// <summary>What documents in several languages need.</summary>
internal static class TranslationsServices
{
    public static IServiceCollection AddTranslations(this IServiceCollection services) => services
        .AddScoped<TranslationQueries>()
        .AddScoped<Translate>();
}
