using Tn.Testing;

namespace Tn.Browser.Tests.Walks;

/// <summary>An author installs a folder; three members of the committee read and vote; the quorum publishes.</summary>
internal sealed class AuthorAndCommittee(BrowserSite site, Story story, bool javaScript)
{
    public async Task PublishACourseAsync()
    {
        await InstallAsync();
        foreach (var member in new[] { "pedago1", "pedago2", "pedago4" })
        {
            await VoteAsync($"{member}@demo.test");
        }
    }

    private async Task InstallAsync()
    {
        var folder = Directory.CreateTempSubdirectory("tn-package-").FullName;
        await WritePackageAsync(folder);
        var (exitCode, output) = await ChildSite.RunVerbAsync("packages", "install", folder, "--author", "auteur@demo.test", "--data", site.Site.Folder);
        Directory.Delete(folder, recursive: true);
        Assert.True(exitCode == 0, output);
    }

    private async Task VoteAsync(string member)
    {
        await using var walker = await site.WalkAsync(javaScript);
        await walker.SignInAsync(member);
        await walker.GoAsync("/comites/pedagogique");
        await walker.FollowAsync(story.Course);
        await walker.ReadsAsync("Contrôle automatique");
        await walker.Page.Locator("input[name=Choice][value=Approve]").CheckAsync();
        await walker.FillAsync("Raison", "Lu en entier : utile, juste et daté.");
        await walker.PressAsync("Donner ma voix");
    }

    private async Task WritePackageAsync(string folder)
    {
        var course = Directory.CreateDirectory(Path.Combine(folder, $"cours-{story.Key}")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "package.yml"), $"""
            id: essai.{story.Key}
            version: 1.0.0
            title: {story.Course}
            language: fr
            licence: Licence Ouverte 2.0
            authors: [Une autrice]
            axis: presence-en-ligne
            description: Un cours écrit pour cette histoire.
            engine: 1.0.0
            """);
        await File.WriteAllTextAsync(Path.Combine(course, "course.yml"), $"""
            title: {story.Course}
            summary: Une leçon courte, avec une question.
            objectives:
              - Préparer une réponse brève et utile
              - Choisir le bon moment
              - Garder une trace
            audience: conseiller
            level: decouverte
            minutes: 10
            axis: presence-en-ligne
            prerequisites: []
            reviewBy: 2027-11-30
            completion:
              lessons: all
              minimumScore: 70
            """);
        await File.WriteAllTextAsync(Path.Combine(course, "01-la-premiere-reponse.md"), $$"""
            ---
            title: La première réponse ({{story.Key}})
            minutes: 10
            objectives:
              - Écrire une réponse en trois phrases
            reviewBy: 2027-11-30
            ---

            :::objectifs
            À la fin de cette leçon, vous saurez répondre sans vous justifier.
            :::

            ## Lire avant de répondre

            Une cliente mécontente attend d’abord d’être comprise. Répondez le lendemain, pas dans l’heure.

            ## Trois phrases suffisent

            Remerciez, nommez le fait, dites ce que vous faites. Invitez ensuite à poursuivre par téléphone.

            :::cas
            **Cordonnerie du Port, Paimpol.** Le gérant répond en trois phrases et gagne une cliente fidèle.
            :::

            ```gift
            ::{{story.Key}}-q1:: Un avis injuste paraît un samedi soir. Que conseillez-vous d’abord ?
            {
              ~Répondre dans l’heure, point par point #La hâte se lit, et la discussion devient publique.
              =Attendre le lendemain, puis répondre brièvement #Le recul donne une réponse que d’autres clients liront avec confiance.
              ~Demander à des proches des avis favorables #De faux avis sont une pratique commerciale trompeuse.
            }
            ```

            :::a-retenir
            - Le recul d’abord.
            - Trois phrases ensuite.
            :::

            :::exercice
            Choisissez un avis réel et écrivez la réponse.
            :::

            :::animateur
            Prévoir vingt minutes et trois avis imprimés.
            :::
            """);
    }
}
