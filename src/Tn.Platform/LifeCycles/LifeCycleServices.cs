using Microsoft.Extensions.DependencyInjection;
using Tn.Kernel;

namespace Tn.Platform.LifeCycles;

/// <summary>Registers the life cycles that the product draws and explains.</summary>
public static class LifeCycleServices
{
    /// <summary>Adds a life cycle.</summary>
    /// <param name="cycle">Asked when the first page needs it: drawing and checking ten of them took a fifth of a second of every start.</param>
    public static IServiceCollection AddLifeCycle(this IServiceCollection services, Func<LifeCycle> cycle) =>
        services.AddSingleton(_ => cycle());
}
