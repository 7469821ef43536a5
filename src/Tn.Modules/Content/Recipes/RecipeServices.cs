using Microsoft.Extensions.DependencyInjection;
using Tn.Content.Commands;
using Tn.Platform.CommandLine;

namespace Tn.Content.Recipes;

/// <summary>The feature's services.</summary>
internal static class RecipeServices
{
    /// <summary>Adds recipes: read, imported, exported.</summary>
    public static IServiceCollection AddRecipes(this IServiceCollection services) => services
        .AddSingleton<RecipeReader>()
        .AddScoped<ImportRecipe>()
        .AddScoped<ExportRecipe>()
        .AddSingleton<IVerb, RecipesVerb>();
}
