using System.IO.Compression;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Tn.Certification.Papers.Blind;

/// <summary>
/// What a PDF's own tables may inflate to. Only they are inflated here, and only by deflate, which every writer uses for them:
/// pages, fonts and pictures are copied as they are.
/// </summary>
internal sealed class BoundedFilters : BaseFilterProvider
{
    private readonly Bounded bounded;

    public BoundedFilters()
        : this(new Bounded())
    {
    }

    private BoundedFilters(Bounded bounded)
        : base(new Dictionary<string, IFilter> { ["FlateDecode"] = bounded, ["Fl"] = bounded }) => this.bounded = bounded;

    /// <summary>True once a stream would have inflated beyond the bound.</summary>
    public bool WereExceeded => bounded.Left < 0;

    private sealed class Bounded : IFilter
    {
        private readonly FlateFilter flate = new();

        public long Left { get; private set; } = BlindArchive.MostBytes;

        public bool IsSupported => true;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            Measure(input);
            return flate.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        private void Measure(Memory<byte> input)
        {
            using var inflated = new DeflateStream(new MemoryStream(input[Math.Min(2, input.Length)..].ToArray()), CompressionMode.Decompress);
            var buffer = new byte[80 * 1024];
            try
            {
                for (int read; Left >= 0 && (read = inflated.Read(buffer)) > 0;)
                {
                    Left -= read;
                }
            }
            catch (InvalidDataException)
            {
                // Broken after this many bytes: the reader will say so.
            }

            if (Left < 0)
            {
                throw new PdfDocumentFormatException("Inflated beyond the bound.");
            }
        }
    }
}
