namespace Tn.Content.Documents.Versions;

/// <summary>Two versions of one item side by side, and whom the newer one reaches.</summary>
/// <param name="Text">What learners read, with insertions and deletions.</param>
/// <param name="Notes">The same for the facilitator's notes.</param>
/// <param name="Learners">Of the course it belongs to; null when it belongs to none.</param>
internal sealed record VersionComparison(
    ContentVersion Before,
    ContentVersion After,
    ComparedHtml Text,
    ComparedHtml Notes,
    IReadOnlyList<FieldChange> Fields,
    IReadOnlyList<QuestionChange> Questions,
    CourseLearners? Learners)
{
    public bool Any => Text.Changed || Notes.Changed || Fields.Count > 0 || Questions.Count > 0;
}

/// <summary>Compares any two versions of an item as words, as fields and as questions.</summary>
internal sealed class CompareVersions(DocumentQueries documents, IEnumerable<ICourseLearners> learners)
{
    /// <summary>The comparison, or null when one of them is not a version of the item.</summary>
    public async Task<VersionComparison?> FindAsync(string itemId, string beforeId, string afterId, CancellationToken cancellationToken)
    {
        var versions = await documents.FindManyAsync([beforeId, afterId], cancellationToken);
        var before = versions.Find(version => version.VersionId == beforeId);
        var after = versions.Find(version => version.VersionId == afterId);
        return before?.ItemId == itemId && after?.ItemId == itemId
            ? Between(before, after, await LearnersAsync(after, cancellationToken))
            : null;
    }

    private static VersionComparison Between(ContentVersion before, ContentVersion after, CourseLearners? learners) => new(
        before,
        after,
        HtmlComparison.Between(before.Rendered.Html, after.Rendered.Html),
        HtmlComparison.Between(NotesOf(before), NotesOf(after)),
        FieldComparison.Between(before, after),
        QuestionComparison.Between(before.Rendered.Questions, after.Rendered.Questions),
        learners);

    private static string NotesOf(ContentVersion version) =>
        string.Concat(version.Rendered.Parts.Where(part => part.Kind == PartKind.Facilitator).Select(part => part.Html));

    // The courses module may be absent (a site of texts only): then nobody is reached.
    private async Task<CourseLearners?> LearnersAsync(ContentVersion version, CancellationToken cancellationToken)
    {
        var course = version.ContentType == ContentTypes.Course ? version.ItemId : version.ContainerId;
        return course is not null && learners.FirstOrDefault() is { } counter ? await counter.OfAsync(course, cancellationToken) : null;
    }
}
