using Microsoft.Extensions.DependencyInjection;
using Tn.Courses.Completion;
using Tn.Courses.Demonstration;
using Tn.Courses.Enrolments;
using Tn.Courses.Lessons;
using Tn.Courses.Listening;
using Tn.Courses.Questions;
using Tn.Courses.Space;
using Tn.Platform;
using Tn.Platform.Demonstration;
using Tn.Platform.Events;
using Tn.Platform.Web;

namespace Tn.Courses;

/// <summary>The module's door: the only public type.</summary>
public static class CoursesModule
{
    /// <summary>Adds the module's services, mappings, jobs and pages.</summary>
    public static IServiceCollection AddCourses(this IServiceCollection services)
    {
        services.AddModelPart<CoursesTables>();
        services.AddSentences(typeof(CoursesModule).Assembly);

        services.AddSingleton<LearnerQueries>();
        services.AddScoped<LearnerCourses>();
        services.AddScoped<Enrol>();
        services.AddScoped<MoveToEdition>();
        services.AddScoped<ReadLesson>();
        services.AddScoped<KeepPosition>();
        services.AddScoped<AnswerQuestion>();
        services.AddScoped<RecordCompletion>();
        services.AddScoped<MyCourses>();
        services.AddScoped<Statements>();

        services.AddScoped<ICompletions, Completions>();
        services.AddScoped<ICourseLearners, CountLearners>();
        services.AddScoped<IPersonalSpaceBlock, ContinueBlock>();
        services.AddScoped<IPersonalData, LearningData>();
        services.AddEventHandler<ContentPublished, EvictPublishedPages>();
        services.AddEventHandler<ContentArchived, EvictPublishedPages>();
        services.AddScoped<IDemonstration, LearningDemonstration>();
        return services;
    }
}
