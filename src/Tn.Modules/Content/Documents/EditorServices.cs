using Microsoft.Extensions.DependencyInjection;
using Tn.Content.Documents.Clone;
using Tn.Content.Documents.Copies;
using Tn.Content.Documents.Create;
using Tn.Content.Documents.Delete;
using Tn.Content.Documents.Discard;
using Tn.Content.Documents.History;
using Tn.Content.Documents.Save;
using Tn.Content.Documents.Share;
using Tn.Content.Documents.Words;
using Tn.Content.Pages.Admin.Editor;
using Tn.Platform;
using Tn.Platform.Jobs;

namespace Tn.Content.Documents;

/// <summary>What authors need to begin, write, copy, give up and delete documents.</summary>
internal static class EditorServices
{
    public static IServiceCollection AddEditor(this IServiceCollection services)
    {
        services.AddModelPart<EditorTables>();
        services.AddDataProtection();
        return services
            .AddScoped<DraftWriter>()
            .AddScoped<TitleSearch>()
            .AddRecurringWork<IndexTitles>("content-words", "* * * * *")
            .AddScoped<CourseLessons>()
            .AddScoped<DocumentHistory>()
            .AddScoped<CreateDocument>()
            .AddScoped<CloneDocument>()
            .AddScoped<DiscardDraft>()
            .AddScoped<DeleteDocument>()
            .AddScoped<KeepWorkingCopy>()
            .AddScoped<EditorDesk>()
            .AddSingleton<ShareLink>()
            .AddSingleton<PreviewBudget>();
    }
}
