using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tn.Content.Documents;
using Tn.Content.Documents.Save;
using Tn.Content.Packages;
using Tn.Content.Packages.Files;
using Tn.Content.Packages.Install;
using Tn.Content.Review;
using Tn.Content.Review.Submit;
using Tn.Content.Review.Vote;
using Tn.Contracts;
using Tn.Kernel;
using Tn.Platform.Data;
using Tn.Testing;

namespace Tn.Web.Tests.Publishing;

/// <summary>
/// A page that is public never disappears and never shows half a version, whatever is published meanwhile. Every text carries the
/// mark of its version from the first word to the last; readers compare the marks of each page they are given.
/// </summary>
public sealed partial class ReadersDuringPublications
{
    private const string Course = "/formations/cours-sous-les-yeux";
    private const string Lesson = Course + "/lue-sans-cesse";

    [Theory]
    [InlineData(TestDatabase.Sqlite, 1000)]
    [InlineData(TestDatabase.PostgreSql, 200)]
    public async Task A_lesson_and_its_course_are_whole_and_there_whatever_is_published(TestDatabase database, int publications)
    {
        await using var site = await TestSite.StartAsync(database);
        var desk = await Desk.OpenAsync(site.Services);
        await desk.ImportAsync(0);
        using var over = new CancellationTokenSource();
        using var stranger = site.Visit();
        using var learner = await site.Visit().SignInAsync("conseiller@demo.test");
        var readers = new[] { Task.Run(() => ReadAsync(stranger, over.Token)), Task.Run(() => ReadAsync(learner, over.Token)) };

        for (var number = 1; number <= publications; number++)
        {
            // Two edits of the lesson, then a package that changes the course and its other lesson together.
            await (number % 3 == 0 ? desk.ImportAsync(number) : desk.EditAsync(number));
        }

        await over.CancelAsync();
        var readings = await Task.WhenAll(readers);
        Assert.All(readings, reading => Assert.Empty(reading.Faults));
        Assert.All(readings, reading => Assert.True(reading.Pages > publications && reading.Versions > publications / 4, $"{reading.Pages} pages read, {reading.Versions} versions seen: too few to prove anything"));
        Assert.Equal(publications, desk.Published - 1);
    }

    private static async Task<Reading> ReadAsync(Visitor visitor, CancellationToken over)
    {
        var faults = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var pages = 0;
        // Several pages while one is published; without a breath between them readers would only keep the publishers from their processor.
        using var breath = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!over.IsCancellationRequested && faults.Count < 10 && await breath.WaitForNextTickAsync(CancellationToken.None))
        {
            foreach (var address in new[] { Lesson, Course })
            {
                using var answer = await visitor.Http.GetAsync(new Uri(address, UriKind.Relative), CancellationToken.None);
                var body = await answer.Content.ReadAsStringAsync(CancellationToken.None);
                pages++;
                if (answer.StatusCode != HttpStatusCode.OK)
                {
                    faults.Add($"{address}: {answer.StatusCode}");
                }

                foreach (var kind in Mark().Matches(body).GroupBy(match => match.Groups["kind"].Value))
                {
                    var marks = kind.Select(match => match.Value).Distinct().ToList();
                    seen.UnionWith(marks);
                    if (marks.Count > 1)
                    {
                        faults.Add($"{address}: {string.Join(" and ", marks)} on one page");
                    }
                }

                // Each paragraph has its mark: a page without is half a page.
                if (address == Lesson && Mark().Count(body) < Desk.Paragraphs)
                {
                    faults.Add($"{address}: {Mark().Count(body)} marks");
                }
            }
        }

        return new Reading(pages, seen.Count, faults);
    }

    [GeneratedRegex("(?<kind>texte|cours)numero[0-9]+fin", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mark();

    private sealed record Reading(int Pages, int Versions, IReadOnlyList<string> Faults);

    /// <summary>Writes, imports and votes on connections of its own, as people and a package do.</summary>
    private sealed class Desk(IServiceProvider services, PersonCard author, IReadOnlyList<PersonCard> committee)
    {
        public const int Paragraphs = 40;

        public int Published { get; private set; }

        public static async Task<Desk> OpenAsync(IServiceProvider services)
        {
            await using var scope = services.CreateAsyncScope();
            var people = scope.ServiceProvider.GetRequiredService<IPeople>();
            var committee = new List<PersonCard>();
            for (var number = 1; number <= 3; number++)
            {
                committee.Add((await people.FindByEmailAsync($"pedago{number}@demo.test", default))!);
            }

            return new Desk(services, (await people.FindByEmailAsync("auteur@demo.test", default))!, committee);
        }

        /// <summary>A new text of the lesson.</summary>
        public async Task EditAsync(int number)
        {
            await using var scope = services.CreateAsyncScope();
            var latest = await scope.ServiceProvider.GetRequiredService<TnDbContext>().Set<ContentVersion>().AsNoTracking()
                .SingleAsync(row => row.LatestKey != null && row.Slug == "lue-sans-cesse");
            var input = new DraftInput(latest.ItemId, latest.VersionId, latest.DisplayText, string.Empty, Text(number));
            Assert.True((await scope.ServiceProvider.GetRequiredService<SaveDraft>().SaveAsync(input, As(author), default)).IsDone);
            Assert.True((await scope.ServiceProvider.GetRequiredService<SubmitForReview>().SubmitAsync(latest.ItemId, As(author), default)).IsDone);
            await PublishAsync();
        }

        /// <summary>A package with another course page and another second lesson; the first, edited here, is as it was.</summary>
        public async Task ImportAsync(int number)
        {
            await using var scope = services.CreateAsyncScope();
            var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
            {
                ["package.yml"] = Bytes($"id: tn.lecteurs\nversion: 1.0.{number}\ntitle: Lecteurs\nlanguage: fr\nlicence: Licence Ouverte 2.0\nauthors: [Essai]\naxis: donnees\nengine: 1.0.0\n"),
                ["cours-sous-les-yeux/course.yml"] = Bytes($"title: Cours coursnumero{number}fin\nsummary: Résumé coursnumero{number}fin.\nobjectives: [Savoir coursnumero{number}fin]\naudience: tous\nlevel: pratique\nminutes: 10\naxis: donnees\nprerequisites: []\nreviewBy: 2027-11-30\ncompletion:\n  lessons: all\n  minimumScore: 70\n"),
                ["cours-sous-les-yeux/01-lue-sans-cesse.md"] = LessonFile("Leçon lue", Text(0)),
                ["cours-sous-les-yeux/02-seconde.md"] = LessonFile($"Seconde coursnumero{number}fin", $"Texte coursnumero{number}fin.\n"),
            };
            var package = await scope.ServiceProvider.GetRequiredService<PackageReader>().ReadAsync(new PackageFiles(files), default);
            Assert.Empty(package.Findings.Where(finding => finding.Severity == Content.Rendering.Severity.Error).Select(finding => finding.ToString()));
            var installed = await scope.ServiceProvider.GetRequiredService<InstallPackage>().InstallAsync(package, author, ActContext.System(DateTimeOffset.UtcNow, "test"), default);
            Assert.True(installed.IsDone);
            await PublishAsync();
        }

        private async Task PublishAsync()
        {
            SubmissionId id;
            string hash;
            await using (var scope = services.CreateAsyncScope())
            {
                var submission = (await scope.ServiceProvider.GetRequiredService<ReviewQueries>().OpenAsync(default)).Single(one => one.IsOpen && one.Documents.Any(document => document.Title == "Leçon lue" || document.Title.Contains("coursnumero", StringComparison.Ordinal)));
                (id, hash) = (submission.Id, submission.ContentHash);
            }

            foreach (var member in committee)
            {
                await using var scope = services.CreateAsyncScope();
                var voted = await scope.ServiceProvider.GetRequiredService<CastVote>().CastAsync(id, new VoteInput(VoteChoice.Approve, "Relu.", hash), As(member), default);
                Assert.True(voted.IsDone, voted.Refusal?.Code);
                Published += voted.Value == ReviewState.Published ? 1 : 0;
            }
        }

        /// <summary>Long enough to be sent in several pieces, its mark in every paragraph.</summary>
        private static string Text(int number) =>
            string.Concat(Enumerable.Range(1, Paragraphs).Select(paragraph => $"Paragraphe {paragraph}, textenumero{number}fin : {string.Concat(Enumerable.Repeat("des mots pour remplir la page. ", 20))}\n\n"));

        private static ActContext As(PersonCard person) => new(person.Id, person.DisplayName, person.Roles, DateTimeOffset.UtcNow, "test");

        private static byte[] LessonFile(string title, string text) =>
            Bytes($"---\ntitle: {title}\nminutes: 5\nobjectives: [Savoir]\nreviewBy: 2027-11-30\nsources: []\n---\n\n{text}");

        private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);
    }
}
