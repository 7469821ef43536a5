using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Platform.Search;

namespace Tn.Network.Profiles;

/// <summary>A person writes her own profile, and says what of it may be read. Nobody writes another's.</summary>
internal sealed class SaveMyProfile(TnDbContext db, IPeople people)
{
    /// <param name="mine">For a consultant, what the census says is kept instead of what is typed.</param>
    public async Task<Outcome> SaveAsync(ProfileDetails mine, IReadOnlyCollection<ProfileField> consents, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Actor is not { } person || await people.FindAsync(person, cancellationToken) is not { } account)
        {
            return new Refusal("access.sign-in");
        }

        var profile = await FindOrBeginAsync(account, act, cancellationToken);
        profile.Rename(account.DisplayName, KindOf(account.Roles));
        if (profile.Describe(Kept(profile, mine), act.At).IsRefused(out var refusal))
        {
            return refusal;
        }

        profile.ShowOnly(consents, act.At);
        db.Record(new ProfileSaved(person, profile.Consents), act);
        db.Record(new SearchableChanged(NetworkKinds.Person, person.ToString()), act);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal("network.profile-changed-meanwhile");
        }
    }

    /// <summary>What a person is in the network, from the hats she wears.</summary>
    public static NetworkKind KindOf(IReadOnlySet<Role> roles) =>
        roles.Contains(Role.Consultant) ? NetworkKind.Consultant
        : roles.Contains(Role.Advisor) ? NetworkKind.Advisor
        : NetworkKind.Expert;

    /// <summary>What a consultant's census says wins over what is typed.</summary>
    public static ProfileDetails Kept(NetworkProfile profile, ProfileDetails mine) => profile.Kind == NetworkKind.Consultant
        ? mine with { Structure = profile.Details.Structure, Axes = profile.Details.Axes, Departments = profile.Details.Departments, Commune = profile.Details.Commune }
        : mine;

    private async Task<NetworkProfile> FindOrBeginAsync(PersonCard account, ActContext act, CancellationToken cancellationToken)
    {
        if (await db.Set<NetworkProfile>().SingleOrDefaultAsync(profile => profile.Person == account.Id, cancellationToken) is { } known)
        {
            return known;
        }

        var slug = await Slug.FreeAsync(db, account.DisplayName, cancellationToken);
        var profile = NetworkProfile.Begin(account.Id, KindOf(account.Roles), account.DisplayName, slug, act.At);
        db.Add(profile);
        return profile;
    }
}
