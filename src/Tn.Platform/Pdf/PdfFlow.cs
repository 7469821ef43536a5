namespace Tn.Platform.Pdf;

/// <summary>Writes down a page and on to the next. A long paragraph is written in pieces, so that none runs off a page.</summary>
public sealed class PdfFlow(PdfSheet sheet)
{
    /// <summary>Running text.</summary>
    public static readonly PdfText Body = new(11);

    /// <summary>What matters less: dates, fingerprints.</summary>
    public static readonly PdfText Small = new(9, Color: PdfText.Quiet);

    private const float Column = PdfSheet.Width - 2 * PdfSheet.Margin;
    private const float Bottom = PdfSheet.Height - PdfSheet.Margin;

    // About six lines: what is measured before it is written.
    private const int PieceLength = 500;
    private float baseline = PdfSheet.Margin + 20;

    /// <summary>A heading, never alone at the foot of a page.</summary>
    public void Head(string words)
    {
        Room(60);
        baseline += 12;
        Write(words, new PdfText(14, Strong: true));
    }

    /// <summary>A paragraph a line.</summary>
    public void Write(string words, PdfText style)
    {
        foreach (var line in words.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var piece in Pieces(line))
            {
                Room(style.Leading * (2 + piece.Length * style.Size * 0.6f / Column));
                baseline = sheet.Paragraph(piece, PdfSheet.Margin, baseline, Column, style);
            }
        }

        baseline += 3;
    }

    private void Room(float height)
    {
        if (baseline + height > Bottom)
        {
            sheet.NextPage();
            baseline = PdfSheet.Margin + 20;
        }
    }

    /// <summary>Cut at spaces; a word longer than a line is cut where it must.</summary>
    private static IEnumerable<string> Pieces(string line)
    {
        while (line.Length > PieceLength)
        {
            var space = line.LastIndexOf(' ', PieceLength);
            var cut = space > 0 ? space : 80;
            yield return line[..cut];
            line = line[cut..].TrimStart();
        }

        yield return line;
    }
}
