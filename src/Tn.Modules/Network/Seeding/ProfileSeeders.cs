using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tn.Network.Profiles;
using Tn.Platform.CommandLine;
using Tn.Platform.Data;

namespace Tn.Network.Seeding;

/// <summary>Trial advisors.</summary>
internal sealed class AdvisorSeeder(TnDbContext db, TimeProvider clock) : ISeeder
{
    public Task SeedAsync(int count, IProgress<int> progress, CancellationToken cancellationToken) =>
        TrialProfiles.AddAsync(db, NetworkKind.Advisor, count, clock.GetUtcNow(), progress, cancellationToken);
}

/// <summary>Trial consultants.</summary>
internal sealed class ConsultantSeeder(TnDbContext db, TimeProvider clock) : ISeeder
{
    public Task SeedAsync(int count, IProgress<int> progress, CancellationToken cancellationToken) =>
        TrialProfiles.AddAsync(db, NetworkKind.Consultant, count, clock.GetUtcNow(), progress, cancellationToken);
}

/// <summary>
/// Profiles in number, for load tests: the n-th is always the same, and nobody stands behind it (no account, no mail).
/// Their addresses begin with <c>essai-</c>. Written without events: the verb rebuilds the index once at the end.
/// </summary>
internal static class TrialProfiles
{
    private const int Batch = 2_000;

    private static readonly string[] Given = ["Camille", "Louis", "Inès", "Jules", "Chloé", "Karim", "Zoé", "Gaël", "Aïcha", "Noël", "Maëlys", "Théo", "Lucie", "Rayan", "Océane", "Yann", "Fatou", "Hugo", "Émilie", "Baptiste"];
    private static readonly string[] Family = ["Martin", "Bernard", "Petit", "Robert", "Durand", "Moreau", "Lefèvre", "Garcia", "Roux", "Fournier", "Girard", "Hoarau", "Nguyen", "Le Gall", "Mercier", "Benali", "Faure", "Blanc", "Guérin", "Boyer", "Chevalier", "Diallo", "Marchand", "Payet", "Roussel"];
    private static readonly string[] Trades = ["boulangers", "électriciens", "coiffeurs", "restaurateurs", "plombiers", "maraîchers", "libraires", "garagistes", "hôteliers", "menuisiers", "fleuristes", "infirmiers", "maçons", "viticulteurs", "photographes"];
    private static readonly string[] Needs = ["la facturation électronique", "la présence en ligne", "les sauvegardes", "la cybersécurité", "le registre des données", "la vente en ligne", "les devis", "la prise de rendez-vous", "les mots de passe", "la gestion des stocks"];
    private static readonly string[] Towns = ["Orléans", "Limoges", "Lille", "Quimper", "Guéret", "Marseille", "Toulouse", "Valence", "Strasbourg", "Bordeaux", "Aurillac", "Nantes", "Montpellier", "Épinal", "Ajaccio", "Saint-Denis", "Cayenne", "Mamoudzou", "Rouen", "Tours", "Dijon", "Brest", "Nice", "Metz", "Pau"];

    public static async Task AddAsync(TnDbContext db, NetworkKind kind, int count, DateTimeOffset at, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var prefix = $"essai-{(kind == NetworkKind.Advisor ? "conseiller" : "consultant")}-";
        var first = await db.Set<NetworkProfile>().CountAsync(profile => profile.Slug.StartsWith(prefix), cancellationToken);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        for (var done = 0; done < count; done += Batch)
        {
            var size = Math.Min(Batch, count - done);
            db.AddRange(Enumerable.Range(first + done, size).Select(number => Make(kind, prefix, number, at)));
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            progress.Report(done + size);
        }
    }

    private static NetworkProfile Make(NetworkKind kind, string prefix, int number, DateTimeOffset at)
    {
        var dice = new Dice(prefix + number.ToString(CultureInfo.InvariantCulture));
        var town = dice.Pick(Towns);
        var profile = NetworkProfile.Begin(
            new PersonId(dice.Id), kind, $"{dice.Pick(Given)} {dice.Pick(Family)}", prefix + number.ToString(CultureInfo.InvariantCulture), at);
        profile.Describe(
            new ProfileDetails(
                $"Structure d’essai de {town}",
                kind == NetworkKind.Advisor ? "Conseil au numérique" : "Conseil indépendant",
                $"J’accompagne les {dice.Pick(Trades)} et les {dice.Pick(Trades)} sur {dice.Pick(Needs)} et {dice.Pick(Needs)}, autour de {town}.",
                [.. Axes.All.Where(_ => dice.Next(3) == 0).Select(axis => axis.Key)],
                [.. Enumerable.Range(0, 1 + dice.Next(2)).Select(_ => dice.Pick(Departments.All).Code).Distinct()],
                town,
                ["français"]),
            at);
        profile.ShowOnly(Enum.GetValues<ProfileField>().Except([ProfileField.Contact]), at);
        return profile;
    }

    /// <summary>Chance that always falls the same way for the same seed, on every machine.</summary>
    private sealed class Dice(string seed)
    {
        private readonly byte[] faces = SHA256.HashData(Encoding.UTF8.GetBytes(seed));
        private int thrown;

        public Guid Id => new(faces.AsSpan(16, 16));

        public int Next(int sides) => ((faces[thrown++ % 32] << 8) | faces[thrown * 7 % 32]) % sides;

        public T Pick<T>(IReadOnlyList<T> from) => from[Next(from.Count)];
    }
}
