using Microsoft.Extensions.DependencyInjection;
using Tn.Content.Review.Threads.Answer;
using Tn.Content.Review.Threads.Open;
using Tn.Content.Review.Threads.Settle;
using Tn.Platform;

namespace Tn.Content.Review.Threads;

/// <summary>What discussions of passages need.</summary>
internal static class ThreadServices
{
    public static IServiceCollection AddThreads(this IServiceCollection services)
    {
        services.AddModelPart<ThreadTables>();
        return services
            .AddScoped<ThreadQueries>()
            .AddScoped<ThreadLetters>()
            .AddScoped<OpenThread>()
            .AddScoped<AnswerThread>()
            .AddScoped<SettleThread>();
    }
}
