using Microsoft.EntityFrameworkCore;
using Tn.Certification.Exam;
using Tn.Certification.Jury;
using Tn.Platform.Data;

namespace Tn.Certification.Appeals;

/// <summary>
/// Who may hear an appeal: members of the jury and of the three committees, which stand for the three colleges, without anybody who
/// took part in the contested decision, without declared ties to the file.
/// </summary>
internal sealed class AppealPanel(TnDbContext db, JuryQueries juries, ICommitteeRoster roster)
{
    private static readonly (CommitteeKind Committee, College? College)[] Sources =
    [
        (CommitteeKind.Jury, null),
        (CommitteeKind.ResourceCentres, College.Public),
        (CommitteeKind.Pedagogy, College.Pedagogical),
        (CommitteeKind.PrivatePartners, College.Private),
    ];

    /// <summary>One seat of each college, drawn by the seed; refused when a college has nobody.</summary>
    public static Outcome<IReadOnlyList<PanelSeat>> Draw(IReadOnlyList<PanelSeat> eligible, long seed)
    {
        var shuffled = new SeededDraw(seed).Shuffled(eligible.OrderBy(seat => seat.Member.Value));
        var panel = new List<PanelSeat>();
        foreach (var college in Enum.GetValues<College>())
        {
            if (shuffled.Find(seat => seat.College == college && panel.TrueForAll(one => one.Member != seat.Member)) is not { } drawn)
            {
                return new Refusal("appeal.no-panel").With("college", JuryWords.Of(college));
            }

            panel.Add(drawn);
        }

        return panel;
    }

    /// <summary>Those who may hear an appeal on a day.</summary>
    public async Task<IReadOnlyList<PanelSeat>> EligibleAsync(ConsultantFile file, AppealGround ground, DateTimeOffset contestedAt, DateOnly day, CancellationToken cancellationToken)
    {
        var involved = await InvolvedAsync(file.Person, ground, contestedAt, day, cancellationToken);
        var seats = new List<PanelSeat>();
        foreach (var (committee, college) in Sources)
        {
            var members = await roster.MembersAsync(committee, day, cancellationToken);
            seats.AddRange(members
                .Where(member => !involved.Contains(member.Person) && Recusals.TieBetween(member, file) is null)
                .Select(member => new PanelSeat(member.Person, member.DisplayName, member.College ?? college!.Value)));
        }

        return [.. seats.DistinctBy(seat => (seat.Member, seat.College))];
    }

    // A refusal of the jury was voted by its members; every other decision is the private partners' committee's, whoever signed it.
    private async Task<HashSet<PersonId>> InvolvedAsync(PersonId candidate, AppealGround ground, DateTimeOffset contestedAt, DateOnly day, CancellationToken cancellationToken)
    {
        if (ground != AppealGround.Rejected)
        {
            return [.. (await roster.MembersAsync(CommitteeKind.PrivatePartners, day, cancellationToken)).Select(member => member.Person)];
        }

        if (await juries.LastDecidedAsync(candidate, contestedAt, cancellationToken) is not { } contested)
        {
            return [];
        }

        return [.. await db.Set<JuryVote>().Where(row => row.Case == contested.Id).Select(row => row.Member).ToListAsync(cancellationToken)];
    }
}
