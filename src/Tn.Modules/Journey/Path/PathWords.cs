using Tn.Platform.Web;

namespace Tn.Journey.Path;

/// <summary>Sentence keys of the path: <c>PathState.CensusInProgress</c> is <c>path.state.census-in-progress</c>.</summary>
internal static class PathWords
{
    public static string Key(PathState state) => $"path.state.{Kebab.Of(state)}";

    public static string Key(PathTrigger trigger) => $"path.trigger.{Kebab.Of(trigger)}";

    public static string Key(DutyOwner owner) => $"owner.{Kebab.Of(owner)}";

    public static string Key(PathStage stage) => $"path.stage.{Kebab.Of(stage)}";

    /// <summary>What a person in the state reads first: what blocks, who must act, by when, by which article.</summary>
    public static string SentenceKey(PathState state) => $"path.sentence.{Kebab.Of(state)}";

    /// <summary>The letter sent when the trigger was fired; not every trigger has one.</summary>
    public static string LetterKey(PathTrigger trigger) => $"path.letter.{Kebab.Of(trigger)}";

    public static string Name(this Sentences sentences, PathState state) => sentences.Of(Key(state));

    public static string Name(this Sentences sentences, PathTrigger trigger) => sentences.Of(Key(trigger));

    public static string Name(this Sentences sentences, DutyOwner owner) => sentences.Of(Key(owner));

    public static string Name(this Sentences sentences, PathStage stage) => sentences.Of(Key(stage));
}
