using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Platform.Data;

namespace Tn.Content.Recipes;

/// <summary>Writes content definitions and the latest version of every document as an Orchard Core recipe.</summary>
internal sealed class ExportRecipe(TnDbContext db)
{
    /// <summary>Needs <see cref="Permission.ManageContent"/>: drafts leave the site.</summary>
    public async Task<Outcome<byte[]>> ExportAsync(ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ManageContent).IsRefused(out var denied))
        {
            return denied;
        }

        var documents = new JsonArray();
        await foreach (var version in db.Set<ContentVersion>().AsNoTracking().Where(row => row.LatestKey != null).OrderBy(row => row.ItemId).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            documents.Add(RecipeDocument.Write(version));
        }

        var recipe = new JsonObject
        {
            ["name"] = "TransitionNumerique",
            ["displayName"] = "Transition Numérique",
            ["description"] = "Types de contenu et documents, dans leur dernière version.",
            ["version"] = "1.0.0",
            ["issetuprecipe"] = false,
            ["steps"] = new JsonArray(RecipeTypes.Step(), new JsonObject { ["name"] = "Content", ["data"] = documents }),
        };
        return JsonSerializer.SerializeToUtf8Bytes(recipe, RecipeDocument.Json);
    }
}
