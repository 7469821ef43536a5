using Microsoft.AspNetCore.Http;
using Tn.Content.Documents;
using Tn.Platform.Web;

namespace Tn.Content.Api;

/// <summary>Why something was not written, as problem details: the act's own sentence, its code, and the field it is about.</summary>
internal static class ApiRefusal
{
    public static IResult Of(Refusal refusal, Sentences sentences)
    {
        var (status, title) = refusal.Code switch
        {
            "access.sign-in" => (StatusCodes.Status401Unauthorized, "Il faut un jeton"),
            "access.denied" => (StatusCodes.Status403Forbidden, "Accès refusé"),
            "content.conflict" => (StatusCodes.Status412PreconditionFailed, "Quelqu’un a enregistré entre-temps"),
            "content.deleted" or "content.slug-taken" or "content.nothing-to-submit" => (StatusCodes.Status409Conflict, "L’état du document ne le permet pas"),
            _ => (StatusCodes.Status422UnprocessableEntity, "Ce texte est refusé"),
        };
        var more = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = refusal.Code };
        if (refusal.Values.TryGetValue("field", out var field))
        {
            more["field"] = field;
        }

        return Results.Problem(sentences.Of(refusal), statusCode: status, title: title, extensions: more);
    }

    public static IResult NoDraft() => ApiProblem.NotFound("Aucun document que vous puissiez écrire n’a cet identifiant.");

    public static IResult Unreadable() =>
        ApiProblem.Of(StatusCodes.Status400BadRequest, "Le corps ne se lit pas", "Envoyez du JSON (Content-Type: application/json) comme le décrit /api/v1/openapi.json.");

    // RFC 6585, section 3.
    public static IResult MatchMissing() =>
        ApiProblem.Of(StatusCodes.Status428PreconditionRequired, "Il manque If-Match", "Lisez le document, puis renvoyez son ETag dans l’en-tête If-Match : rien n’est écrasé sans avoir été lu.");

    public static IResult Changed(ContentVersion latest) =>
        ApiProblem.Of(StatusCodes.Status412PreconditionFailed, "Quelqu’un a enregistré entre-temps", $"La dernière version est de {latest.AuthorName}, {French.Moment(latest.ModifiedUtc)}. Lisez-la, reprenez-y vos changements, puis recommencez.");

    public static IResult UnknownField(string name, IEnumerable<string> known) => Results.Problem(
        $"« {(name.Length > 60 ? name[..60] : name)} » n’est pas un champ de ce type. Ses champs : {string.Join(", ", known)}.",
        statusCode: StatusCodes.Status422UnprocessableEntity,
        title: "Ce champ n’existe pas",
        extensions: new Dictionary<string, object?> { ["code"] = "content.field-unknown" });
}
