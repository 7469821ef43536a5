using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.WebUtilities;

namespace Tn.Web;

/// <summary>
/// Writers that hold a whole page before they hand it on. In the framework's pieces of sixteen thousand characters, each piece is
/// compressed alone: measured on a lesson, a tenth more bytes and five to eight hundredths more processor time.
/// </summary>
internal sealed class WholePageWriters : IHttpResponseStreamWriterFactory
{
    // More than a lesson; a longer page goes in pieces of it.
    private const int Characters = 32 * 1024;

    /// <inheritdoc/>
    public TextWriter CreateWriter(Stream stream, Encoding encoding) =>
        new HttpResponseStreamWriter(stream, encoding, Characters, ArrayPool<byte>.Shared, ArrayPool<char>.Shared);
}
