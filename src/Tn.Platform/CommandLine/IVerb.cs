using System.CommandLine;

namespace Tn.Platform.CommandLine;

/// <summary>A verb of the command line. Each module brings its own; the host lists them.</summary>
public interface IVerb
{
    /// <summary>
    /// The command with its options and its action. The action returns 0 only when all went well.
    /// </summary>
    /// <param name="services">The host's services, not started.</param>
    Command Describe(IServiceProvider services);
}
