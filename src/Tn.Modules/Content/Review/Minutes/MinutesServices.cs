using Microsoft.Extensions.DependencyInjection;

namespace Tn.Content.Review.Minutes;

/// <summary>What minutes need.</summary>
internal static class MinutesServices
{
    public static IServiceCollection AddMinutes(this IServiceCollection services) => services.AddScoped<MinutesWriter>().AddSingleton<MinutesPdf>();
}
