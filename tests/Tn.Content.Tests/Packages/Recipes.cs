using System.Text;
using System.Text.Json.Nodes;
using FsCheck.Xunit;
using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Documents.Save;
using Tn.Content.Recipes;
using Tn.Content.Rendering;

namespace Tn.Content.Tests.Packages;

public sealed class Recipes
{
    [Fact]
    public async Task A_recipe_exported_imported_elsewhere_and_exported_keeps_documents_equal()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.Whole());
        await site.ApproveAllAsync();
        var recipe = await ExportAsync(site);

        await using var elsewhere = await ContentSite.OpenAsync();
        var report = await ImportAsync(elsewhere, recipe);

        Assert.Equal(new RecipeReport(7, 0, 0, 5), report.Value);
        Assert.Equal(await HashesAsync(site), await HashesAsync(elsewhere));
        Assert.Equal(Told(recipe), Told(await ExportAsync(elsewhere)));
        Assert.Equal(new RecipeReport(0, 0, 7, 0), (await ImportAsync(elsewhere, recipe)).Value);
    }

    [Fact]
    public async Task Menus_the_home_page_and_axes_travel_too()
    {
        const string head = "---\ntitle: Titre\nsummary: Résumé.\nreviewBy: 2027-11-30\n";
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.OfACourse()
            .With("menus/principal.md", $"{head}---\n\nFormations | /formations\n")
            .With("home/accueil.md", $"{head}---\n\nchiffres | Nos chiffres\n")
            .With("axes/axe-un.md", $"{head}rank: 1\nexamined: non\n---\n\nTexte.\n"));
        await site.ApproveAllAsync();

        await using var elsewhere = await ContentSite.OpenAsync();
        Assert.Equal(6, (await ImportAsync(elsewhere, await ExportAsync(site))).Value.Created);

        Assert.Equal(await HashesAsync(site), await HashesAsync(elsewhere));
    }

    [Fact]
    public async Task Publication_in_a_recipe_is_a_wish_and_versions_are_new()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.Whole());
        await site.ApproveAllAsync();
        await using var elsewhere = await ContentSite.OpenAsync();
        await ImportAsync(elsewhere, await ExportAsync(site));

        Assert.Equal(0, await elsewhere.ReadAsync(db => db.Set<ContentVersion>().CountAsync(row => row.PublishedKey != null)));
        Assert.Equal(5, (await elsewhere.OpenSubmissionsAsync()).Count);
        var here = await site.ReadAsync(db => db.Set<ContentVersion>().Select(row => row.VersionId).ToListAsync());
        var there = await elsewhere.ReadAsync(db => db.Set<ContentVersion>().Select(row => row.VersionId).ToListAsync());
        Assert.Empty(here.Intersect(there));
    }

    [Theory]
    [InlineData("[js: 1+1]")]
    [InlineData("[env: PATH]")]
    [InlineData("[JavaScript:process.exit()]")]
    [InlineData(" [js: x] ")]
    [InlineData("\u2060[js: x]")]
    public async Task A_text_that_looks_like_a_script_never_leaves_in_that_shape_and_comes_back_as_written(string title)
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.Whole());
        var page = await site.LatestAsync("le-programme");
        await site.AskAsync<SaveDraft, Outcome<SavedDraft>>(act => act.SaveAsync(new DraftInput(page.ItemId, page.VersionId, title, title, "[js: y]"), Cast.Programme, default));
        var recipe = await ExportAsync(site);

        foreach (var text in Strings(JsonNode.Parse(recipe)!))
        {
            Assert.DoesNotMatch(@"\A\s*\[\s*\p{L}+\s*:[\s\S]*\]\s*(?<!\n)\z", text);
        }

        await using var elsewhere = await ContentSite.OpenAsync();
        await ImportAsync(elsewhere, recipe);
        Assert.Equal(await HashesAsync(site), await HashesAsync(elsewhere));
        Assert.Equal(title.Trim(), (await elsewhere.LatestAsync("le-programme")).DisplayText);
    }

    [Property(MaxTest = 500)]
    public void A_guarded_text_is_no_script_and_is_found_again(string? text, bool joined)
    {
        var written = $"{(joined ? "\u2060" : string.Empty)}[js:{text}]";
        Assert.DoesNotContain('[', ScriptGuard.Guard(written)[..1]);
        Assert.Equal(written, ScriptGuard.Unguard(ScriptGuard.Guard(written)));
        Assert.Equal(text ?? string.Empty, ScriptGuard.Unguard(ScriptGuard.Guard(text ?? string.Empty)));
    }

    [Fact]
    public async Task A_script_in_an_imported_recipe_stays_a_text()
    {
        await using var site = await ContentSite.OpenAsync();
        var outcome = await ImportAsync(site, Encoding.UTF8.GetBytes(Page("[js: 1+1]", "formulaire", "[env: HOME]\\n")));
        Assert.Equal(1, outcome.Value.Created);
        var page = await site.LatestAsync("formulaire");
        Assert.Equal("[js: 1+1]", page.DisplayText);
        Assert.Contains("[env: HOME]", page.Rendered.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "mal formé")]
    [InlineData("{}", "steps")]
    [InlineData("{\"steps\":[{\"name\":\"Content\",\"data\":[{\"ContentItemId\":\"court\",\"ContentType\":\"Page\"}]}]}", "ContentItemId")]
    [InlineData("{\"steps\":[{\"name\":\"Content\",\"data\":[{\"ContentItemId\":\"00000000000000000000000000\",\"ContentType\":\"Course\",\"DisplayText\":\"x\",\"AutoroutePart\":{\"Path\":\"x\"}}]}]}", "CoursePart")]
    [InlineData("{\"steps\":[{\"name\":\"Content\",\"data\":[{\"ContentItemId\":\"00000000000000000000000000\",\"ContentType\":\"Page\",\"DisplayText\":\"x\",\"LearningPart\":{\"Objectives\":[null]},\"AutoroutePart\":{\"Path\":\"x\"}}]}]}", "valeur vide")]
    [InlineData("{\"steps\":[{\"name\":\"Content\",\"data\":[{\"ContentItemId\":\"00000000000000000000000000\",\"ContentType\":\"Page\",\"DisplayText\":\"x\",\"MarkdownBodyPart\":{\"Markdown\":null},\"AutoroutePart\":{\"Path\":\"x\"}}]}]}", "forme attendue")]
    public async Task A_broken_recipe_is_refused_whole(string recipe, string reason)
    {
        await using var site = await ContentSite.OpenAsync();
        var read = await site.Get<RecipeReader>().ReadAsync(Encoding.UTF8.GetBytes(recipe), "r.json", default);
        Assert.Contains(read.Findings, finding => finding.Severity == Severity.Error && finding.Message.Contains(reason, StringComparison.Ordinal));
        Assert.Equal("recipes.invalid", (await ImportAsync(site, Encoding.UTF8.GetBytes(recipe))).Refusal!.Code);
    }

    [Theory]
    [InlineData("/exemple.fr")]
    [InlineData("..")]
    [InlineData("A b")]
    public async Task A_hostile_address_is_refused(string slug)
    {
        await using var site = await ContentSite.OpenAsync();
        Assert.Equal("recipes.invalid", (await ImportAsync(site, Encoding.UTF8.GetBytes(Page("Titre", slug, "Texte\\n")))).Refusal!.Code);
    }

    [Fact]
    public async Task Other_steps_are_named_and_not_followed()
    {
        await using var site = await ContentSite.OpenAsync();
        var read = await site.Get<RecipeReader>().ReadAsync("{\"steps\":[{\"name\":\"command\",\"Commands\":[\"rm\"]},{\"name\":\"feature\"}]}"u8.ToArray(), "r.json", default);
        Assert.Equal(2, read.Findings.Count(finding => finding.Severity == Severity.Warning));
        Assert.Empty(read.Items);
    }

    private static string Page(string title, string slug, string text) =>
        $"{{\"steps\":[{{\"name\":\"Content\",\"data\":[{{\"ContentItemId\":\"00000000000000000000000000\",\"ContentType\":\"Page\",\"DisplayText\":\"{title}\",\"Published\":true,\"AutoroutePart\":{{\"Path\":\"pages/{slug}\"}},\"MarkdownBodyPart\":{{\"Markdown\":\"{text}\"}}}}]}}]}}";

    private static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject mapping => mapping.SelectMany(pair => Strings(pair.Value)),
        JsonArray list => list.SelectMany(Strings),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    // Versions, times and authors are each site's own; publication is a wish.
    private static string Told(byte[] recipe)
    {
        var documents = JsonNode.Parse(recipe)!["steps"]![1]!["data"]!.AsArray();
        foreach (var document in documents.Select(node => node!.AsObject()))
        {
            foreach (var name in new[] { "ContentItemVersionId", "Published", "ModifiedUtc", "PublishedUtc", "CreatedUtc", "Owner", "Author" })
            {
                document.Remove(name);
            }
        }

        return documents.ToJsonString();
    }

    private static Task<byte[]> ExportAsync(ContentSite site) => site.AskAsync<ExportRecipe, byte[]>(async act => (await act.ExportAsync(Cast.Programme, default)).Value);

    private static async Task<Outcome<RecipeReport>> ImportAsync(ContentSite site, byte[] recipe)
    {
        var contents = await site.Get<RecipeReader>().ReadAsync(recipe, "r.json", default);
        return await site.AskAsync<ImportRecipe, Outcome<RecipeReport>>(act => act.ImportAsync(contents, Cast.Programme, default));
    }

    private static Task<List<string>> HashesAsync(ContentSite site) =>
        site.ReadAsync(db => db.Set<ContentVersion>().Where(row => row.LatestKey != null).OrderBy(row => row.ItemId).Select(row => row.ItemId + row.ContentHash).ToListAsync());
}
