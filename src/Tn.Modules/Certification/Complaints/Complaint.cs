using Tn.Certification.Certificates;
using Tn.Certification.Lives;

namespace Tn.Certification.Complaints;

internal readonly record struct ComplaintId(Guid Value) : IGuidId<ComplaintId>
{
    public static ComplaintId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

/// <summary>What a client writes.</summary>
/// <param name="Facts">What happened.</param>
internal sealed record ComplaintText(string Name, string Email, string Facts)
{
    public const int LongestName = 80;
    public const int ShortestFacts = 60;
    public const int LongestFacts = 8_000;
}

/// <summary>
/// A client's complaint against a certified consultant: a file of its own, never public. The consultant reads the facts and who complains
/// once it is admissible, never the client's address; what was never confirmed is erased.
/// </summary>
internal sealed class Complaint : Living<ComplaintState, ComplaintTrigger>
{
    private Complaint()
    {
    }

    public ComplaintId Id { get; private init; }

    public CertificateId Certificate { get; private init; }

    public string CertificateNumber { get; private init; } = string.Empty;

    public PersonId Holder { get; private init; }

    public string HolderName { get; private init; } = string.Empty;

    public string ClientName { get; private set; } = string.Empty;

    /// <summary>To write to the client; shown to nobody.</summary>
    public string ClientEmail { get; private set; } = string.Empty;

    public string Facts { get; private set; } = string.Empty;

    /// <summary>A hash that tells one sender from another for a day; it leads back to nobody.</summary>
    public string SenderMark { get; private init; } = string.Empty;

    /// <summary>Hash of the one-time link's code; empty once used.</summary>
    public string LinkHash { get; private set; } = string.Empty;

    public DateTimeOffset WrittenAt { get; private init; }

    /// <summary>The consultant's answer; empty when there is none.</summary>
    public string Answer { get; private set; } = string.Empty;

    public string DecisionReasons { get; private set; } = string.Empty;

    protected override LifeMachine<ComplaintState, ComplaintTrigger> Machine => ComplaintMachine.Machine;

    /// <summary>Receives a complaint about a certificate; it waits for its author to confirm.</summary>
    /// <param name="linkHash">Of the code that the author is sent.</param>
    public static Complaint Receive(Certificate certificate, ComplaintText text, string senderMark, string linkHash, ActContext act, IReadOnlyDictionary<string, RuleInForce> rules)
    {
        var complaint = new Complaint
        {
            Id = new ComplaintId(Guid.CreateVersion7(act.At)),
            Certificate = certificate.Id,
            CertificateNumber = certificate.Number,
            Holder = certificate.Holder,
            HolderName = certificate.HolderName,
            ClientName = text.Name,
            ClientEmail = text.Email,
            Facts = text.Facts,
            SenderMark = senderMark,
            LinkHash = linkHash,
            WrittenAt = act.At,
        };
        complaint.Begin("Réclamation reçue, à confirmer par son auteur.", act, rules);
        return complaint;
    }

    /// <summary>Its author confirms by the link received; the link then opens nothing more.</summary>
    public Outcome Confirm(ActContext act, IReadOnlyDictionary<string, RuleInForce> rules)
    {
        var moved = Move(ComplaintTrigger.Confirm, "Adresse confirmée par le lien reçu.", act, rules);
        if (moved.IsDone)
        {
            LinkHash = string.Empty;
        }

        return moved;
    }

    /// <summary>Never confirmed: what was written is erased.</summary>
    public Outcome Forget(ActContext act, IReadOnlyDictionary<string, RuleInForce> rules)
    {
        var moved = Move(ComplaintTrigger.Forget, "Jamais confirmée : son contenu est effacé.", act, rules);
        if (moved.IsDone)
        {
            (ClientName, ClientEmail, Facts, LinkHash) = (string.Empty, string.Empty, string.Empty, string.Empty);
        }

        return moved;
    }

    public Outcome Admit(ActContext act, IReadOnlyDictionary<string, RuleInForce> rules) =>
        Move(ComplaintTrigger.Admit, "Réclamation recevable : le consultant est invité à répondre.", act, rules);

    public Outcome DeclareInadmissible(string reason, ActContext act, IReadOnlyDictionary<string, RuleInForce> rules) =>
        Decided(Move(ComplaintTrigger.DeclareInadmissible, reason, act, rules), reason);

    /// <summary>The consultant uses the right of reply, once.</summary>
    public Outcome Reply(string answer, ActContext act, IReadOnlyDictionary<string, RuleInForce> rules)
    {
        var moved = Move(ComplaintTrigger.Reply, "Le consultant a répondu.", act, rules);
        if (moved.IsDone)
        {
            Answer = answer;
        }

        return moved;
    }

    public Outcome CloseReply(ActContext act, IReadOnlyDictionary<string, RuleInForce> rules) =>
        Move(ComplaintTrigger.CloseReply, "Le délai de réponse est passé sans réponse.", act, rules);

    /// <summary>Decides: no further action, a reminder of the rule, or a sanction to be decided on the certificate.</summary>
    /// <param name="decision">Dismiss, Remind or ProposeSanction.</param>
    public Outcome Decide(ComplaintTrigger decision, string reason, ActContext act, IReadOnlyDictionary<string, RuleInForce> rules) =>
        Decided(Move(decision, reason, act, rules), reason);

    /// <summary>The proposed sanction was decided on the certificate.</summary>
    public Outcome Sanction(string what, ActContext act, IReadOnlyDictionary<string, RuleInForce> rules) =>
        Move(ComplaintTrigger.Sanction, what, act, rules);

    private Outcome Decided(Outcome moved, string reason)
    {
        if (moved.IsDone)
        {
            DecisionReasons = reason;
        }

        return moved;
    }
}
