namespace Tn.Certification.Lives;

/// <summary>What a page tells of a life's steps.</summary>
/// <param name="Names">False where those who acted are not named: to the person concerned, a committee speaks as one.</param>
internal sealed record LifeStory(LifeCycle Cycle, IReadOnlyList<LifeStep> Steps, bool Names);
