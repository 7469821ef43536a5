using Microsoft.Extensions.Options;

namespace Tn.Content.Rendering;

/// <summary>Where texts are parsed: within a time, and few at once, because a parser that is quadratic in hostile text cannot be stopped.</summary>
internal sealed class RenderBench(IOptions<ContentOptions> options) : IDisposable
{
    // A text past its budget cannot be stopped, only abandoned: at most two are ever being worked on.
    private readonly SemaphoreSlim workers = new(2, 2);

    /// <summary>What the work answers.</summary>
    /// <param name="patience">Budgets it may take, at least 1.</param>
    /// <exception cref="TimeoutException">It took longer than the budget, or every worker is taken by such texts.</exception>
    public async Task<T> WithinBudgetAsync<T>(Func<T> work, int patience, CancellationToken cancellationToken)
    {
        var budget = TimeSpan.FromSeconds(options.Value.RenderBudgetSeconds * patience);
        if (!await workers.WaitAsync(budget, cancellationToken))
        {
            throw new TimeoutException();
        }

        // A thread of its own, so that hostile texts take none from those who read pages; its time counts from its start.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var rendering = Task.Factory.StartNew(
            () =>
            {
                started.SetResult();
                return Released(work);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        await started.Task;
        return await rendering.WaitAsync(budget, CancellationToken.None);
    }

    /// <inheritdoc/>
    public void Dispose() => workers.Dispose();

    private T Released<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        finally
        {
            workers.Release();
        }
    }
}
