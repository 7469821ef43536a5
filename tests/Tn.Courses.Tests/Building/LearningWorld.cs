using System.Collections.Frozen;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tn.Courses.Enrolments;
using Tn.Courses.Lessons;
using Tn.Courses.Questions;
using Tn.Platform;
using Tn.Platform.Data;

namespace Tn.Courses.Tests.Building;

/// <summary>The module on a real SQLite file, with its neighbours filled by hand. Every act has a scope of its own, as a request has.</summary>
internal sealed class LearningWorld : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tn-courses-").FullName;
    private readonly ServiceProvider services;
    private DateTimeOffset now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private LearningWorld()
    {
        services = new ServiceCollection()
            .AddLogging()
            .AddPlatform(new ConfigurationBuilder().Build(), new DataFolder(folder))
            .AddCourses()
            .AddSingleton<ICourseCatalogue>(Catalogue)
            .AddSingleton<IPeople>(new Everyone())
            .AddSingleton<INotifier>(Letters)
            .AddSingleton<IOutputCacheStore>(Cache)
            .BuildServiceProvider();
    }

    public CatalogueInMemory Catalogue { get; } = new();

    public LettersKept Letters { get; } = new();

    public EvictionsSeen Cache { get; } = new();

    public static async Task<LearningWorld> OpenAsync(params IReadOnlyList<ACourse> courses)
    {
        var world = new LearningWorld();
        foreach (var course in courses)
        {
            world.Catalogue.Publish(course);
        }

        await world.LookAsync(db => db.Database.EnsureCreatedAsync());
        return world;
    }

    /// <summary>An act of a person; each act is a minute later than the one before.</summary>
    public ActContext ActOf(PersonId? person)
    {
        now = now.AddMinutes(1);
        return person is { } someone
            ? new ActContext(someone, Everyone.NameOf(someone), new[] { Role.Advisor }.ToFrozenSet(), now, "test")
            : ActContext.Anonymous(now);
    }

    public Task<Outcome<LearnerCourse>> EnrolAsync(PersonId? person, string course = "proteger") =>
        DoAsync<Enrol, Outcome<LearnerCourse>>(act => act.BeginAsync(course, ActOf(person), CancellationToken.None));

    public Task<Outcome<LessonWasRead>> ReadAsync(PersonId? person, string lesson, string course = "proteger") =>
        DoAsync<ReadLesson, Outcome<LessonWasRead>>(act => act.MarkAsync(course, lesson, ActOf(person), CancellationToken.None));

    public Task<Outcome> StopAtAsync(PersonId? person, string lesson, string? anchor) =>
        DoAsync<KeepPosition, Outcome>(act => act.KeepAsync("proteger", lesson, anchor, ActOf(person), CancellationToken.None));

    public Task<Outcome> MoveAsync(PersonId? person) =>
        DoAsync<MoveToEdition, Outcome>(act => act.MoveAsync("proteger", ActOf(person), CancellationToken.None));

    public Task<Outcome<KeptAnswer>> AnswerAsync(PersonId? person, string question, Answer answer, string? token = null, string lesson = "inventaire") =>
        DoAsync<AnswerQuestion, Outcome<KeptAnswer>>(act => act.KeepAsync(
            new GivenAnswer("proteger", lesson, question, answer, token ?? Guid.NewGuid().ToString("N")), ActOf(person), CancellationToken.None));

    /// <summary>Answers everything in the usual course right.</summary>
    public async Task AnswerAllAsync(PersonId person)
    {
        await AnswerAsync(person, "q1", Answer.Of("c2"));
        await AnswerAsync(person, "q2", Answer.Of("c1", "c2"));
        await AnswerAsync(person, "q3", Answer.Of("false"));
        await AnswerAsync(person, "q4", Answer.Typed("Nom de domaine"));
        await AnswerAsync(person, "q5", Answer.Typed("72"));
    }

    /// <summary>The course as a person meets it now.</summary>
    public async Task<LearnerCourse> CourseOfAsync(PersonId? person) =>
        (await DoAsync<LearnerCourses, LearnerCourse?>(courses => courses.FindAsync("proteger", person, false, CancellationToken.None)))!;

    public async Task<T> DoAsync<TAct, T>(Func<TAct, Task<T>> run)
        where TAct : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<TAct>());
    }

    public Task<T> LookAsync<T>(Func<TnDbContext, Task<T>> look) => DoAsync(look);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
