using Tn.Browser.Tests;
using Tn.Browser.Tests.Hostile;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Tn.Browser.Tests.LongestFirst", "Tn.Browser.Tests")]

namespace Tn.Browser.Tests;

/// <summary>
/// Two collections run side by side. The two longest begin, and the shorter ones fill what is left: in the runner's own order,
/// which changes with every run, a long one that came last ran alone beside an idle processor.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    /// <inheritdoc/>
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections
        .OrderByDescending(one => one.DisplayName == BrowserCollection.Name)
        .ThenByDescending(one => one.DisplayName.Contains(nameof(HostileAuthorTests), StringComparison.Ordinal))
        .ThenBy(one => one.DisplayName, StringComparer.Ordinal);
}
