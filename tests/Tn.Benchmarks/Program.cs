using Tn.Benchmarks;

if (args is ["ceiling", var url])
{
    await Ceiling.RunAsync(url);
    return 0;
}

return await Suite.RunAsync();
