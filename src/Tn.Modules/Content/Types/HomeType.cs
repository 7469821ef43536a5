using Tn.Content.Documents;
using Tn.Content.Menus;

namespace Tn.Content.Types;

/// <summary>The home page: its headline is the title, its blocks are lines.</summary>
internal static class HomeType
{
    public static readonly TypeDefinition Definition = new()
    {
        Name = ContentTypes.Home,
        Fields = [Fields.Title, Fields.Address, Fields.HomeBlocks.Needed()],
        CreatedWith = [Permission.WriteContent, Permission.EditSite],
        ChangedWith = Permission.EditSite,
        Blank = new ContentParts { TitlePart = new TitlePart(string.Empty), HomePart = new HomePart([new HomePartBlock(HomeBlockKinds.Courses, "Trois formations pour commencer", string.Empty)]) },
    };
}
