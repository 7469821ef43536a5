using System.Globalization;
using Tn.Certification;
using Tn.Committees;
using Tn.Content;
using Tn.Courses;
using Tn.Identity;
using Tn.Journey;
using Tn.Kernel;
using Tn.Migrations.Sqlite;
using Tn.Network;
using Tn.Platform.Startup;
using Tn.Platform;
using Tn.Platform.Data;
using Tn.Platform.Web;
using Tn.Reminders;
using Tn.Themes.Encre;
using Tn.Webinars;

namespace Tn.Web;

/// <summary>Builds the application: a table of contents of what it is made of.</summary>
public static class TnHost
{
    /// <summary>Builds the host without starting it; verbs of the command line use its services too.</summary>
    /// <param name="args">Ordinary ASP.NET Core arguments, and <c>--data folder</c>.</param>
    /// <param name="adjust">Last word on services, for tests: a clock, a log level.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        // What no reader asked for (a verb, a job, a letter) is French, whatever the machine speaks.
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = French.Culture;
        var builder = WebApplication.CreateBuilder(args);
        var folder = new DataFolder(builder.Configuration["data"] ?? Path.Combine(builder.Environment.ContentRootPath, "App_Data"));

        AbortPoint.Arm(builder.Environment.IsDevelopment() ? builder.Configuration["Crash:At"] : null);
        builder.Host.UseDefaultServiceProvider(options => options.ValidateScopes = options.ValidateOnBuild = true);
        builder.Services.AddPlatform(builder.Configuration, folder);
        builder.Services.ConfigureDbContext<SqliteTnDbContext>(ModelAhead.Use);
        builder.Services.AddIdentity();
        builder.Services.AddCommittees();
        builder.Services.AddContent();
        builder.Services.AddCourses();
        builder.Services.AddJourney();
        builder.Services.AddCertification();
        builder.Services.AddNetwork();
        builder.Services.AddWebinars();
        builder.Services.AddReminders();
        builder.Services.AddEncre();
        builder.AddWeb(folder);
        adjust?.Invoke(builder);

        var app = builder.Build();
        Startup.BuildModelAhead(app.Services);
        app.UseWeb();
        return app;
    }

    /// <summary>Brings the database up to date and, on a fresh site in Development, plays the demonstration.</summary>
    public static Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        Startup.PrepareAsync(services, cancellationToken);
}
