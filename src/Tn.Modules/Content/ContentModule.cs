using Microsoft.Extensions.DependencyInjection;
using Tn.Content.Api;
using Tn.Content.Commands;
using Tn.Content.Demonstration;
using Tn.Content.AxesInForce;
using Tn.Content.Documents;
using Tn.Content.Documents.Archive;
using Tn.Content.Documents.Redirects;
using Tn.Content.Documents.Save;
using Tn.Content.Documents.Translations;
using Tn.Content.Documents.Versions;
using Tn.Content.Lint;
using Tn.Content.Menus;
using Tn.Content.Feeds;
using Tn.Content.Media;
using Tn.Content.Offered;
using Tn.Content.Packages;
using Tn.Content.Pages;
using Tn.Content.Questions;
using Tn.Content.Recipes;
using Tn.Content.Rendering;
using Tn.Content.Review;
using Tn.Content.Review.Minutes;
using Tn.Content.Review.Publish;
using Tn.Content.Review.Reading;
using Tn.Content.Review.Renewal;
using Tn.Content.Review.Schedule;
using Tn.Content.Review.Submit;
using Tn.Content.Review.Threads;
using Tn.Content.Review.Vote;
using Tn.Content.Review.Withdraw;
using Tn.Content.Search;
using Tn.Content.Seeding;
using Tn.Platform;
using Tn.Platform.CommandLine;
using Tn.Platform.Demonstration;
using Tn.Platform.Search;
using Tn.Platform.Web;

namespace Tn.Content;

/// <summary>The module's door: the only public type.</summary>
public static class ContentModule
{
    /// <summary>Adds the module's services, mappings, jobs and pages.</summary>
    public static IServiceCollection AddContent(this IServiceCollection services)
    {
        services.AddModelPart<ContentTables>();
        services.AddMediaLibrary();
        services.AddContentApi();
        services.AddFeeds();
        services.AddSentences(typeof(ContentModule).Assembly);
        services.AddOptions<ContentOptions>().BindConfiguration("Content").ValidateDataAnnotations().ValidateOnStart();
        return services.AddReading().AddReview().AddThreads().AddLint().AddMinutes().AddRenewals().AddReadings().AddVersions().AddTranslations().AddRedirects().AddSchedule().AddMenus().AddAxes().AddEditor().AddOffered().AddDoors();
    }

    private static IServiceCollection AddReading(this IServiceCollection services) => services
        .AddSingleton<HtmlCleaner>()
        .AddSingleton<InlineText>()
        .AddQuestions()
        .AddSingleton<LessonRenderer>()
        .AddSingleton<RenderBench>()
        .AddSingleton<BodyRenderer>()
        .AddPackages()
        .AddRecipes();

    private static IServiceCollection AddReview(this IServiceCollection services) => services
        .AddScoped<PublicationGate>()
        .AddScoped<ReviewRules>()
        .AddScoped<ReviewLetters>()
        .AddScoped<QueueQueries>()
        .AddScoped<ReviewQueries>()
        .AddScoped<DocumentQueries>()
        .AddScoped<SubmitForReview>()
        .AddScoped<CharterDeclaration>()
        .AddScoped<WithdrawSubmission>()
        .AddScoped<CastVote>()
        .AddScoped<PublishApproved>()
        .AddScoped<SaveDraft>()
        .AddScoped<ArchiveDocument>();

    private static IServiceCollection AddOffered(this IServiceCollection services) => services
        .AddSingleton<ContentCache>()
        .AddScoped<IPublishedDocuments, PublishedDocuments>()
        .AddScoped<ICourseCatalogue, CourseCatalogue>()
        .AddScoped<IQuestionBanks, QuestionBanks>();

    private static IServiceCollection AddDoors(this IServiceCollection services) => services
        .AddScoped<ISearchSource, ContentSource>()
        .AddSingleton<Labels>()
        .AddScoped<IPersonalSpaceBlock, ReviewDeskBlock>()
        .AddScoped<IDemonstration, ContentDemonstration>()
        .AddSeeder<CourseSeeder>("--courses", "Cours d’essai de dix leçons à publier.")
        .AddSingleton<IVerb, PackagesVerb>()
        .AddSingleton<IVerb, QuestionsVerb>();
}
