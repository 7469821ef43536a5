using Microsoft.Extensions.DependencyInjection;
using Tn.Content.Questions.Files;
using Tn.Content.Questions.Import;

namespace Tn.Content.Questions;

/// <summary>The feature's services.</summary>
internal static class QuestionServices
{
    /// <summary>Adds the readers of questions.</summary>
    public static IServiceCollection AddQuestions(this IServiceCollection services) => services
        .AddSingleton<GiftParser>()
        .AddSingleton<QuestionBuilder>()
        .AddSingleton<GiftReader>()
        .AddSingleton<QuestionFiles>()
        .AddScoped<ReadQuestionFile>()
        .AddScoped<ExportBank>();
}
