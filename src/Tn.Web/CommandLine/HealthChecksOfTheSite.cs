using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Tn.Kernel;
using Tn.Platform;
using Tn.Platform.Data;

namespace Tn.Web.CommandLine;

/// <summary>What one check found.</summary>
/// <param name="Subject">What was looked at.</param>
/// <param name="Sentence">What was found and, when it is not good, what to do.</param>
internal sealed record HealthFinding(string Subject, bool IsGood, string Sentence);

/// <summary>The checks behind <c>doctor</c>; each answers with a finding and never throws.</summary>
internal static class HealthChecksOfTheSite
{
    private const long LeastFreeBytes = 500L * 1024 * 1024;

    /// <summary>All checks, in the order a person would repair things.</summary>
    public static readonly IReadOnlyList<Func<IServiceProvider, CancellationToken, Task<HealthFinding>>> All =
        [AddressAsync, DiskAsync, DatabaseAsync, IndexAsync, MailAsync, ClockAsync];

    private static Task<HealthFinding> AddressAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var address = services.GetRequiredService<IConfiguration>()["Site:BaseUrl"];
        var good = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
        return Found("Adresse du site", good, good ? address! : "Site:BaseUrl manque ou n’est pas une adresse complète ; les liens des courriels et des certificats en dépendent.");
    }

    private static Task<HealthFinding> DiskAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var folder = services.GetRequiredService<DataFolder>();
        var free = new DriveInfo(folder.Root).AvailableFreeSpace;
        var megabytes = (free / 1024 / 1024).ToString("N0", French.Culture);
        return Found("Disque", free > LeastFreeBytes, free > LeastFreeBytes
            ? $"{megabytes} Mo libres dans {folder.Root}."
            : $"Il ne reste que {megabytes} Mo dans {folder.Root} : libérez de la place avant que des réponses ne puissent plus être gardées.");
    }

    private static async Task<HealthFinding> DatabaseAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            var db = services.GetRequiredService<TnDbContext>();
            var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
            if (pending > 0)
            {
                return new("Base de données", false, $"{French.Count(pending, "mise à jour attend", "mises à jour attendent")} : lancez la commande migrate.");
            }

            var fault = await IntegrityFaultAsync(db, cancellationToken);
            return fault is null
                ? new("Base de données", true, $"{db.Database.ProviderName}, à jour et saine.")
                : new("Base de données", false, $"Le contrôle d’intégrité a trouvé : {fault}. Arrêtez le site et restaurez la dernière sauvegarde.");
        }
        catch (Exception failure) when (failure is DbException or InvalidOperationException or IOException)
        {
            return new("Base de données", false, $"Elle ne répond pas ({failure.Message}). Vérifiez Database:Provider et Database:ConnectionString.");
        }
    }

    private static async Task<string?> IntegrityFaultAsync(TnDbContext db, CancellationToken cancellationToken)
    {
        if (!db.Database.IsSqlite())
        {
            return null;
        }

        var answer = await db.Database.SqlQueryRaw<string>("SELECT quick_check AS Value FROM pragma_quick_check").ToListAsync(cancellationToken);
        return answer is ["ok"] ? null : string.Join(", ", answer.Take(3));
    }

    private static Task<HealthFinding> IndexAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var folder = services.GetRequiredService<DataFolder>().File("index");
        var there = Directory.Exists(folder) && Directory.EnumerateFiles(folder, "segments*", SearchOption.AllDirectories).Any();
        return Found("Index de recherche", there, there ? "Présent." : "Il n’y en a pas encore : il se construira au démarrage, ou lancez la commande search rebuild.");
    }

    private static Task<HealthFinding> MailAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var settings = services.GetRequiredService<IConfiguration>().GetSection("Mail");
        if (string.Equals(settings["Mode"], "smtp", StringComparison.OrdinalIgnoreCase))
        {
            var good = !string.IsNullOrWhiteSpace(settings["Host"]);
            return Found("Courrier", good, good ? $"SMTP par {settings["Host"]}." : "Mail:Host manque alors que Mail:Mode est smtp.");
        }

        var folder = services.GetRequiredService<DataFolder>().Folder("mails");
        return Found("Courrier", true, $"Écrit dans {folder} ; personne ne reçoit rien tant que Mail:Mode n’est pas smtp.");
    }

    private static Task<HealthFinding> ClockAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var built = new DateTimeOffset(File.GetLastWriteTimeUtc(typeof(HealthChecksOfTheSite).Assembly.Location), TimeSpan.Zero);
        var good = now >= built.AddDays(-1);
        return Found("Horloge", good, good ? $"{French.Moment(now)}, heure de Paris." : "Elle est en retard sur la date du programme : les échéances seraient fausses. Réglez l’heure du système.");
    }

    private static Task<HealthFinding> Found(string subject, bool good, string sentence) => Task.FromResult(new HealthFinding(subject, good, sentence));
}
