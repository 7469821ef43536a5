using System.Runtime.InteropServices;
using Tn.Platform.Memory;

namespace Tn.Platform.Tests.Memory;

public sealed class NativeHeapTests
{
    [Fact]
    public void What_other_libraries_freed_is_given_back_where_the_C_library_can()
    {
        var isGlibc = RuntimeInformation.RuntimeIdentifier.StartsWith("linux-", StringComparison.Ordinal) && !RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal);

        Assert.Equal(isGlibc, NativeHeap.Trim());
    }
}
