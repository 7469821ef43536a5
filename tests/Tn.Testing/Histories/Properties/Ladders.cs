using Tn.Certification.Certificates;
using Tn.Contracts;
using Tn.Kernel;
using Tn.Reminders.Due;

namespace Tn.Testing.Histories.Properties;

/// <summary>
/// The reminders that should have been sent, reckoned from terms, stays and evenings of works, against those that were, both ways.
/// A rung is sent on the first evening of works at or after its hour, when its reason still stands then; when several fall due together,
/// after an outage, only the last of them.
/// </summary>
internal static class Ladders
{
    private static readonly PathState[] Renewable = [PathState.Certified, PathState.Probationary, PathState.ResignatureDue, PathState.ResignatureOverdue, PathState.RenewalOpen];

    /// <summary>150, 90, 30 and 7 days before the end of a term that nothing follows and that is not withdrawn, at nine, while the file may still be renewed.</summary>
    public static IEnumerable<string> Renewal(Ledger ledger) => Compare(ledger, "renewal", ledger.Lives.SelectMany(life => life.Certificates.SelectMany(certificate => Expected(
        ledger,
        life,
        new[] { 150, 90, 30, 7 }.Select(days => ($"renewal:{certificate.Code}:D-{days}", French.StartOf(certificate.Until.AddDays(-days)).AddHours(9))).Where(rung => rung.Item2 > certificate.IssuedAt),
        evening => Renewable.Contains(life.StateAt(evening)) && !IsFollowed(life, certificate, evening) && !Terms.IsWithdrawn(ledger, certificate, evening)))));

    /// <summary>30 and 7 days before a file is closed for want of pieces, at eight.</summary>
    public static IEnumerable<string> Pieces(Ledger ledger) => BeforeTheLastDay(ledger, "pieces-requested", PathState.PiecesRequested, 60);

    /// <summary>30 and 7 days before the end of a window of re-signature, at eight.</summary>
    public static IEnumerable<string> Resignature(Ledger ledger) => BeforeTheLastDay(ledger, "resignature-due", PathState.ResignatureDue, 60);

    /// <summary>7, 30, 60 and 90 days after a census was begun or taken up again, while it is not submitted.</summary>
    public static IEnumerable<string> Census(Ledger ledger) => Compare(ledger, "census-unfinished", ledger.Lives.SelectMany(life => life.Stays.Where(stay => stay.State == PathState.CensusInProgress).SelectMany(stay => Expected(
        ledger,
        life,
        new[] { 7, 30, 60, 90 }.Select(days => ($"census-unfinished:{life.Dossier.Number}:{stay.Ordinal}:D{days}", stay.Entered.AddDays(days))),
        stay.Holds))));

    /// <summary>No key twice among notices of a person, among mails, among reminders; none given up.</summary>
    public static IEnumerable<string> ToldTwice(Ledger ledger) =>
    [
        .. ledger.Notices.GroupBy(notice => (notice.Person, notice.Key)).Where(group => group.Skip(1).Any()).Select(group => $"notice {group.Key.Key}"),
        .. ledger.MailKeys.GroupBy(key => key).Where(group => group.Skip(1).Any()).Select(group => $"mail {group.Key}"),
        .. ledger.Planned.Where(one => one.Error is not null || one.State == DueState.Failed).Select(one => $"reminder {one.Key} failed: {one.Error}"),
        // Each reminder sent is one notice and one mail; each of these is of a reminder sent.
        .. Apart("notice", ledger.Notices.Select(notice => $"{notice.Key}:{notice.Person.Value:N}"), ledger.Planned),
        .. Apart("mail", ledger.MailKeys, ledger.Planned),
    ];

    private static IEnumerable<string> BeforeTheLastDay(Ledger ledger, string kind, PathState state, int length) => Compare(ledger, kind, ledger.Lives.SelectMany(life => life.Stays.Where(stay => stay.State == state).SelectMany(stay => Expected(
        ledger,
        life,
        new[] { 30, 7 }.Select(days => ($"{kind}:{life.Dossier.Number}:{stay.Ordinal}:D-{days}", French.StartOf(French.Day(stay.Entered).AddDays(length - days)).AddHours(8))),
        stay.Holds))));

    private static IEnumerable<(PersonId Person, string Key, DateTimeOffset At)> Expected(Ledger ledger, Life life, IEnumerable<(string Key, DateTimeOffset Due)> ladder, Func<DateTimeOffset, bool> stands) =>
        ladder.Select(rung => (rung.Key, rung.Due, Evening: ledger.Calendar.NextWorks(rung.Due)))
            .Where(rung => rung.Evening is not null)
            .GroupBy(rung => rung.Evening!.Value)
            .Where(evening => stands(evening.Key))
            .Select(evening => (life.Person, evening.MaxBy(rung => rung.Due).Key, evening.Key));

    private static IEnumerable<string> Compare(Ledger ledger, string kind, IEnumerable<(PersonId Person, string Key, DateTimeOffset At)> expected)
    {
        var wanted = expected.ToHashSet();
        var sent = ledger.Notices.Where(notice => notice.Key.StartsWith($"reminder:{kind}:", StringComparison.Ordinal)).Select(notice => (notice.Person, Key: notice.Key["reminder:".Length..], notice.At)).ToHashSet();
        return [.. wanted.Except(sent).Select(one => $"not sent on {one.At:yyyy-MM-dd}: {one.Key}"), .. sent.Except(wanted).Select(one => $"sent on {one.At:yyyy-MM-dd}, not of the ladder: {one.Key}")];
    }

    private static bool IsFollowed(Life life, Certificate certificate, DateTimeOffset at) =>
        life.Certificates.Any(other => other.IssuedAt > certificate.IssuedAt && other.IssuedAt <= at);

    private static IEnumerable<string> Apart(string what, IEnumerable<string> keys, IReadOnlyList<DueReminder> planned)
    {
        var told = keys.Where(key => key.StartsWith("reminder:", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        var sent = planned.Where(one => one.State == DueState.Sent).Select(one => $"reminder:{one.Key}:{one.To.Value:N}").ToHashSet(StringComparer.Ordinal);
        return told.Except(sent).Concat(sent.Except(told)).Select(key => $"{what} and reminder apart: {key}");
    }
}
