namespace Tn.Content.Documents;

/// <summary>Who opens a document's drafts and versions: its owner while an author, and managers.</summary>
internal static class DocumentDoor
{
    public static bool Opens(ActContext act, ContentVersion version) =>
        act.Can(Permission.ManageContent) || (act.Can(Permission.WriteContent) && version.Owner is not null && version.Owner == act.Actor);

    /// <summary>True when the person has a desk for documents at all: told apart so that others learn nothing of what exists.</summary>
    public static bool HasDesk(ActContext act) => act.Can(Permission.WriteContent) || act.Can(Permission.ManageContent);
}
