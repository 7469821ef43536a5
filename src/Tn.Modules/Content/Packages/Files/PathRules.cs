using System.Text.RegularExpressions;

namespace Tn.Content.Packages.Files;

/// <summary>Which paths a package may hold: plain relative ones that mean the same on every system.</summary>
internal static partial class PathRules
{
    /// <summary>Why a path is refused, or null when it is fine.</summary>
    public static string? Refuse(string path) => path switch
    {
        "" => "Un chemin est vide.",
        { Length: > PackageLimits.PathLength } => "Le chemin est trop long.",
        _ when path.Contains('\\') => "Le chemin contient une barre oblique inverse.",
        _ when path.StartsWith('/') || Drive().IsMatch(path) => "Le chemin est absolu. Un paquet ne contient que des chemins relatifs.",
        _ when path.Any(char.IsControl) || path.Contains(':') => "Le chemin contient un caractère interdit.",
        _ when path.Split('/').Any(part => part is "" or "." or "..") => "Le chemin sort de son dossier ou contient un segment vide.",
        _ when path.Split('/').Length > PackageLimits.Depth => "Le fichier est rangé trop profondément.",
        _ when path.Split('/').Any(part => part.EndsWith('.') || part.EndsWith(' ')) => "Un nom se termine par un point ou une espace.",
        _ => null,
    };

    [GeneratedRegex("^[A-Za-z]:", RegexOptions.None, 1000)]
    private static partial Regex Drive();
}
