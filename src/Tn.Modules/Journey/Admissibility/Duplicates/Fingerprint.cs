using Microsoft.EntityFrameworkCore;
using Tn.Journey.Census.Codes;
using Tn.Journey.Path;
using Tn.Platform.Data;

namespace Tn.Journey.Admissibility.Duplicates;

/// <summary>In what two files look alike. Names are kept in the database: never rename one.</summary>
internal enum Likeness
{
    /// <summary>The same establishment: one of the two was refused it.</summary>
    Siret,

    /// <summary>Two establishments of the same enterprise.</summary>
    Siren,

    /// <summary>The same e-mail but for case, dots and what follows a plus sign.</summary>
    Email,

    /// <summary>The same given and family names, in any order.</summary>
    Name,
}

/// <summary>What can be compared of a file: finding look-alikes is one query, however many files there are.</summary>
internal sealed class Fingerprint
{
    private Fingerprint()
    {
    }

    public DossierId Dossier { get; private init; }

    public Likeness Kind { get; private init; }

    public string Value { get; private init; } = string.Empty;

    /// <summary>Of the file, so that pairs come in one order.</summary>
    public string Number { get; private init; } = string.Empty;

    public static Fingerprint Of(ConsultantDossier dossier, Likeness kind, string value) =>
        new() { Dossier = dossier.Id, Kind = kind, Value = value, Number = dossier.Number };

    /// <summary>Names compared without case, accents or order.</summary>
    public static string NameOf(string name) => string.Join(' ', Words.Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));

    /// <summary>An address as its owner may write it in other ways.</summary>
    public static string EmailOf(string email)
    {
        var at = email.LastIndexOf('@');
        return at < 0 ? email : email[..at].Split('+')[0].Replace(".", string.Empty, StringComparison.Ordinal).ToLowerInvariant() + email[at..].ToLowerInvariant();
    }
}

/// <summary>Keeps the fingerprints of a file as its census says.</summary>
internal sealed class FingerprintKeeper(TnDbContext db, IPeople people)
{
    /// <summary>Replaces them, in the caller's unit of work; does not save.</summary>
    /// <param name="refusedSiret">A SIRET that was just refused because another file has it.</param>
    public async Task KeepAsync(ConsultantDossier dossier, CancellationToken cancellationToken, string? refusedSiret = null)
    {
        var wanted = (await OfAsync(dossier, refusedSiret, cancellationToken)).ToDictionary(one => (one.Kind, one.Value));
        var kept = await db.Set<Fingerprint>().Where(one => one.Dossier == dossier.Id).ToListAsync(cancellationToken);
        db.RemoveRange(kept.Where(one => !wanted.Remove((one.Kind, one.Value))));
        db.AddRange(wanted.Values);
    }

    private async Task<IEnumerable<Fingerprint>> OfAsync(ConsultantDossier dossier, string? refusedSiret, CancellationToken cancellationToken)
    {
        var email = (await people.FindAsync(dossier.Person, cancellationToken))?.Email;
        var name = Fingerprint.NameOf(dossier.DisplayName);
        (Likeness Kind, string? Value)[] values =
        [
            (Likeness.Siret, dossier.Siret),
            (Likeness.Siret, refusedSiret),
            (Likeness.Siren, (refusedSiret ?? dossier.Siret)?[..9]),
            (Likeness.Email, email is null ? null : Fingerprint.EmailOf(email)),
            (Likeness.Name, name.Length == 0 ? null : name),
        ];
        return values.Where(one => one.Value is not null).Distinct().Select(one => Fingerprint.Of(dossier, one.Kind, Census.Text.Cut(one.Value!, 320)));
    }
}
