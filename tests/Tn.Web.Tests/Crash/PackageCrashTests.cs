using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Tn.Testing;

namespace Tn.Web.Tests.Crash;

/// <summary>The program killed while it installs a package of many courses.</summary>
public sealed class PackageCrashTests : IDisposable
{
    private const int Courses = 40;
    private readonly string folder = Directory.CreateTempSubdirectory("tn-crash-package-").FullName;

    [Fact]
    public async Task A_kill_in_the_middle_leaves_whole_courses_and_installing_again_goes_on()
    {
        var package = Path.Combine(folder, "paquet");
        var data = Path.Combine(folder, "data");
        TrialPackage.Write(package, Courses);
        Assert.Equal(0, (await ChildSite.RunVerbAsync("migrate", "--data", data)).ExitCode);

        using (var install = Start("packages", "install", package, "--data", data))
        {
            // Some courses are in, not all: asked of the database, since the child says nothing of its progress to a pipe.
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
            while (!install.HasExited && Count(data, "SELECT COUNT(*) FROM content_submissions") < 3)
            {
                await beat.WaitForNextTickAsync(patience.Token);
            }

            install.Kill(entireProcessTree: true);
            await install.WaitForExitAsync();
        }

        var courses = Count(data, "SELECT COUNT(*) FROM content_versions WHERE ContentType = 'Course'");
        Assert.InRange(courses, 1, Courses - 1);
        Assert.Equal(courses * TrialPackage.Lessons, Count(data, "SELECT COUNT(*) FROM content_versions WHERE ContentType = 'Lesson'"));
        Assert.Equal(courses, Count(data, "SELECT COUNT(*) FROM content_submissions"));
        Assert.Equal(courses * (TrialPackage.Lessons + 1), Count(data, "SELECT COUNT(*) FROM content_submission_documents"));
        Assert.Equal(0, Count(data, "SELECT COUNT(*) FROM content_versions WHERE PublishedKey IS NOT NULL"));
        Assert.Equal(1, Count(data, "SELECT COUNT(*) FROM content_packages WHERE State = 'Installing'"));

        var (code, output) = await ChildSite.RunVerbAsync("packages", "install", package, "--json", "--data", data);
        Assert.True(code == 0, output);
        Assert.Equal(Courses * (TrialPackage.Lessons + 1), Count(data, "SELECT COUNT(*) FROM content_versions"));
        Assert.Equal(Courses, Count(data, "SELECT COUNT(*) FROM content_submissions"));
        Assert.Equal(1, Count(data, "SELECT COUNT(*) FROM content_packages WHERE State = 'Installed' AND Done = Total"));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Program, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(Repository.Program)! };
        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }

    private static int Count(string data, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "tn.db")};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        // Sentences of this test's own.
        command.CommandText = sql;
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
