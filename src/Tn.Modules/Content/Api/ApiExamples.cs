namespace Tn.Content.Api;

/// <summary>One example an address, as the demonstration answers it, shortened.</summary>
internal static class ApiExamples
{
    private const string Course = """{"id":"1m2q9c5c2x5tq4r0n3b8v7k6yd","versionId":"4qk0z7w1j5x9e2r8t3m6n0a1bc","slug":"proteger-une-petite-entreprise","title":"Protéger une petite entreprise","summary":"Les gestes qui évitent l’essentiel des incidents.","axis":"securite","audience":"tous","level":"decouverte","minutes":60,"reviewBy":"2027-11-30","publishedUtc":"2026-11-23T09:00:00+00:00","url":"/formations/proteger-une-petite-entreprise"}""";
    private const string Document = """{"id":"7w1j5x9e2r8t3m6n0a1bc4qk0z","versionId":"2x5tq4r0n3b8v7k6yd1m2q9c5c","type":"TeachingMaterial","slug":"premier-rendez-vous","title":"Préparer un premier rendez-vous","summary":"Une fiche à reprendre.","axis":"strategie","reviewBy":"2027-11-30","publishedUtc":"2026-11-23T09:00:00+00:00","url":"/ressources/premier-rendez-vous"}""";
    private const string Draft = """{"id":"7w1j5x9e2r8t3m6n0a1bc4qk0z","versionId":"2x5tq4r0n3b8v7k6yd1m2q9c5c","type":"Lesson","slug":"inventaire","title":"Faire l’inventaire","published":false,"modifiedUtc":"2026-11-23T09:00:00+00:00","author":"Aïcha Auteur"}""";
    private const string Submission = """{"id":"01935b5e-7c00-7000-8000-000000000001","title":"Faire l’inventaire","state":"InReview","round":1,"submittedUtc":"2026-11-23T09:00:00+00:00","dueOn":"2026-12-07","documents":[{"id":"7w1j5x9e2r8t3m6n0a1bc4qk0z","versionId":"2x5tq4r0n3b8v7k6yd1m2q9c5c","type":"Lesson","title":"Faire l’inventaire"}]}""";

    private const string Detail = $$"""{"draft":{{Draft}},"summary":"","source":"## Début\n\nTexte.\n","fields":{"TitlePart.Title":"Faire l’inventaire","LearningPart.Minutes":"12","MarkdownBodyPart.Markdown":"## Début\n\nTexte.\n"} }""";

    private static readonly Dictionary<string, string> ByPath = new(StringComparer.Ordinal)
    {
        ["courses"] = List(Course),
        ["courses/{slug}"] = $$"""{"course":{{Course}},"editionId":"9e2r8t3m6n0a1bc4qk0z7w1j5x","objectives":["Faire l’inventaire de ce qui compte"],"prerequisites":[],"minimumScore":70,"lessons":[{"id":"n0a1bc4qk0z7w1j5x9e2r8t3m6","versionId":"0z7w1j5x9e2r8t3m6n0a1bc4qk","slug":"inventaire-de-ce-qui-compte","title":"L’inventaire de ce qui compte","minutes":12,"objectives":["Nommer ce qui compte"],"questions":2,"url":"/formations/proteger-une-petite-entreprise/inventaire-de-ce-qui-compte"}]}""",
        ["courses/{slug}/lessons/{lesson}"] = """{"id":"n0a1bc4qk0z7w1j5x9e2r8t3m6","versionId":"0z7w1j5x9e2r8t3m6n0a1bc4qk","slug":"inventaire-de-ce-qui-compte","title":"L’inventaire de ce qui compte","minutes":12,"html":"<p>Commencez par une feuille.</p>","sources":[{"title":"Guide d’hygiène","publisher":"ANSSI","year":2017,"url":"https://cyber.gouv.fr/"}],"url":"/formations/proteger-une-petite-entreprise/inventaire-de-ce-qui-compte"}""",
        ["banks"] = """[{"axis":"securite","axisName":"Sécurité","items":56}]""",
        ["drafts"] = List(Draft),
        ["drafts/{id}"] = Detail,
        ["submissions"] = List(Submission),
        ["submissions/{id}"] = Submission,
        ["medias"] = List("""{"id":"r8t3m6n0a1bc4qk0z7w1j5x9e2","name":"ecran.png","url":"/medias/r8t3m6n0a1bc4qk0z7w1j5x9e2/ecran.png","alt":"L’écran d’accueil","licence":"CC BY 4.0","width":1280,"height":720}"""),
    };

    /// <summary>The example of an answer, or null.</summary>
    /// <param name="path">As described: <c>api/v1/courses/{slug}</c>.</param>
    public static string? Of(string path, string method) => (Rest(path), method) switch
    {
        ("drafts", "POST") => Detail,
        ("drafts/{id}/submission", "POST") => Submission,
        _ => Read(path),
    };

    /// <summary>The example of what is sent, or null.</summary>
    public static string? Sent(string path, string method) => (Rest(path), method) switch
    {
        ("drafts", "POST") => """{"type":"TeachingMaterial","title":"Préparer un rendez-vous"}""",
        ("drafts/{id}", "PUT") => """{"fields":{"TitlePart.Title":"Préparer un rendez-vous","MarkdownBodyPart.Markdown":"## Avant\n\nUne liste.\n"},"comment":"Ajout de la liste"}""",
        ("drafts/{id}/submission", "POST") => """{"note":"Relue avec deux conseillers."}""",
        _ => null,
    };

    private static string Rest(string path) =>
        path.Replace("api/v1/", string.Empty, StringComparison.Ordinal).Replace(":guid", string.Empty, StringComparison.Ordinal);

    private static string? Read(string path)
    {
        var rest = Rest(path);
        return ByPath.GetValueOrDefault(rest) ?? rest switch
        {
            "pages" or "news" or "materials" => List(Document),
            "pages/{slug}" or "news/{slug}" or "materials/{slug}" => $$"""{"document":{{Document}},"html":"<p>Texte.</p>","markdown":"Texte.\n","fields":{"licence":"Licence Ouverte 2.0"} }""",
            _ => null,
        };
    }

    private static string List(string item) => $$"""{"items":[{{item}}],"page":1,"size":50,"total":1}""";
}
