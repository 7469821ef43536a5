using System.Text;
using Tn.Platform.Web;

namespace Tn.Journey.Path;

/// <summary>Sentence keys of the path: <c>PathState.CensusInProgress</c> is <c>path.state.census-in-progress</c>.</summary>
internal static class PathWords
{
    public static string Key(PathState state) => $"path.state.{Kebab(state.ToString())}";

    public static string Key(PathTrigger trigger) => $"path.trigger.{Kebab(trigger.ToString())}";

    public static string Key(DutyOwner owner) => $"owner.{Kebab(owner.ToString())}";

    public static string Key(PathStage stage) => $"path.stage.{Kebab(stage.ToString())}";

    /// <summary>What a person in the state reads first: what blocks, who must act, by when, by which article.</summary>
    public static string SentenceKey(PathState state) => $"path.sentence.{Kebab(state.ToString())}";

    /// <summary>The letter sent when the trigger was fired; not every trigger has one.</summary>
    public static string LetterKey(PathTrigger trigger) => $"path.letter.{Kebab(trigger.ToString())}";

    public static string Name(this Sentences sentences, PathState state) => sentences.Of(Key(state));

    public static string Name(this Sentences sentences, PathTrigger trigger) => sentences.Of(Key(trigger));

    public static string Name(this Sentences sentences, DutyOwner owner) => sentences.Of(Key(owner));

    public static string Name(this Sentences sentences, PathStage stage) => sentences.Of(Key(stage));

    private static string Kebab(string name)
    {
        var kebab = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && kebab.Length > 0)
            {
                kebab.Append('-');
            }

            kebab.Append(char.ToLowerInvariant(letter));
        }

        return kebab.ToString();
    }
}
