using Tn.Web;
using Tn.Web.CommandLine;

return await TnCommandLine.RunAsync(args, arguments => TnHost.Build(arguments));

/// <summary>The host's entry point, named so that tests can start it.</summary>
public partial class Program;
