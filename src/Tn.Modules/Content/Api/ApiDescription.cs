using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Tn.Content.Api;

/// <summary>Describes the API in OpenAPI 3.1, from the endpoints themselves, with an example of each answer.</summary>
internal static class ApiDescription
{
    /// <summary>The document's name, and its version.</summary>
    public const string Document = "v1";

    private const string Scheme = "jeton";

    /// <summary>Adds the description.</summary>
    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "Transition Numérique", Version = "1", Description = "Lire les contenus publiés ; avec un jeton personnel, lire et écrire ses brouillons, les envoyer au comité, lire les dossiers de relecture et la médiathèque. Expliquée à /api." };
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
            {
                [Scheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "Jeton personnel, créé à /mon-espace/jetons." },
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var method = context.Description.HttpMethod ?? "GET";
            AddProblems(operation, method);
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<TokenNeeded>().Any())
            {
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] }];
                operation.Responses!["401"] = Problem("Il faut un jeton, ou celui-ci n’est pas valable.");
                operation.Responses["403"] = Problem("Le jeton ou le compte n’ouvre pas cela.");
            }

            var path = context.Description.RelativePath ?? string.Empty;
            var answered = operation.Responses!.FirstOrDefault(response => response.Key is "200" or "201").Value;
            Show(answered?.Content, ApiExamples.Of(path, method));
            Show(operation.RequestBody?.Content, ApiExamples.Sent(path, method));
            return Task.CompletedTask;
        });
    });

    /// <summary>Words for people who read the description.</summary>
    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, string tag, string summary, string description) =>
        endpoint.WithTags(tag).WithSummary(summary).WithDescription(description);

    /// <summary>Says in the description that a token is asked for; <see cref="ApiDoor"/> asks.</summary>
    public static RouteHandlerBuilder NeedsToken(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new TokenNeeded());

    private static void Show(IDictionary<string, OpenApiMediaType>? content, string? example)
    {
        if (example is not null && content is not null && content.TryGetValue("application/json", out var media))
        {
            media.Example = JsonNode.Parse(example);
        }
    }

    private static void AddProblems(OpenApiOperation operation, string method)
    {
        operation.Responses ??= [];
        if (method == "GET")
        {
            operation.Responses["304"] = new OpenApiResponse { Description = "Rien de nouveau depuis la version nommée par If-None-Match." };
        }
        else
        {
            operation.Responses["400"] = Problem("Le corps n’est pas le JSON attendu.");
            operation.Responses["409"] = Problem("L’état du document ne le permet pas.");
            operation.Responses["412"] = Problem("La version nommée par If-Match n’est plus la dernière : rien n’est écrasé.");
            operation.Responses["422"] = Problem("Le texte est refusé ; « code » et « field » disent pourquoi et où.");
            operation.Parameters = [.. operation.Parameters ?? [], new OpenApiParameter { Name = "If-Match", In = ParameterLocation.Header, Required = method == "PUT", Description = "L’ETag de la version lue.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } }];
        }

        if (method == "PUT")
        {
            operation.Responses["428"] = Problem("Il manque If-Match.");
        }

        operation.Responses["404"] = Problem("Rien à cette adresse.");
        operation.Responses["429"] = new OpenApiResponse { Description = "Trop de demandes : attendez une minute." };
    }

    private static OpenApiResponse Problem(string description) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            ["application/problem+json"] = new() { Example = JsonNode.Parse("""{"type":"https://tools.ietf.org/html/rfc9110#section-15.5.5","title":"Introuvable","status":404,"detail":"Aucun cours publié n’a l’adresse « absent »."}""") },
        },
    };

    /// <summary>Marks an endpoint behind <see cref="ApiDoor"/>.</summary>
    private sealed class TokenNeeded;
}
