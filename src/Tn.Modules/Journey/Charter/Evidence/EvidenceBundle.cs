using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Tn.Platform.Seals;
using Tn.Platform.Web;

namespace Tn.Journey.Charter.Evidence;

/// <summary>
/// Everything that proves a signature, in one file that is checked without us: the text, the evidence, the sealed PDF, the authority's token,
/// and a sealed list of all their fingerprints, so that no byte of any of them can change unseen.
/// </summary>
internal sealed class EvidenceBundle(CmsSeal seal, SealKey key, IOptions<SiteOptions> site)
{
    private const string Sums = "empreintes.sha256";

    /// <summary>The zip; null while the text or the sealed PDF is missing.</summary>
    public byte[]? Pack(SignatureFile file)
    {
        if (file is not { Text: { } text, Pdf: { } pdf })
        {
            return null;
        }

        var files = new List<(string Name, byte[] Bytes)>
        {
            ("LISEZ-MOI.txt", Encoding.UTF8.GetBytes(Guide(file))),
            ("cachet.pem", Encoding.ASCII.GetBytes(key.CertificatePem)),
            ("charte-signee.pdf", pdf),
            ("preuve.json", EvidenceText.Of(file.Signature)),
            ("texte.md", Encoding.UTF8.GetBytes(text)),
        };
        if (file.Evidence.Token is { } token)
        {
            files.Add(("horodatage.tst", token));
        }

        var sums = Encoding.ASCII.GetBytes(string.Concat(files.OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => $"{Convert.ToHexStringLower(SHA256.HashData(one.Bytes))}  {one.Name}\n")));
        return Zip([.. files, (Sums, sums), ("empreintes.p7s", seal.Sign(sums))], file.Signature.SignedAt);
    }

    private static byte[] Zip(IEnumerable<(string Name, byte[] Bytes)> files, DateTimeOffset at)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = at;
                using var content = entry.Open();
                content.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    private string Guide(SignatureFile file) => $"""
        PREUVE D'UNE SIGNATURE DE LA CHARTE
        {site.Value.Name}, signature {file.Signature.Id}

        {file.Signature.SignerName} a signé la charte du consultant privé, version {file.Signature.CharterNumber},
        le {French.Moment(file.Signature.SignedAt)} ({EvidenceText.Instant(file.Signature.SignedAt)}).
        C'est une signature électronique simple, avec ce dossier de preuve et le cachet du programme.

        CE QUE CONTIENT LE DOSSIER
        texte.md            le texte exact qui a été signé
        preuve.json         la preuve : qui, quoi, quand, comment, sous une forme qui s'écrit toujours pareil (RFC 8785)
        charte-signee.pdf   les deux sur papier, scellés par le programme
        {(file.Evidence.Token is null ? "(pas d'horodatage : aucune autorité n'a délivré de jeton pour cette signature)" : "horodatage.tst      le jeton d'une autorité d'horodatage (RFC 3161), sur preuve.json")}
        cachet.pem          le certificat du cachet du programme
        empreintes.sha256   l'empreinte de chacun de ces fichiers
        empreintes.p7s      le cachet du programme sur cette liste

        VÉRIFIER, SANS NOUS
        Il faut sha256sum, openssl et pdfsig (paquet poppler-utils), dans le dossier décompressé.

        1. Le cachet est bien celui du programme : comparez son empreinte avec celle de {site.Value.Absolute("/cachet")}
             openssl x509 -in cachet.pem -noout -fingerprint -sha256
           À la remise de ce dossier, c'était {key.Fingerprint}

        2. La liste des empreintes porte ce cachet :
             openssl cms -verify -binary -inform DER -in empreintes.p7s -content empreintes.sha256 \
               -CAfile cachet.pem -partial_chain -purpose any -out /dev/null

        3. Aucun fichier n'a changé :
             sha256sum -c empreintes.sha256

        4. Le texte est celui de la preuve : cette empreinte est la valeur « textSha256 » de preuve.json
             sha256sum texte.md

        5. Le document porte un cachet entier (« Signature is Valid », « Total document signed ») :
             pdfsig charte-signee.pdf
           Il a pu être scellé avec un certificat plus ancien que cachet.pem ; tous sont à l'adresse du point 1.
        {(file.Evidence.Token is null ? string.Empty : """

        6. La preuve existait à l'heure dite par l'autorité ; son certificat racine s'obtient auprès d'elle :
             openssl ts -verify -data preuve.json -in horodatage.tst -token_in -CAfile autorite.pem
             openssl ts -reply -in horodatage.tst -token_in -token_out -text

        """)}
        L'empreinte « hash » de preuve.json est le SHA-256 de « previous », puis de chaque champ précédé d'un saut de ligne,
        de sa longueur et de deux-points, dans cet ordre : id, person, charterItem, charterVersion, charterNumber, textSha256,
        locale, signer, capacity, authentication, sentence, signedAt. « previous » est l'empreinte de l'historique du dossier
        au moment de signer, et l'historique cite « hash » : la signature ne peut être ni changée ni déplacée dans le temps.

        """;
}
