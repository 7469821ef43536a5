using Microsoft.Extensions.DependencyInjection;

namespace Tn.Content.Menus;

/// <summary>What the layout and the home page are furnished with.</summary>
internal static class MenusServices
{
    public static IServiceCollection AddMenus(this IServiceCollection services) => services
        .AddSingleton(new ShippedFurniture(Path.Combine(AppContext.BaseDirectory, "content", "programme")))
        .AddScoped<ISiteFurniture, SiteFurniture>();
}
