using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tn.Certification.Lives;
using Tn.Platform.Data;
using Tn.Platform.Jobs;
using Tn.Platform.LifeCycles;
using Tn.Platform.Web;

namespace Tn.Certification.Appeals;

/// <summary>Registers appeals.</summary>
internal static class AppealsServices
{
    public static IServiceCollection AddAppeals(this IServiceCollection services)
    {
        services.AddLifeCycle(() => AppealMachine.LifeCycle);
        services.AddScoped<ContestableDecisions>();
        services.AddScoped<AppealPanel>();
        services.AddScoped<AppealEffect>();
        services.AddScoped<LodgeAppeal>();
        services.AddScoped<HearAppeal>();
        services.AddScoped<AppealQueries>();
        services.AddScoped<AppealReminders>();
        services.AddScoped<IReminderKind>(provider => provider.GetRequiredService<AppealReminders>());
        services.AddScoped<IPersonalSpaceBlock, AppealBlock>();
        services.AddRecurringWork<AppealSweep>("recours", "25 6 * * *");
        return services;
    }
}

/// <summary>In the personal space of who hears appeals: those entrusted that wait for a vote.</summary>
internal sealed class AppealBlock(AppealQueries queries) : IPersonalSpaceBlock
{
    public int Order => 22;

    public async Task<PersonalSpaceBlock?> ForAsync(ActContext act, CancellationToken cancellationToken)
    {
        if (!act.Can(Permission.HearAppeals) || act.Actor is not { } member)
        {
            return null;
        }

        var waiting = (await queries.ForMemberAsync(act, cancellationToken)).Value.Where(appeal => appeal.Votes.All(vote => vote.Member != member)).ToList();
        return waiting.Count == 0 ? null : new PersonalSpaceBlock(
            "Recours",
            $"{French.Count(waiting.Count, "recours attend", "recours attendent")} votre voix.",
            "Ouvrir les recours",
            "/comites/jury/recours",
            [.. waiting.Take(3).Select(appeal => new ProgressLine(appeal.File.Number, $"/comites/jury/recours/{appeal.Id}", Note: $"avant le {French.ShortDate(appeal.DueOn!.Value)}"))]);
    }
}

/// <summary>Maps appeals.</summary>
internal static class AppealTables
{
    public static void Map(ModelBuilder model) => model.Entity<Appeal>(table =>
    {
        table.ToTable("certification_appeals");
        table.HasKey(row => row.Id);
        table.Property(row => row.File).AsJson();
        table.Property(row => row.Reasons).HasMaxLength(AppealText.Longest);
        table.Property(row => row.Panel).AsJson();
        table.Property(row => row.Recusals).AsJson();
        table.Property(row => row.Votes).AsJson();
        table.Property(row => row.Effect).HasMaxLength(300);
        table.MapLife<Appeal, AppealState, AppealTrigger>();
        // One appeal for a decision, whoever clicks twice.
        table.HasIndex(row => new { row.Appellant, row.ContestedAt }).IsUnique();
    });
}
