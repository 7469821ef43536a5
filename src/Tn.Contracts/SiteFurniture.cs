namespace Tn.Contracts;

/// <summary>A link of the layout.</summary>
/// <param name="Url">A path of this site, or an https address.</param>
public sealed record SiteLink(string Text, string Url);

/// <summary>The layout's menus.</summary>
public static class SiteMenus
{
    public const string Main = "principal";
    public const string Foot = "pied-de-page";
}

/// <summary>What a block of the home page shows. Names are written by authors: never rename one.</summary>
public static class HomeBlockKinds
{
    public const string Courses = "formations";
    public const string Webinars = "webinaires";
    public const string Verify = "verifier";
    public const string Figures = "chiffres";
    public const string Text = "texte";

    public static readonly IReadOnlyList<string> All = [Courses, Webinars, Verify, Figures, Text];
}

/// <summary>A block of the home page.</summary>
/// <param name="Kind">One of <see cref="HomeBlockKinds"/>.</param>
/// <param name="Text">A sentence under the title, plain; may be empty.</param>
public sealed record HomeBlock(string Kind, string Title, string Text);

/// <summary>The home page as published.</summary>
/// <param name="Headline">The one sentence of what this is.</param>
public sealed record HomePage(string Headline, IReadOnlyList<HomeBlock> Blocks)
{
    /// <summary>Of its document.</summary>
    public const string Name = "accueil";
}

/// <summary>Menus and the home page's blocks. Implemented by Content, drawn by the theme and the host.</summary>
public interface ISiteFurniture
{
    /// <summary>A menu's links, in order; empty when nobody has written it. Cached.</summary>
    /// <param name="name">One of <see cref="SiteMenus"/>.</param>
    Task<IReadOnlyList<SiteLink>> MenuAsync(string name, CancellationToken cancellationToken);

    /// <summary>The home page. Cached.</summary>
    Task<HomePage> HomeAsync(CancellationToken cancellationToken);
}
