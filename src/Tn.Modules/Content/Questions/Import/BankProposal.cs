using Tn.Content.Questions.Files;
using Tn.Content.Rendering;

namespace Tn.Content.Questions.Import;

/// <summary>A file of questions as sent.</summary>
/// <param name="Name">For the findings only.</param>
/// <param name="Format">Null to find it from the content.</param>
/// <param name="Replaces">True when the bank becomes the file; false when the file's questions follow those of the bank.</param>
internal sealed record QuestionUpload(byte[] Bytes, string Name, QuestionFormat? Format, bool Replaces);

/// <summary>What a bank would become, before anything is kept.</summary>
/// <param name="BaseVersionId">The version it was made over.</param>
/// <param name="Gift">The bank's whole text.</param>
/// <param name="Added">Questions of the file that are in it.</param>
/// <param name="LeftOut">Identifiers that the bank has already: its own questions stay.</param>
/// <param name="Findings">What the checks say of the bank as it would be.</param>
internal sealed record BankProposal(QuestionFile File, string BaseVersionId, string Gift, int Added, IReadOnlyList<string> LeftOut, IReadOnlyList<Finding> Losses, IReadOnlyList<Finding> Findings)
{
    /// <summary>True when it can be kept: the file is whole, it brings something, and the bank can be shown.</summary>
    public bool CanBeKept => Added > 0 && File.IsValid && Findings.All(finding => finding.Severity != Severity.Error);
}
