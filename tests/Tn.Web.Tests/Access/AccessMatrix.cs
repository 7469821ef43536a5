namespace Tn.Web.Tests.Access;

/// <summary>What a route answers to each role, as written by hand in <c>access-matrix.txt</c>.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Template">The route as the endpoint table has it.</param>
/// <param name="Address">A real address of that route; <c>{placeholders}</c> are filled in by <see cref="Places"/>.</param>
/// <param name="Expected">One word a role, in the order of <see cref="AccessMatrix.Roles"/>.</param>
internal sealed record AccessRow(string Method, string Template, string Address, IReadOnlyList<string> Expected)
{
    /// <summary>The row as the file has it.</summary>
    public string Line(IEnumerable<string> words) => $"{Method,-5}{Template,-58} {Address,-78} {string.Join(' ', words.Select(word => word.PadRight(4)))}".TrimEnd();
}

/// <summary>
/// The written matrix. Words: <c>ok</c> the page or the act's own answer, <c>in</c> sent to sign in, <c>no</c> 403, <c>none</c> 404,
/// <c>bad</c> 400, <c>late</c> 409; another status is written as its number.
/// </summary>
internal static class AccessMatrix
{
    /// <summary>The columns: one demonstration account each; the first is a stranger.</summary>
    public static readonly IReadOnlyList<string?> Roles =
    [
        null, "conseiller@demo.test", "consultant.certifie@demo.test", "auteur@demo.test", "pedago1@demo.test",
        "centres1@demo.test", "partenaires1@demo.test", "jury1@demo.test", "admin@demo.test",
        "redaction@demo.test",
    ];

    /// <summary>Reads the file: blank lines and lines starting with # are skipped.</summary>
    public static IReadOnlyList<AccessRow> Read() =>
        [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Access", "access-matrix.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(words => new AccessRow(words[0], words[1], words[2], words[3..]))];
}
