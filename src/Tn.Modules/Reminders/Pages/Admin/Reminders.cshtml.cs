using Microsoft.AspNetCore.Mvc;
using Tn.Platform.Web;
using Tn.Reminders.Due;

namespace Tn.Reminders.Pages.Admin;

/// <summary>The preview of the next sixty days, and what was given up.</summary>
[Needs(Permission.ManageJobs)]
internal sealed class RemindersModel(ReminderQueries reminders, RetryReminder retry, Sentences sentences) : TnPageModel
{
    private const int Ahead = 60;

    public int Size => 50;

    public int PageNumber { get; private set; } = 1;

    public int Total { get; private set; }

    public DateOnly Until { get; private set; }

    public IReadOnlyList<ReminderLine> GivenUp { get; private set; } = [];

    public IReadOnlyList<IGrouping<DateOnly, ReminderLine>> Days { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "p")] int page, CancellationToken cancellationToken)
    {
        Until = French.Day(Act.At).AddDays(Ahead);
        PageNumber = Math.Clamp(page, 1, 10_000);
        var found = await reminders.ReadAsync(French.StartOf(Until.AddDays(1)), PageNumber, Size, Act, cancellationToken);
        if (found.IsRefused(out var refusal))
        {
            return Denied(refusal);
        }

        (var coming, Total, GivenUp) = found.Value;
        Days = [.. coming.GroupBy(line => French.Day(line.DueUtc))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid reminder, CancellationToken cancellationToken)
    {
        var outcome = await retry.RetryAsync(new DueReminderId(reminder), Act, cancellationToken);
        if (outcome.IsRefused(out var refusal))
        {
            return Denied(refusal);
        }

        Confirm("La relance sera tentée à nouveau dans la minute.");
        return LocalRedirect("/admin/relances");
    }

    /// <summary>The kind in plain French when its module gave it a word (<c>reminder.{kind}</c>), its key otherwise.</summary>
    public string KindOf(ReminderLine line) => sentences.Find($"reminder.{line.Kind}") ?? line.Kind;

    /// <summary>The rung as French counts days: <c>D-30</c> is « J−30 », thirty days before; <c>D7</c> is « J+7 ».</summary>
    public string StepOf(ReminderLine line) => line.Step switch
    {
        ['D', '-', .. var days] => sentences.Of("reminder.step.before", new Dictionary<string, string> { ["days"] = days }),
        ['D', .. var days] when int.TryParse(days, out _) => sentences.Of("reminder.step.after", new Dictionary<string, string> { ["days"] = days }),
        _ => line.Step,
    };

    /// <summary>Paris time.</summary>
    public static string HourOf(ReminderLine line)
    {
        var local = TimeZoneInfo.ConvertTime(line.DueUtc, French.Paris);
        return $"{local.Hour} h {local.Minute:00}";
    }
}
