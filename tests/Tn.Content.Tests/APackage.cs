using System.IO.Compression;
using System.Text;
using Tn.Content.Packages;
using Tn.Content.Packages.Files;
using Tn.Content.Rendering;

namespace Tn.Content.Tests;

/// <summary>Builds packages in memory, valid unless told otherwise.</summary>
internal sealed class APackage
{
    private readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);

    private APackage()
    {
    }

    /// <summary>A course of two lessons, a bank, a charter, a page and a material.</summary>
    public static APackage Whole() => new APackage()
        .With("package.yml", "id: tn.essai\nversion: 1.0.0\ntitle: Essai\nlanguage: fr\nlicence: Licence Ouverte 2.0\nauthors: [Équipe]\naxis: donnees\nengine: 1.0.0\n")
        .With("cours/course.yml", "title: Un cours\nsummary: Court.\nobjectives:\n  - Savoir\naudience: tous\nlevel: pratique\nminutes: 20\naxis: donnees\nprerequisites: []\nreviewBy: 2027-11-30\ncompletion:\n  lessons: all\n  minimumScore: 70\n")
        .With("cours/01-premiere.md", Lesson("Première", "Le texte d’origine."))
        .With("cours/02-seconde.md", Lesson("Seconde", "La suite."))
        .With("banks/certification.gift", "// [id:b-1] [tag:facile]\n::b-1:: Énoncé ? {\n  ~Un #Non.\n  =Deux #Oui.\n  ~Trois #Non.\n  ~Quatre #Non.\n}\n")
        .With("charters/consultant.md", "---\ntitle: Charte\nsummary: Résumé.\nreviewBy: 2027-11-30\naudience: consultant\nnumber: 2026-1\n---\n\n## Article 1\n\nTexte.\n")
        .With("pages/le-programme.md", "---\ntitle: Le programme\nsummary: Résumé.\nreviewBy: 2027-11-30\n---\n\n## Quoi\n\nTexte.\n")
        .With("materials/fiche.md", "---\ntitle: Une fiche\nsummary: Résumé.\nreviewBy: 2027-11-30\naxis: donnees\nkind: fiche\nminutes: 20\nlicence: Licence Ouverte 2.0\n---\n\nTexte public.\n\n:::animateur\nSecret du formateur.\n:::\n");

    /// <summary>Only a course of two lessons.</summary>
    public static APackage OfACourse() => Whole().Without("banks/certification.gift").Without("charters/consultant.md").Without("pages/le-programme.md").Without("materials/fiche.md");

    public static string Lesson(string title, string text) =>
        $"---\ntitle: {title}\nminutes: 10\nobjectives:\n  - Savoir\nreviewBy: 2027-11-30\nsources:\n  - title: Un livre\n    publisher: Une maison\n    year: 2026\n    url: https://exemple.fr/\n---\n\n## Début\n\n{text}\n\n```gift\n::{title.Normalize(NormalizationForm.FormD)[..4].ToLowerInvariant().Replace("\u0301", string.Empty).Replace("\u0300", string.Empty)}-q1:: Oui ou non ? {{\n  ~Non #Faux.\n  =Oui #Juste.\n  ~Peut-être #Faux.\n}}\n```\n\n:::animateur\nNotes secrètes.\n:::\n";

    public APackage With(string path, string text) => With(path, Encoding.UTF8.GetBytes(text));

    public APackage With(string path, byte[] bytes)
    {
        files[path] = bytes;
        return this;
    }

    public APackage Without(string path)
    {
        files.Remove(path);
        return this;
    }

    public Task<PackageContents> ReadAsync(PackageReader reader) => reader.ReadAsync(new PackageFiles(files), default);

    /// <summary>The package as a zip.</summary>
    public MemoryStream Zip()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in files)
            {
                using var entry = zip.CreateEntry(path).Open();
                entry.Write(bytes);
            }
        }

        stream.Position = 0;
        return stream;
    }

    /// <summary>What is said when a zip of these entries is opened.</summary>
    public static IReadOnlyList<Finding> Refusals(MemoryStream zip)
    {
        var findings = new Findings("essai.zip");
        return PackageSource.OpenZip(zip, findings) is null ? findings.All : [];
    }
}
