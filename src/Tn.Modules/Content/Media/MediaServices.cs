using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tn.Content.Media.Intake;
using Tn.Content.Media.Keep;
using Tn.Content.Media.Reading;
using Tn.Content.Media.Showing;
using Tn.Platform;
using Tn.Platform.Data;
using Tn.Platform.Events;
using Tn.Platform.Files;
using Tn.Platform.Jobs;
using Tn.Platform.Web;

namespace Tn.Content.Media;

/// <summary>Registers the library.</summary>
internal static class MediaServices
{
    public static IServiceCollection AddMediaLibrary(this IServiceCollection services)
    {
        services.AddModelPart<MediaTables>();
        services.AddOptions<MediaOptions>().BindConfiguration("Media").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ImageWorks>();
        services.AddSingleton<IPictures>(provider => provider.GetRequiredService<ImageWorks>());
        services.AddSingleton<MediaPreparer>();
        services.AddScoped<IMediaIntake, MediaIntake>();
        services.AddScoped<IFileReferences, MediaFileReferences>();
        services.AddScoped<MediaRights>();
        services.AddScoped<MediaQuota>();
        services.AddScoped<MediaQueries>();
        services.AddScoped<MediaCheck>();
        services.AddScoped<MediaShelf>();
        services.AddScoped<Pictures>();
        services.AddScoped<VariantsWork>();
        services.AddScoped<UploadMedia>();
        services.AddScoped<ReplaceMedia>();
        services.AddScoped<DescribeMedia>();
        services.AddScoped<DeleteMedia>();
        services.AddSingleton<IEndpointPart, MediaDoor>();
        services.AddScoped<IPersonalData, MediaData>();
        services.AddEventHandler<MediaChanged, WhenMediaChanges>();
        services.AddRecurringWork<BuildVariants>("media-variants", "* * * * *");
        return services;
    }
}

/// <summary>The stored files that medias are made of.</summary>
internal sealed class MediaFileReferences(TnDbContext db) : IFileReferences
{
    public async Task<IReadOnlySet<FileKey>> AmongAsync(IReadOnlyCollection<FileKey> keys, CancellationToken cancellationToken)
    {
        var texts = keys.Select(key => key.Value).ToList();
        var used = await db.Set<MediaFile>().Where(row => texts.Contains(row.FileKey)).Select(row => row.FileKey).Distinct().ToListAsync(cancellationToken);
        return used.Select(FileKey.Parse).ToHashSet();
    }
}
