using Microsoft.Extensions.Options;
using Tn.Platform.Web;

namespace Tn.Platform.Seals;

/// <summary>A sealed document.</summary>
/// <param name="IsTimeStamped">It carries a token of the configured authority.</param>
public sealed record SealedPdf(byte[] Bytes, bool IsTimeStamped);

/// <summary>
/// Puts the programme's seal on a PDF drawn by <see cref="Pdf.PdfSheet"/>: a signature of the profile <c>ETSI.CAdES.detached</c>
/// over the whole file, added behind it. Whoever alters a byte afterwards breaks it.
/// It is an electronic seal of the programme, not a signature of a person, and has no status beyond that.
/// </summary>
public sealed class PdfSeal(CmsSeal seal, SealKey key, TimeStamps timeStamps, IOptions<SiteOptions> site)
{
    private const int RoomForAttributes = 2 * 1024;
    private const int RoomForToken = 12 * 1024;

    /// <summary>Seals at once, without asking an authority: for what is drawn at each reading.</summary>
    /// <param name="reason">A few words in French, shown by readers.</param>
    public byte[] Seal(byte[] pdf, string reason, DateTimeOffset at)
    {
        var prepared = PdfUpdate.Prepare(pdf, site.Value.Name, reason, at, Room);
        return prepared.With(seal.Sign(prepared.Covered()));
    }

    /// <summary>Seals with the authority's time-stamp when one is configured and answers: for what is made once and kept.</summary>
    public async Task<SealedPdf> SealWithTimeAsync(byte[] pdf, string reason, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var prepared = PdfUpdate.Prepare(pdf, site.Value.Name, reason, at, timeStamps.IsConfigured ? Room + RoomForToken : Room);
        var (cms, isTimeStamped) = await seal.SignWithTimeAsync(prepared.Covered(), cancellationToken);
        return new SealedPdf(prepared.With(cms), isTimeStamped);
    }

    private int Room => RoomForAttributes + key.Identity.Certificate.RawData.Length + key.Identity.Above.Sum(one => one.RawData.Length);
}
