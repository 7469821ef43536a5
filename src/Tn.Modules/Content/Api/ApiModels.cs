using System.ComponentModel;

namespace Tn.Content.Api;

/// <summary>A page of a list. The addresses of the neighbouring pages stand in the <c>Link</c> header.</summary>
[Description("Une page d’une liste. Les pages voisines sont dans l’en-tête Link (RFC 8288).")]
internal sealed record ApiList<T>(IReadOnlyList<T> Items, int Page, int Size, int Total);

[Description("Un cours publié, sans ses leçons.")]
internal sealed record ApiCourse(string Id, string VersionId, string Slug, string Title, string Summary, string Axis, string Audience, string Level, int Minutes, DateOnly? ReviewBy, DateTimeOffset PublishedUtc, string Url);

[Description("Un cours publié et le plan de ses leçons.")]
internal sealed record ApiCourseDetail(ApiCourse Course, string EditionId, IReadOnlyList<string> Objectives, IReadOnlyList<string> Prerequisites, int MinimumScore, IReadOnlyList<ApiLessonLine> Lessons);

[Description("Une leçon dans le plan d’un cours.")]
internal sealed record ApiLessonLine(string Id, string VersionId, string Slug, string Title, int Minutes, IReadOnlyList<string> Objectives, int Questions, string Url);

[Description("Une leçon : son texte en HTML nettoyé. Ni les questions ni leurs réponses n’y sont.")]
internal sealed record ApiLesson(string Id, string VersionId, string Slug, string Title, int Minutes, string Html, IReadOnlyList<Source> Sources, string Url);

[Description("Un document publié dans une liste : page, actualité ou support.")]
internal sealed record ApiDocument(string Id, string VersionId, string Type, string Slug, string Title, string Summary, string? Axis, DateOnly? ReviewBy, DateTimeOffset PublishedUtc, string Url);

[Description("Un document publié et son texte.")]
internal sealed record ApiDocumentDetail(ApiDocument Document, string Html, string Markdown, IReadOnlyDictionary<string, string> Fields);

[Description("Nombre d’items de certification publiés sur un axe. Les énoncés et les clés ne sortent jamais par l’API.")]
internal sealed record ApiBankCount(string Axis, string AxisName, int Items);

[Description("La dernière version d’un document que vous pouvez lire.")]
internal sealed record ApiDraft(string Id, string VersionId, string Type, string Slug, string Title, bool Published, DateTimeOffset ModifiedUtc, string Author);

[Description("Un brouillon, son texte source, et ses champs par nom : ceux que l’on peut enregistrer.")]
internal sealed record ApiDraftDetail(ApiDraft Draft, string Summary, string Source, IReadOnlyDictionary<string, string> Fields);

[Description("Un document à commencer.")]
internal sealed record ApiNewDraft(string? Type, string? Title);

[Description("Les champs à changer, par nom ; ceux qui n’y sont pas restent comme ils sont. Le commentaire est facultatif.")]
internal sealed record ApiDraftChange(IReadOnlyDictionary<string, string?>? Fields, string? Comment);

[Description("Un mot au comité, facultatif.")]
internal sealed record ApiSubmissionNote(string? Note);

[Description("Un dossier de relecture.")]
internal sealed record ApiSubmission(Guid Id, string Title, string State, int Round, DateTimeOffset SubmittedUtc, DateOnly DueOn, IReadOnlyList<ApiSubmissionDocument> Documents);

internal sealed record ApiSubmissionDocument(string Id, string VersionId, string Type, string Title);

[Description("Un média que l’on peut montrer dans un texte.")]
internal sealed record ApiMedia(string Id, string Name, string Url, string Alt, string Licence, int Width, int Height);
