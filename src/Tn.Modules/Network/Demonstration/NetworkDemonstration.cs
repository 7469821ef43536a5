using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tn.Network.Centres;
using Tn.Network.Profiles;
using Tn.Platform.Data;
using Tn.Platform.Demonstration;
using Tn.Platform.Search;

namespace Tn.Network.Demonstration;

/// <summary>The network of a new site: profiles of its advisors and consultants, and twenty centres.</summary>
internal sealed class NetworkDemonstration(TnDbContext db, IPeople people, SaveMyProfile save, TimeProvider clock) : IDemonstration
{
    /// <summary>By axis, in the order of <see cref="Axes.All"/>: what people say goes with the theme they help on.</summary>
    private static readonly string[][] Presentations =
    [
        [
            "J’accompagne les commerces et les artisans qui veulent être trouvés en ligne : fiche d’établissement, site simple, avis des clients. Je me déplace dans les communes, le plus souvent le lundi, jour de fermeture.",
            "Vendre en ligne sans y perdre ses soirées : catalogue, paiement, retrait en boutique. J’interviens aussi auprès des gîtes, des producteurs et des marchés.",
            "Premier diagnostic d’une heure, gratuit et neutre : on regarde ensemble ce que vos clients trouvent de vous, puis on choisit une seule chose à changer ce mois-ci.",
        ],
        [
            "Mots de passe, sauvegardes, messages frauduleux : les bons réflexes d’un électricien, d’un cabinet ou d’une boulangerie, sans vocabulaire compliqué.",
            "Ancien dépanneur informatique, j’aide les petites équipes à savoir quoi faire le jour où tout s’arrête : qui appeler, quoi débrancher, où sont les sauvegardes.",
            "Ateliers de deux heures sur la cybersécurité au quotidien, à partir de vrais messages frauduleux reçus par des entreprises du département.",
        ],
        [
            "Facturation électronique, devis, suivi de trésorerie : je montre d’abord ce que l’entreprise peut faire avec ce qu’elle possède déjà. Ateliers en petits groupes, ordinateurs fournis.",
            "Je prépare les plombiers, les menuisiers et les coiffeurs à recevoir puis à émettre des factures électroniques, avec leur comptable et sans changer tous leurs outils.",
            "Stocks, caisse, agenda : moins de papier recopié. Je travaille avec les restaurants et les commerces de détail, souvent avant l’ouverture.",
        ],
        [
            "J’aide à tenir un registre des données personnelles en une heure et à répondre aux clients qui demandent ce que l’on sait d’eux. Ancienne comptable, j’aime les dossiers bien rangés.",
            "Fichier de clients propre, consentements clairs, durées de conservation : le RGPD expliqué avec les papiers de l’entreprise, pas avec des articles de loi.",
            "Je montre aux associations et aux petites entreprises comment tirer trois chiffres utiles de leurs tableaux, sans abonnement de plus.",
        ],
    ];

    private static readonly string[] Enterprises = ["Cap Numérique", "Atelier Clair", "Boussole Conseil", "Fil & Pixel", "Trois Clics", "Le Bon Réglage", "Passerelle TPE", "Nord Sud Numérique"];

    private static readonly string[] Scattered = ["03", "12", "14", "17", "19", "21", "22", "24", "2B", "35", "38", "42", "49", "51", "54", "57", "62", "63", "64", "69", "72", "76", "80", "83", "86"];

    public int Order => 30;

    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        var system = ActContext.System(clock.GetUtcNow(), "demonstration");
        foreach (var details in DemonstrationPlaces.Centres)
        {
            var centre = new ResourceCentre(CentreId.From(Guid.CreateVersion7(system.At)), Slug.Of(details.Name), details);
            db.Add(centre);
            db.Record(new SearchableChanged(NetworkKinds.Centre, centre.Id.ToString()), system);
        }

        await db.SaveChangesAsync(cancellationToken);
        await PlayEachAsync(await people.WithRoleAsync(Role.Advisor, cancellationToken), AdvisorDetails, cancellationToken);
        await PlayEachAsync(await people.WithRoleAsync(Role.Consultant, cancellationToken), ConsultantDetails, cancellationToken);
    }

    private async Task PlayEachAsync(IReadOnlyList<PersonCard> cards, Func<int, ProfileDetails> details, CancellationToken cancellationToken)
    {
        foreach (var (number, person) in cards.Index())
        {
            var act = new ActContext(person.Id, person.DisplayName, person.Roles, clock.GetUtcNow(), "demonstration");
            var saved = await save.SaveAsync(details(number), ConsentsOf(number), act, cancellationToken);
            if (saved.IsRefused(out var refusal))
            {
                throw new InvalidOperationException($"The demonstration is refused for {person.Email}: {refusal.Code}");
            }
        }

        // A consultant's enterprise comes from the census, which is not played yet: it is set here as a census would.
        var ids = cards.Where(card => card.Roles.Contains(Role.Consultant)).Select(card => card.Id).ToList();
        foreach (var profile in await db.Set<NetworkProfile>().Where(profile => ids.Contains(profile.Person)).ToListAsync(cancellationToken))
        {
            var number = ids.IndexOf(profile.Person);
            var said = details(number);
            profile.FollowCensus(
                new ConsultantFile(profile.Person, string.Empty, profile.DisplayName, said.Structure, string.Empty, said.Commune, said.Axes, [], said.Departments, PathState.InTraining, clock.GetUtcNow()),
                clock.GetUtcNow());
            db.Record(new SearchableChanged(NetworkKinds.Person, profile.Person.ToString()), ActContext.System(clock.GetUtcNow(), "demonstration"));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    // Most people show everything; some keep a line or two for themselves, one does not appear.
    private static ProfileField[] ConsentsOf(int number) => (number % 20) switch
    {
        19 => [],
        7 => [ProfileField.Name, ProfileField.Structure, ProfileField.Axes, ProfileField.Departments, ProfileField.Contact],
        13 => [.. Enum.GetValues<ProfileField>().Except([ProfileField.Contact, ProfileField.Presentation])],
        _ => Enum.GetValues<ProfileField>(),
    };

    private static ProfileDetails AdvisorDetails(int number)
    {
        var centre = DemonstrationPlaces.Centres[number % DemonstrationPlaces.Centres.Count];
        return new ProfileDetails(
            centre.Name,
            number % 3 == 0 ? "Responsable de l’appui numérique" : "Conseil au numérique",
            PresentationOf(number),
            AxesOf(number),
            number % 4 == 0 ? [.. centre.Departments.Append(Scattered[number % Scattered.Length]).Distinct()] : centre.Departments,
            centre.Commune,
            LanguagesOf(number));
    }

    private static ProfileDetails ConsultantDetails(int number)
    {
        var centre = DemonstrationPlaces.Centres[number * 7 % DemonstrationPlaces.Centres.Count];
        return new ProfileDetails(
            string.Create(CultureInfo.InvariantCulture, $"{Enterprises[number % Enterprises.Length]} – {centre.Commune}"),
            "Conseil indépendant",
            PresentationOf(number + 2),
            AxesOf(number + 2),
            [.. centre.Departments.Append(Scattered[number % Scattered.Length]).Distinct()],
            centre.Commune,
            LanguagesOf(number));
    }

    private static string PresentationOf(int number)
    {
        var said = Presentations[number % Presentations.Length];
        return said[number / Presentations.Length % said.Length];
    }

    private static IReadOnlyList<string> AxesOf(int number) =>
        [.. Axes.All.Where((_, index) => index == number % Axes.All.Count || (number + index) % 5 == 0).Select(axis => axis.Key)];

    private static IReadOnlyList<string> LanguagesOf(int number) => (number % 6) switch
    {
        1 => ["français", "anglais"],
        4 => ["français", "langue des signes"],
        5 => ["français", "créole"],
        _ => ["français"],
    };
}
