using Tn.Content.Documents;

namespace Tn.Content.Types;

/// <summary>
/// A type of documents, declared in one file. The editor, the checks, the list, the search, the review and the exports read it.
/// Its label stands in the resources under <c>content.type.{name}</c>.
/// </summary>
internal sealed record TypeDefinition
{
    /// <summary>One of <see cref="ContentTypes"/>.</summary>
    public required string Name { get; init; }

    /// <summary>Its fields, in the order of the editor.</summary>
    public required IReadOnlyList<FieldDefinition> Fields { get; init; }

    /// <summary>What an author needs to begin one: every permission of the list.</summary>
    public IReadOnlyList<Permission> CreatedWith { get; init; } = [Permission.WriteContent];

    /// <summary>What one needs to change one, beside being its owner or a manager; null for nothing more.</summary>
    public Permission? ChangedWith { get; init; }

    /// <summary>The type of the document it belongs to, or null when it stands alone.</summary>
    public string? Container { get; init; }

    /// <summary>The rule of the programme that says how many votes approve it.</summary>
    public string QuorumRule { get; init; } = RuleKeys.ReviewQuorumOther;

    /// <summary>The kind under which search finds it, or null when this module does not feed search with it.</summary>
    public string? SearchKind { get; init; }

    /// <summary>Its address without the first slash, with <c>{slug}</c> and, in a container, <c>{container}</c>; null when it has no page of its own.</summary>
    public string? AddressPattern { get; init; }

    /// <summary>The parts with which a new document begins; its title and address are written over.</summary>
    public required ContentParts Blank { get; init; }

    /// <summary>True when title, minutes and objectives are also kept by name, for the modules that read published fields.</summary>
    public bool MirrorsFields { get; init; }

    /// <summary>The field that holds the document's text, or null when it has none.</summary>
    public FieldDefinition? Body => Fields.FirstOrDefault(one => one.IsBody);

    /// <summary>The parts it is made of, in order: the title first, the container's last.</summary>
    public IReadOnlyList<string> Parts =>
        [.. Fields.Select(one => one.Part).Concat(Container is null ? Array.Empty<string>() : [nameof(ContentParts.ContainedPart)]).Distinct(StringComparer.Ordinal)];

    /// <summary>The field of a name, or null.</summary>
    public FieldDefinition? Find(string name) => Fields.FirstOrDefault(field => field.Name == name);

    /// <summary>True when this person may begin one.</summary>
    public bool MayCreate(ActContext act) => CreatedWith.All(act.Can);

    /// <summary>True when this person may change this one: its owner or a manager, with what the type asks for more.</summary>
    public bool MayChange(ActContext act, ContentVersion version) =>
        DocumentDoor.Opens(act, version) && (ChangedWith is not { } needed || act.Can(needed));

    /// <summary>The address of a document, or null when the type has none.</summary>
    /// <param name="container">The slug of its container; empty when it stands alone.</param>
    public string? AddressOf(string slug, string container) =>
        AddressPattern?.Replace("{slug}", slug, StringComparison.Ordinal).Replace("{container}", container, StringComparison.Ordinal);
}
