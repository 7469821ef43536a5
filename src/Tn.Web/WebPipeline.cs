using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Hangfire;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using Tn.Kernel;
using Tn.Platform;
using Tn.Platform.CommandLine;
using Tn.Platform.Web;
using Tn.Web.CommandLine;
using Tn.Web.Sandbox;

namespace Tn.Web;

/// <summary>The HTTP side: services and the order of the pipeline.</summary>
internal static class WebPipeline
{
    public static void AddWeb(this WebApplicationBuilder builder, DataFolder folder)
    {
        var services = builder.Services;
        // There are no controllers: to look for some would load every class of the product at every start.
        services.AddRazorPages().AddPagesWhenAsked().AddMessages().AddKnownVerbsOnly()
            .ConfigureApplicationPartManager(parts => parts.FeatureProviders.Remove(parts.FeatureProviders.OfType<ControllerFeatureProvider>().Single()));
        services.AddSentences(typeof(WebPipeline).Assembly);
        // French letters are written as they are, not as entities; what is dangerous in HTML still is encoded.
        services.AddWebEncoders(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton<CookieTempDataProvider>();
        services.AddSingleton<ITempDataProvider, ConfirmationCookie>();
        services.AddProblemDetails();
        // One pass over a cookie or a token instead of two (encrypted, then signed): every signed-in page opens two and seals one.
        // Keys made before keep the way they were made for.
        services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(folder.Folder("keys"))).SetApplicationName("TransitionNumerique")
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        services.AddAntiforgery(options => options.Cookie.Name = "tn-jeton");
        // Strangers choose some of the addresses: what they can make a small server keep has a bound of its own.
        services.AddOutputCache(cache => cache.SizeLimit = 32 * 1024 * 1024);
        services.AddOptions<OutputCacheOptions>().Configure<IOptions<CookieTempDataProviderOptions>>((cache, confirmation) =>
            cache.AddPolicy(PublishedPagePolicy.Name, new PublishedPagePolicy(confirmation)));
        services.AddRateLimiter(options => options.RejectionStatusCode = StatusCodes.Status429TooManyRequests);
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        // What Brotli calls quality 0: « NoCompression » compresses. Half to two thirds of what quality 1 (« Fastest ») costs, for a lesson
        // of the same size, and four per cent more for most pages, nine for the longest.
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.NoCompression);
        services.AddSingleton<IHttpResponseStreamWriterFactory, WholePageWriters>();
        services.AddHealthChecks();
        services.AddSingleton<IVerb, MigrateVerb>();
        services.AddSingleton<IVerb, DoctorVerb>();
        services.AddSingleton<AdvanceClock>();
        services.AddSingleton<SandboxDesk>();
        services.AddHostedService(provider => provider.GetRequiredService<SandboxDesk>());
        services.AddSingleton<IVerb, SandboxVerb>();
        services.Configure<RequestLocalizationOptions>(LanguageChoice.Configure);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
    }

    public static void UseWeb(this WebApplication app)
    {
        app.UseExceptionHandler("/erreur/500");
        app.UseStatusCodePagesWithReExecute("/erreur/{0}");
        app.UseMovedAddresses();
        app.UseSecurityHeaders();
        app.UseRequestLocalization();
        app.UseNoNulCharacters();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseOutputCache();
        // Inside the cache, so that a public page is compressed once for all who accept the same encoding.
        app.UseResponseCompression();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapEndpointParts();
        app.MapHealthChecks("/health/live");
        app.MapHealthChecks("/health/ready");
        app.MapHangfireDashboard("/admin/taches", new DashboardOptions { Authorization = [], AppPath = "/admin", DashboardTitle = "Tâches" })
            .RequireAuthorization(nameof(Permission.ManageJobs));
    }
}
