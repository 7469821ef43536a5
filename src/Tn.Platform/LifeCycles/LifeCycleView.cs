namespace Tn.Platform.LifeCycles;

/// <summary>What the theme's <c>_LifeCycle</c> draws.</summary>
/// <param name="Id">Unique in the page.</param>
/// <param name="Title">Read aloud in place of the drawing; the table under it says the same.</param>
/// <param name="TableId">Of that table.</param>
public sealed record LifeCycleView(string Id, string Title, string TableId, LifeCycleDrawing Drawing, LifeCycleWords Words);
