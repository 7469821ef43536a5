using Tn.Content.Documents;

namespace Tn.Content.Pages;

/// <summary>A document's body as a desk shows it.</summary>
/// <param name="ShowNotes">With the facilitator's notes.</param>
/// <param name="ShowKeys">With the questions' keys and feedback: only for those who review or write.</param>
internal sealed record BodyView(RenderedBody Body, IReadOnlyList<Source> Sources, bool ShowNotes, bool ShowKeys);
