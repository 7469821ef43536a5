using Tn.Content.Documents;
using Tn.Content.Menus;

namespace Tn.Content.Types;

/// <summary>A menu of the layout. The layout knows its menus by their address.</summary>
internal static class MenuType
{
    public static readonly TypeDefinition Definition = new()
    {
        Name = ContentTypes.Menu,
        Fields = [Fields.Title, Fields.Address, Fields.MenuItems.Needed()],
        CreatedWith = [Permission.WriteContent, Permission.EditSite],
        ChangedWith = Permission.EditSite,
        Blank = new ContentParts { TitlePart = new TitlePart(string.Empty), MenuPart = new MenuPart([new MenuItem("Formations", "/formations")]) },
    };
}
