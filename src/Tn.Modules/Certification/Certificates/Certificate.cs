namespace Tn.Certification.Certificates;

/// <summary>A certificate.</summary>
internal readonly record struct CertificateId(Guid Value) : IGuidId<CertificateId>
{
    public static CertificateId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

/// <summary>
/// A certificate as issued: holder, themes, term. Nothing in it ever changes; what happens to it later
/// (suspension, withdrawal, reinstatement) is told by new <see cref="CertificateFact"/>s.
/// </summary>
internal sealed class Certificate
{
    public CertificateId Id { get; init; }

    /// <summary>As in <see cref="CertificateCode"/>: unguessable, without dashes.</summary>
    public string Code { get; init; } = string.Empty;

    public string CodeHash { get; init; } = string.Empty;

    /// <summary>For people: <c>TN-2026-0001</c>.</summary>
    public string Number { get; init; } = string.Empty;

    public PersonId Holder { get; init; }

    public string HolderName { get; init; } = string.Empty;

    public string EnterpriseName { get; init; } = string.Empty;

    /// <summary>The number of the consultant's file.</summary>
    public string FileNumber { get; init; } = string.Empty;

    /// <summary>Départements served when it was issued, for the public figures.</summary>
    public IReadOnlyList<string> Departments { get; init; } = [];

    public IReadOnlyList<string> Axes { get; init; } = [];

    /// <summary>First day, Paris.</summary>
    public DateOnly From { get; init; }

    /// <summary>Last day, Paris.</summary>
    public DateOnly Until { get; init; }

    public bool OnProbation { get; init; }

    /// <summary>The jury's case that decided it: one certificate at most.</summary>
    public Guid DecidedBy { get; init; }

    /// <summary>The certificate that this one renews.</summary>
    public CertificateId? Renews { get; init; }

    public DateTimeOffset IssuedAt { get; init; }

    /// <summary>Whether it holds on a day, as its term and the facts since tell.</summary>
    /// <param name="facts">Its facts; only sanctions matter, those up to that day.</param>
    public CertificateStanding StandingOn(DateOnly day, IEnumerable<CertificateFact> facts)
    {
        var sanction = facts.Where(fact => fact.Kind.IsSanction() && French.Day(fact.At) <= day).MaxBy(fact => fact.Index)?.Kind;
        return sanction switch
        {
            FactKind.Withdrawn => CertificateStanding.Withdrawn,
            _ when day > Until => CertificateStanding.Expired,
            FactKind.Suspended => CertificateStanding.Suspended,
            _ when day < From => CertificateStanding.NotYetValid,
            _ => OnProbation ? CertificateStanding.ValidOnProbation : CertificateStanding.Valid,
        };
    }

    public CertificateCard ToCard(DateOnly day, IEnumerable<CertificateFact> facts) =>
        new(Code, Number, Holder, HolderName, Axes, From, Until, StandingOn(day, facts));
}

/// <summary>What can happen to a certificate. Names are kept and hashed: never rename one.</summary>
internal enum FactKind
{
    Issued,
    Warned,
    Suspended,
    Reinstated,
    Withdrawn,
    RenewalOpened,
    Began,
    Expired,
}

internal static class FactKinds
{
    /// <summary>True for what a committee decides about whether the certificate holds.</summary>
    public static bool IsSanction(this FactKind kind) => kind is FactKind.Suspended or FactKind.Reinstated or FactKind.Withdrawn;
}

/// <summary>Something that happened to a certificate: appended, chained by hash, never changed.</summary>
internal sealed class CertificateFact
{
    public CertificateId Certificate { get; private init; }

    /// <summary>From 0, without gaps.</summary>
    public int Index { get; private init; }

    public FactKind Kind { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>Last day of a suspension.</summary>
    public DateOnly? Until { get; private init; }

    /// <summary>The article it rests on.</summary>
    public string Article { get; private init; } = string.Empty;

    public string Reason { get; private init; } = string.Empty;

    public string DecidedBy { get; private init; } = string.Empty;

    public string PreviousHash { get; private init; } = string.Empty;

    public string Hash { get; private init; } = string.Empty;

    /// <summary>The fact that follows <paramref name="last"/>, or the first.</summary>
    public static CertificateFact After(CertificateFact? last, CertificateId certificate, FactKind kind, string article, string reason, DateOnly? until, ActContext act)
    {
        var (index, previous) = (last is null ? 0 : last.Index + 1, last?.Hash ?? HashChain.Origin);
        return new CertificateFact
        {
            Certificate = certificate,
            Index = index,
            Kind = kind,
            At = act.At,
            Until = until,
            Article = article,
            Reason = reason,
            DecidedBy = act.ActorName,
            PreviousHash = previous,
            Hash = HashOf(previous, certificate, index, kind, act.At, until, article, reason, act.ActorName),
        };
    }

    /// <summary>True when the facts follow each other unaltered from the first.</summary>
    public static bool IsIntact(IEnumerable<CertificateFact> facts)
    {
        var (index, previous) = (0, HashChain.Origin);
        foreach (var fact in facts.OrderBy(fact => fact.Index))
        {
            if (fact.Index != index++ || fact.PreviousHash != previous
                || fact.Hash != HashOf(previous, fact.Certificate, fact.Index, fact.Kind, fact.At, fact.Until, fact.Article, fact.Reason, fact.DecidedBy))
            {
                return false;
            }

            previous = fact.Hash;
        }

        return true;
    }

    private static string HashOf(string previous, CertificateId certificate, int index, FactKind kind, DateTimeOffset at, DateOnly? until, string article, string reason, string decidedBy) =>
        HashChain.Link(
            previous,
            certificate.ToString(),
            index.ToString(System.Globalization.CultureInfo.InvariantCulture),
            kind.ToString(),
            // To the microsecond: PostgreSQL keeps no finer.
            at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", System.Globalization.CultureInfo.InvariantCulture),
            until?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            article,
            reason,
            decidedBy);
}
