using System.Text.Json;

namespace Tn.Platform.Web;

/// <summary>How names of states and moves are written in the keys of sentences: <c>CensusInProgress</c> is <c>census-in-progress</c>.</summary>
public static class Kebab
{
    public static string Of(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);

    public static string Of(Enum value) => Of(value.ToString());
}
