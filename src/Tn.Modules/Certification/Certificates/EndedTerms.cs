namespace Tn.Certification.Certificates;

/// <summary>A file that comes back into force after its term ended: the sweep has told that end already, so that nothing else would take it out again.</summary>
internal sealed class EndedTerms(IConsultantPath path, CertificateOffice office)
{
    /// <summary>Lapses the file when the holder's newest term is over, in the caller's unit of work, after the move that brought it back.</summary>
    public async Task LapseAsync(PersonId holder, ActContext act, CancellationToken cancellationToken)
    {
        var today = French.Day(act.At);
        if (await office.TermsOfAsync(holder, today, cancellationToken) is [{ Certificate: var newest }, ..] && newest.Until < today)
        {
            _ = await path.MoveAsync(holder, PathTrigger.Lapse, $"Le terme du certificat {newest.Number} a pris fin le {French.ShortDate(newest.Until)}.", act, cancellationToken);
        }
    }
}
