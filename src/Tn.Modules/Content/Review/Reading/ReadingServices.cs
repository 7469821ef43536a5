using Microsoft.Extensions.DependencyInjection;
using Tn.Platform;

namespace Tn.Content.Review.Reading;

/// <summary>What readings need.</summary>
internal static class ReadingServices
{
    public static IServiceCollection AddReadings(this IServiceCollection services)
    {
        services.AddModelPart<ReadingTables>();
        return services.AddScoped<ReadingQueries>().AddScoped<RecordReading>();
    }
}
