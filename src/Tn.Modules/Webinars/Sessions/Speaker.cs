namespace Tn.Webinars.Sessions;

/// <summary>Who speaks at a webinar, and as what.</summary>
/// <param name="Role">Empty when the author gave none.</param>
internal sealed record Speaker(string Name, string Role)
{
    /// <summary>Reads a line of the webinar's field <c>speakers</c>: « name | role ».</summary>
    public static Speaker Read(string line) => line.Split('|', 2, StringSplitOptions.TrimEntries) is [var name, var role] ? new(name, role) : new(line.Trim(), string.Empty);
}
