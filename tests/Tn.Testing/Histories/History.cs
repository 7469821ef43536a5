using Microsoft.EntityFrameworkCore;
using Tn.Certification.CaseStudies;
using Tn.Certification.Certificates;
using Tn.Contracts;
using Tn.Journey.Path;
using Tn.Kernel;
using Tn.Platform.Data;
using Tn.Testing.Histories.Acts;

namespace Tn.Testing.Histories;

/// <summary>
/// Six years of some consultants, played day after day through the product's own acts and recurring works: people act during the day,
/// works run in the evening unless they are down, and what happened is handed on.
/// </summary>
internal sealed class History : IAsyncDisposable
{
    private readonly Calendar calendar;
    private readonly IReadOnlyList<Simulated> people;
    private readonly HistorySite site;
    private readonly Journal journal;
    private readonly JuryRoom jury;
    private readonly SortedDictionary<DateOnly, List<Simulated>> agenda = [];
    private readonly Dictionary<CertificateId, string> asIssued = [];
    private DateTimeOffset lookedAt;

    private History(int seed, IReadOnlyList<Simulated> people, HistorySite site)
    {
        (this.people, this.site) = (people, site);
        calendar = new Calendar(new Random(seed));
        journal = new Journal(site.Clock);
        jury = new JuryRoom(site, journal, new Random(seed + 1));
    }

    /// <summary>The site as the history left it.</summary>
    public HistorySite Site => site;

    /// <summary>Plays a history.</summary>
    /// <param name="first">Number of the first consultant: histories of one seed with other numbers are other people's.</param>
    public static async Task<History> PlayAsync(int seed, int first, int consultants, Action<DateOnly>? progress = null)
    {
        var drawn = Enumerable.Range(first, consultants).Select(number => new Simulated(seed, number)).ToList();
        var history = new History(unchecked((seed * 31) + first), drawn, await HistorySite.OpenAsync(drawn));
        await history.LiveAsync(progress);
        return history;
    }

    /// <summary>Judges the rows as they stand.</summary>
    public async Task<HistoryReport> JudgeAsync() => HistoryReport.Of(await Ledger.ReadAsync(site, calendar, journal, asIssued));

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private async Task LiveAsync(Action<DateOnly>? progress)
    {
        people.ToList().ForEach(Note);
        await FillTheBankOfCasesAsync();
        for (var day = Calendar.FirstDay; day < Calendar.End; day = day.AddDays(1))
        {
            site.Clock.MoveTo(French.StartOf(day).AddHours(8));
            await PublishAsync(day);
            await VisitAsync(day);
            if (Calendar.JurySits(day))
            {
                await jury.SitAsync();
                await KeepAsIssuedAsync();
            }

            if (calendar.IsUp(day))
            {
                await site.HandOnAsync(journal);
                site.Clock.MoveTo(Calendar.Evening(day));
                await site.WorkAsync(journal);
                site.Clock.Pass(TimeSpan.FromMinutes(10));
                await site.HandOnAsync(journal);
            }

            progress?.Invoke(day);
        }
    }

    private async Task FillTheBankOfCasesAsync()
    {
        var text = string.Concat(Enumerable.Repeat("Un garage de trois personnes veut être trouvé en ligne et protéger ses factures. ", 5));
        foreach (var title in new[] { "Le garage", "La boulangerie", "L’atelier de couture" })
        {
            var member = Roster.Pedagogy[0].Person;
            var act = new ActContext(member, Roster.NameOf(member), Roster.RolesOf(member), site.Clock.GetUtcNow(), "web");
            await journal.WatchAsync("add a case", () => site.AskAsync<KeepCaseBank, Outcome>(bank => bank.AddAsync(title, text, act, CancellationToken.None)));
        }
    }

    private async Task PublishAsync(DateOnly day)
    {
        if (Calendar.Charters.TryGetValue(day, out var version))
        {
            site.Charters.Publish(version.Id, version.IsMaterial, site.Clock.GetUtcNow());
            await site.AskAsync<TnDbContext, int>(db =>
            {
                db.Record(new ContentPublished("charter", version.Id, ContentTypes.Charter, "consultant"), ActContext.System(site.Clock.GetUtcNow(), "history"));
                return db.SaveChangesAsync();
            });
        }
    }

    private async Task VisitAsync(DateOnly day)
    {
        if (!agenda.Remove(day, out var due))
        {
            return;
        }

        var ids = due.Select(who => who.Person).ToList();
        var files = await site.AskAsync<TnDbContext, Dictionary<PersonId, ConsultantDossier>>(db =>
            db.Set<ConsultantDossier>().AsNoTracking().Where(one => ids.Contains(one.Person)).ToDictionaryAsync(one => one.Person));
        foreach (var who in due)
        {
            await Stages.LiveAsync(new Visit(site, journal, who, files.GetValueOrDefault(who.Person)));
            Note(who);
        }
    }

    private void Note(Simulated who)
    {
        if (!agenda.TryGetValue(who.NextLook, out var that))
        {
            agenda[who.NextLook] = that = [];
        }

        that.Add(who);
    }

    // Certificates are born where the jury sits: what each says then is kept, to be compared at the end.
    private async Task KeepAsIssuedAsync()
    {
        var since = lookedAt;
        lookedAt = site.Clock.GetUtcNow();
        foreach (var certificate in await site.AskAsync<TnDbContext, List<Certificate>>(db => db.Set<Certificate>().AsNoTracking().Where(row => row.IssuedAt > since).ToListAsync()))
        {
            asIssued[certificate.Id] = Ledger.Print(certificate);
        }
    }
}
