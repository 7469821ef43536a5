using Tn.Benchmarks;

if (args is ["ceiling", var url])
{
    await Ceiling.RunAsync(url);
    return 0;
}

if (args is ["packages" or "lists"])
{
    foreach (var measure in args[0] == "lists" ? await ListMeasures.RunAsync() : await PackageMeasures.RunAsync())
    {
        Console.WriteLine($"{measure.Name}: {measure.Found} ({measure.Promise})");
    }

    return 0;
}

return await Suite.RunAsync();
