using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Tn.Content.Recipes;
using Tn.Content.Rendering;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Recipes;

/// <summary>Recipes in and out.</summary>
[Needs(Permission.ManageContent)]
[RequestSizeLimit(RecipeReader.MaximumBytes + (64 * 1024))]
[RequestFormLimits(MultipartBodyLengthLimit = RecipeReader.MaximumBytes + (64 * 1024))]
internal sealed class RecipesModel(RecipeReader reader, ImportRecipe import, ExportRecipe export) : TnPageModel
{
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public void OnGet()
    {
        // Nothing to read.
    }

    public async Task<IActionResult> OnPostImportAsync(IFormFile? recipe, CancellationToken cancellationToken)
    {
        if (recipe is null || recipe.Length == 0)
        {
            Explain(new Refusal("recipes.upload-missing"));
            return Page();
        }

        using var bytes = new MemoryStream();
        await recipe.CopyToAsync(bytes, cancellationToken);
        var contents = await reader.ReadAsync(bytes.ToArray(), "recette.json", cancellationToken);
        Findings = contents.Findings;
        var outcome = await import.ImportAsync(contents, Act, cancellationToken);
        if (outcome.IsRefused(out var refusal))
        {
            Explain(refusal);
            return Page();
        }

        var report = outcome.Value;
        Confirm($"La recette est importée : {T.Count(report.Created, "nouveau document", "nouveaux documents")}, {T.Count(report.Updated, "nouvelle version", "nouvelles versions")}, {T.Count(report.Submissions, "dossier envoyé", "dossiers envoyés")} au comité.");
        return Redirect("/admin/contenus");
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancellationToken)
    {
        var outcome = await export.ExportAsync(Act, cancellationToken);
        return outcome.IsRefused(out var refusal) ? Denied(refusal) : File(outcome.Value, "application/json", "recette.json");
    }
}
