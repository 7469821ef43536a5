using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tn.Content.Documents;
using Tn.Content.Rendering;

namespace Tn.Content.Recipes;

/// <summary>A document of a recipe, rendered and checked.</summary>
/// <param name="WantsPublication">A wish: only the committee publishes.</param>
internal sealed record RecipeItem(string ItemId, DraftContent Content, bool WantsPublication);

/// <summary>A recipe as read: whole when no finding is an error.</summary>
internal sealed record RecipeContents(IReadOnlyList<RecipeItem> Items, IReadOnlyList<Finding> Findings)
{
    public bool IsValid => Findings.All(finding => finding.Severity != Severity.Error);
}

/// <summary>Reads a recipe as data. No string is ever evaluated, no step but <c>Content</c> is followed.</summary>
internal sealed partial class RecipeReader(BodyRenderer renderer)
{
    public const int MaximumBytes = 30 * 1024 * 1024;
    public const int MaximumDocuments = 20_000;

    /// <param name="file">As named in findings.</param>
    public async Task<RecipeContents> ReadAsync(byte[] bytes, string file, CancellationToken cancellationToken)
    {
        var findings = new Findings(file);
        var items = new List<RecipeItem>();
        foreach (var document in Documents(bytes, findings))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await ItemAsync((JsonObject)ScriptGuard.Each(document, ScriptGuard.Unguard)!, file, findings, cancellationToken) is { } item)
            {
                items.Add(item);
            }
        }

        foreach (var twice in items.GroupBy(item => item.ItemId, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            findings.Error(0, $"Le document « {twice.Key} » est là deux fois.");
        }

        return new RecipeContents(items, findings.All);
    }

    private static List<JsonObject> Documents(byte[] bytes, Findings findings)
    {
        if (bytes.Length > MaximumBytes)
        {
            findings.Error(0, $"Le fichier dépasse {MaximumBytes / 1024 / 1024} Mo.");
            return [];
        }

        JsonNode? recipe;
        try
        {
            recipe = JsonNode.Parse(bytes, documentOptions: new JsonDocumentOptions { MaxDepth = 64, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false });
        }
        catch (JsonException wrong)
        {
            findings.Error((int)(wrong.LineNumber ?? 0) + 1, "Ce n’est pas une recette : le JSON est mal formé.");
            return [];
        }

        if ((recipe as JsonObject)?["steps"] is not JsonArray steps)
        {
            findings.Error(1, "Ce n’est pas une recette : « steps » manque.");
            return [];
        }

        var documents = steps.OfType<JsonObject>().SelectMany(step => Step(step, findings)).ToList();
        if (documents.Count > MaximumDocuments)
        {
            findings.Error(0, $"La recette contient plus de {MaximumDocuments} documents. Découpez-la.");
            return [];
        }

        return documents;
    }

    private static IEnumerable<JsonObject> Step(JsonObject step, Findings findings)
    {
        switch (RecipeDocument.Text(step, "name").ToLowerInvariant())
        {
            case "content" when step["data"] is JsonArray data:
                return data.OfType<JsonObject>();
            case "contentdefinition":
                findings.Note(0, "Les définitions de types ne sont pas importées : les types de ce site sont ceux du programme.");
                return [];
            case var other:
                findings.Warn(0, $"L’étape « {GuardName(other)} » n’est pas suivie : seuls les contenus sont importés.");
                return [];
        }
    }

    private async Task<RecipeItem?> ItemAsync(JsonObject document, string file, Findings findings, CancellationToken cancellationToken)
    {
        var id = RecipeDocument.Text(document, "ContentItemId");
        var type = RecipeDocument.Text(document, "ContentType");
        var called = $"Document « {GuardName(RecipeDocument.Text(document, "DisplayText"))} »";
        if (!ContentId.IsValid(id))
        {
            findings.Error(0, $"{called} : « ContentItemId » manque ou n’a pas 26 lettres et chiffres.");
            return null;
        }

        if (!RecipeTypes.All.TryGetValue(type, out var known))
        {
            findings.Warn(0, $"{called} : le type « {GuardName(type)} » n’existe pas ici. Il est laissé de côté.");
            return null;
        }

        foreach (var part in document.Where(pair => pair.Value is JsonObject && !known.Contains(pair.Key)).Select(pair => pair.Key))
        {
            findings.Warn(0, $"{called} : la partie « {GuardName(part)} » n’est pas reprise.");
        }

        if (RecipeDocument.Read(document, out var reason) is not { } parts)
        {
            findings.Error(0, $"{called} : {reason}");
            return null;
        }

        var slug = (document[RecipeTypes.AddressPart] as JsonObject)?["Slug"] is JsonValue value && value.TryGetValue<string>(out var given)
            ? given
            : parts.AutoroutePart?.Path.Split('/')[^1] ?? string.Empty;
        if (Refuse(type, slug, parts) is { } refusal)
        {
            findings.Error(0, $"{called} : {refusal}");
            return null;
        }

        var rendered = await renderer.RenderAsync(type, parts.Source, $"{file}#{id}", cancellationToken, patience: 10);
        findings.Add(rendered.Findings);
        return rendered.Body is { } body
            ? new RecipeItem(id, new DraftContent(type, slug, parts, body), document["Published"] is JsonValue wish && wish.TryGetValue<bool>(out var published) && published)
            : null;
    }

    /// <summary>What a row here never says, whoever wrote it.</summary>
    private static string? Refuse(string type, string slug, ContentParts parts) => parts switch
    {
        _ when string.IsNullOrWhiteSpace(parts.TitlePart.Title) || parts.TitlePart.Title.Length > 300 => "le titre manque ou dépasse 300 caractères.",
        _ when slug.Length > 120 || !Address().IsMatch(slug) || slug.Contains('/') => $"l’adresse « {GuardName(slug)} » ne convient pas : lettres minuscules sans accent, chiffres et tirets.",
        { AutoroutePart.Path: var path } when path.Length > 250 || !Address().IsMatch(path) => $"l’adresse « {GuardName(path)} » ne convient pas.",
        { LearningPart.Axis: { } axis } when Axes.Find(axis) is null => $"l’axe « {GuardName(axis)} » n’existe pas.",
        { LearningPart.Sources: var sources } when sources.Any(source => source.Url.Length > 0 && !source.Url.StartsWith("https://", StringComparison.Ordinal)) => "l’adresse d’une source doit commencer par https://.",
        { CoursePart: null } when type == ContentTypes.Course => "la partie « CoursePart » manque.",
        { CoursePart: { } course } when !course.Lessons.All(ContentId.IsValid) => "une leçon du cours n’a pas d’identité valable.",
        { ContainedPart: null } when type == ContentTypes.Lesson => "la partie « ContainedPart » manque : une leçon appartient à un cours.",
        { ContainedPart: { } contained } when !ContentId.IsValid(contained.ListContentItemId) => "le cours de la leçon n’a pas d’identité valable.",
        { QuestionBankPart: null } when type == ContentTypes.QuestionBank => "la partie « QuestionBankPart » manque.",
        { MenuPart: null } when type == ContentTypes.Menu => "la partie « MenuPart » manque.",
        { HomePart: null } when type == ContentTypes.Home => "la partie « HomePart » manque.",
        { MarkdownBodyPart: null } when type is not (ContentTypes.Course or ContentTypes.QuestionBank or ContentTypes.Menu or ContentTypes.Home) => "la partie « MarkdownBodyPart » manque.",
        _ => null,
    };

    private static string GuardName(string text) => new([.. text.Take(60).Where(letter => !char.IsControl(letter))]);

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*){0,3}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
