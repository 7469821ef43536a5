using Microsoft.EntityFrameworkCore;
using Tn.Network.Profiles;
using Tn.Platform.Data;
using Tn.Platform.Events;
using Tn.Platform.Search;

namespace Tn.Network.Listening;

/// <summary>
/// Keeps a consultant's profile as the census says. It appears in the directory only with her consent, whatever her certificate:
/// the day she is certified, she is told of it. Whether the certificate holds is asked of Certification each time a page is shown.
/// </summary>
internal sealed class WhenConsultantMoves(TnDbContext db, IConsultantPath path, INotifier notifier)
    : IEventHandler<PathMoved>, IEventHandler<CertificateIssued>, IEventHandler<CertificateStandingChanged>
{
    private static readonly PathState[] BeforeCharter =
    [
        PathState.CensusInProgress, PathState.UnderAdmissibility, PathState.PiecesRequested,
        PathState.NotAdmissible, PathState.Closed, PathState.CharterToSign,
    ];

    public Task HandleAsync(PathMoved happened, ActContext act, CancellationToken cancellationToken) =>
        FollowAsync(happened.Consultant, act, cancellationToken);

    public Task HandleAsync(CertificateIssued happened, ActContext act, CancellationToken cancellationToken) =>
        FollowAsync(happened.Holder, act, cancellationToken);

    public Task HandleAsync(CertificateStandingChanged happened, ActContext act, CancellationToken cancellationToken) =>
        FollowAsync(happened.Holder, act, cancellationToken);

    private async Task FollowAsync(PersonId person, ActContext act, CancellationToken cancellationToken)
    {
        if (await path.FindAsync(person, cancellationToken) is not { } file || BeforeCharter.Contains(file.State))
        {
            return;
        }

        var profile = await db.Set<NetworkProfile>().SingleOrDefaultAsync(one => one.Person == person, cancellationToken);
        if (profile is null)
        {
            profile = NetworkProfile.Begin(person, NetworkKind.Consultant, file.DisplayName, await Slug.FreeAsync(db, file.DisplayName, cancellationToken), act.At);
            // The census's consents are taken over once; without that of the name nothing is shown, and /mon-profil decides from then on.
            profile.ShowOnly(file.Published.Select(FieldOf).OfType<ProfileField>(), act.At);
            db.Add(profile);
        }

        profile.FollowCensus(file, act.At);
        if (!profile.IsPublic && file.State is PathState.Certified or PathState.Probationary)
        {
            await notifier.TellAsync(person, $"network-invitation:{person}", Invitation, act, cancellationToken);
        }

        db.Record(new SearchableChanged(NetworkKinds.Person, person.ToString()), act);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static ProfileField? FieldOf(string published) => published switch
    {
        "commune" => ProfileField.Commune,
        "territories" => ProfileField.Departments,
        "languages" => ProfileField.Languages,
        "capacity" => ProfileField.Role,
        "photo" => ProfileField.Photo,
        _ => null,
    };

    private static readonly Letter Invitation = new(
        "Vous êtes certifié : souhaitez-vous apparaître dans l’annuaire ?",
        [
            "Votre certificat est en vigueur. Les entreprises pourront vous trouver dans l’annuaire si vous le souhaitez.",
            "Rien de votre fiche n’est publié sans votre accord : vous choisissez, ligne par ligne, ce que le public peut lire, et vous pouvez changer d’avis à tout moment.",
        ],
        "Choisir ce que le public peut lire",
        "/mon-profil");
}
