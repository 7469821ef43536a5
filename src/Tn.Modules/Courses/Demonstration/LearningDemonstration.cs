using Tn.Platform.Demonstration;

namespace Tn.Courses.Demonstration;

internal sealed class LearningDemonstration : IDemonstration
{
    public int Order => 40;

    public Task PlayAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
