using Tn.Benchmarks;

if (args is ["ceiling", var url])
{
    await Ceiling.RunAsync(url);
    return 0;
}

if (args is ["histories", .. var asked])
{
    return await Histories.RunAsync(asked);
}

var alone = new Dictionary<string, Func<Task<IReadOnlyList<Measure>>>>
{
    ["reading"] = LessonMeasures.AloneAsync,
    ["packages"] = PackageMeasures.RunAsync,
    ["exam"] = ExamMeasure.RunAsync,
    ["lists"] = ListMeasures.RunAsync,
    ["markdown"] = SlowMarkdown.RunAsync,
};
if (args is [var name] && alone.TryGetValue(name, out var measures))
{
    foreach (var measure in await measures())
    {
        Console.WriteLine($"{measure.Name}: {measure.Found} ({measure.Promise}); {measure.How}");
    }

    return 0;
}

return await Suite.RunAsync();
