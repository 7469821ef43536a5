using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Platform.Data;

namespace Tn.Content.Review.Submit;

/// <summary>
/// A new version of a charter in force says whether it changes its form or its substance, under a number of its own.
/// What is declared is part of what the committee votes on (article 15.2): a vote binds to it like to the text.
/// </summary>
internal sealed class CharterDeclaration(TnDbContext db)
{
    /// <summary>Refused with <c>content.charter-change-undeclared</c> or <c>content.charter-number-kept</c>.</summary>
    public async Task<Outcome> CheckAsync(IReadOnlyCollection<ContentVersion> drafts, CancellationToken cancellationToken)
    {
        var charters = drafts.Where(draft => draft.ContentType == ContentTypes.Charter).ToDictionary(draft => draft.ItemId, StringComparer.Ordinal);
        if (charters.Count == 0)
        {
            return Outcome.Done;
        }

        var inForce = await db.Set<ContentVersion>().AsNoTracking()
            .Where(row => row.PublishedKey != null && charters.Keys.Contains(row.PublishedKey)).ToListAsync(cancellationToken);
        return inForce.Select(published => Check(published, charters[published.ItemId])).FirstOrDefault(refusal => refusal is not null) is { } first ? first : Outcome.Done;
    }

    /// <summary><c>editorial</c>, <c>material</c>, or null when the version does not say.</summary>
    public static string? KindOf(ContentVersion charter) => charter.Parts.FieldsPart?.Values.GetValueOrDefault("change");

    private static Refusal? Check(ContentVersion published, ContentVersion draft)
    {
        if (KindOf(draft) is not ("editorial" or "material"))
        {
            return new Refusal("content.charter-change-undeclared").With("title", draft.DisplayText);
        }

        return NumberOf(draft) == NumberOf(published)
            ? new Refusal("content.charter-number-kept").With("number", NumberOf(published) ?? string.Empty)
            : null;
    }

    private static string? NumberOf(ContentVersion charter) => charter.Parts.FieldsPart?.Values.GetValueOrDefault("number");
}
