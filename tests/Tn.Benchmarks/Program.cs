using Tn.Benchmarks;

if (args is ["ceiling", var url])
{
    await Ceiling.RunAsync(url);
    return 0;
}

if (args is ["packages"])
{
    foreach (var measure in await PackageMeasures.RunAsync())
    {
        Console.WriteLine($"{measure.Name}: {measure.Found} ({measure.Promise})");
    }

    return 0;
}

return await Suite.RunAsync();
