using Microsoft.Extensions.DependencyInjection;
using Tn.Platform.Events;
using Tn.Platform.Startup;

namespace Tn.Content.AxesInForce;

/// <summary>The axes that the committee defines.</summary>
internal static class AxesServices
{
    public static IServiceCollection AddAxes(this IServiceCollection services) => services
        .AddSingleton<AxisRegister>()
        .AddScoped<IPreparation, AxesAtStart>()
        .AddEventHandler<ContentPublished, WhenAxesChange>()
        .AddEventHandler<ContentArchived, WhenAxesChange>()
        .AddHostedService<AxesOfOtherNodes>();
}
