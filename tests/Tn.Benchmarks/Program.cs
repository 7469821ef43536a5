using Tn.Benchmarks;

if (args is ["ceiling", var url])
{
    await Ceiling.RunAsync(url);
    return 0;
}

if (args is ["packages" or "lists" or "exam"])
{
    var measures = args[0] switch
    {
        "lists" => await ListMeasures.RunAsync(),
        "exam" => await ExamMeasure.RunAsync(),
        _ => await PackageMeasures.RunAsync(),
    };
    foreach (var measure in measures)
    {
        Console.WriteLine($"{measure.Name}: {measure.Found} ({measure.Promise})");
    }

    return 0;
}

return await Suite.RunAsync();
