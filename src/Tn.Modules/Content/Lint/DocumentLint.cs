using Tn.Content.Documents;
using Tn.Content.Questions;
using Tn.Content.Rendering;

namespace Tn.Content.Lint;

/// <summary>
/// What a machine can see before the committee reads: questions one can guess, links that lead nowhere, texts hard to read.
/// It advises; only what cannot be shown at all is refused, and that when it is saved.
/// </summary>
internal sealed class DocumentLint(GiftReader gift, LinkBook book)
{
    /// <summary>Below it Kandel and Moles call a text difficult.</summary>
    private const double HardToRead = 40;

    /// <summary>Findings by version id, of all the documents of a submission.</summary>
    public Task<IReadOnlyDictionary<string, IReadOnlyList<Finding>>> CheckAsync(IReadOnlyList<ContentVersion> versions, CancellationToken cancellationToken) =>
        CheckAsync(versions, versions, cancellationToken);

    /// <summary>Findings by version id.</summary>
    /// <param name="versions">To be checked.</param>
    /// <param name="together">What is submitted with them: links to it are alive.</param>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<Finding>>> CheckAsync(IReadOnlyList<ContentVersion> versions, IReadOnlyList<ContentVersion> together, CancellationToken cancellationToken)
    {
        var texts = versions.Select(version => LintedText.Of(version, gift)).ToList();
        var dead = await book.DeadAsync([.. texts.SelectMany(text => text.Links).Select(link => link.Path)], together, cancellationToken);
        return texts.ToDictionary(text => text.Version.VersionId, text => Check(text, dead), StringComparer.Ordinal);
    }

    private static IReadOnlyList<Finding> Check(LintedText text, IReadOnlySet<string> dead)
    {
        var version = text.Version;
        var findings = new Findings(version.Slug);
        text.Check(findings);
        findings.Add(version.ContentType == ContentTypes.QuestionBank
            ? QuestionLint.Bank(text.Questions, version.Slug)
            : QuestionLint.Lesson(text.Questions, version.Slug));
        foreach (var link in text.Links.Where(link => dead.Contains(link.Path)))
        {
            findings.Warn(link.Line, $"Le lien « {link.Path} » ne mène à aucune page publiée ni à un document de ce dossier.", "dead-link");
        }

        if (version.Parts.ReviewPart?.ReviewBy is null)
        {
            findings.Warn(0, "La date de relecture manque : dites quand le comité doit relire ce texte.", "review-by-missing");
        }

        if (ReadingEase.Of(text.Paragraphs) is { } ease && ease < HardToRead)
        {
            findings.Warn(0, $"Le texte est difficile à lire : {Math.Round(ease)} sur 100 (indice de Kandel et Moles, {HardToRead} attendus). Raccourcissez les phrases, choisissez des mots courts.", "reading-level");
        }

        return findings.All;
    }
}
