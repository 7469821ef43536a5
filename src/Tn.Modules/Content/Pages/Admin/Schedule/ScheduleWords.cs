using Tn.Content.Review.Schedule;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Admin.Schedule;

/// <summary>How planned acts are told.</summary>
internal static class ScheduleWords
{
    public static string Kind(ScheduleState state) => state switch
    {
        ScheduleState.Planned => "info",
        ScheduleState.Waiting => "warning",
        ScheduleState.Done => "success",
        ScheduleState.Refused => "danger",
        _ => "neutral",
    };

    public static string Of(this Sentences sentences, ScheduleState state) => sentences.Of($"content.schedule.state.{state}".ToLowerInvariant());

    public static string Of(this Sentences sentences, PlannedKind kind) => sentences.Of($"content.schedule.kind.{kind}".ToLowerInvariant());

    public static string Of(this Sentences sentences, ScheduleTrigger trigger) => sentences.Of($"content.schedule.trigger.{trigger}".ToLowerInvariant());

    /// <summary>Why it waits or was refused, or null.</summary>
    public static string? ReasonOf(this Sentences sentences, PlannedAct planned) => planned.Reason is { } reason ? sentences.Of(reason.ToRefusal()) : null;
}
