using Tn.Kernel;

namespace Tn.Platform.Web;

/// <summary>A module's part of <c>/mon-espace</c>: what the person can continue, or must do. Registered as <see cref="IPersonalSpaceBlock"/>.</summary>
public interface IPersonalSpaceBlock
{
    /// <summary>Lower first: 10 to 19 what one continues, 20 to 49 what is due, 50 and more the rest.</summary>
    int Order { get; }

    /// <summary>The block for this person, or null when there is nothing to say.</summary>
    Task<PersonalSpaceBlock?> ForAsync(ActContext act, CancellationToken cancellationToken);
}

/// <summary>What the page shows of a block.</summary>
/// <param name="Title">A short heading, for example « Continuer où je me suis arrêtée ».</param>
/// <param name="Sentence">One sentence that says it all.</param>
/// <param name="ActionLabel">The button's words, or null when there is nothing to do.</param>
/// <param name="ActionPath">The button's site-relative address.</param>
public sealed record PersonalSpaceBlock(
    string Title,
    string Sentence,
    string? ActionLabel,
    string? ActionPath,
    IReadOnlyList<ProgressLine> Lines);

/// <summary>One line of a block: a link, a small bar, or both.</summary>
/// <param name="Label">What it is about.</param>
/// <param name="Path">Site-relative address, or null when it leads nowhere.</param>
/// <param name="Value">How far, when <paramref name="Max"/> is given.</param>
/// <param name="Max">Out of how many; null draws no bar.</param>
/// <param name="Note">A small grey line: a date, a state; the bar's label where there is one.</param>
/// <param name="Language">The label's, where it is a content in another language than the page.</param>
public sealed record ProgressLine(string Label, string? Path = null, int? Value = null, int? Max = null, string? Note = null, string? Language = null);
