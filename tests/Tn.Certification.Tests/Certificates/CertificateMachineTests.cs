using Tn.Certification.Certificates;

namespace Tn.Certification.Tests.Certificates;

public class CertificateMachineTests
{
    private static readonly DateOnly From = new(2027, 1, 4);
    private static readonly DateOnly Until = new(2030, 1, 3);

    public static TheoryData<int, bool> Histories()
    {
        var data = new TheoryData<int, bool>();
        for (var seed = 0; seed < 200; seed++)
        {
            data.Add(seed, seed % 3 == 0);
        }

        return data;
    }

    /// <summary>What is answered to whoever checks a certificate, and what the machine makes of its facts, are one.</summary>
    [Theory]
    [MemberData(nameof(Histories))]
    public void The_machine_and_the_standing_say_the_same_on_every_day(int seed, bool onProbation)
    {
        var certificate = new Certificate { Id = new CertificateId(Guid.NewGuid()), From = From, Until = Until, OnProbation = onProbation };
        var facts = History(certificate, new Random(seed));
        for (var day = From.AddDays(-40); day <= Until.AddDays(40); day = day.AddDays(13))
        {
            Assert.Equal(certificate.StandingOn(day, facts), StandingOf(CertificateMachine.StateOf(certificate, facts, day)));
        }
    }

    [Fact]
    public void A_renewed_certificate_is_renewed_and_a_late_one_first_expires()
    {
        var certificate = new Certificate { From = From, Until = Until };
        Assert.Equal(CertificateState.Renewed, CertificateMachine.StateOf(certificate, [], Until, isRenewed: true));
        Assert.Equal(CertificateState.Expired, CertificateMachine.StateOf(certificate, [], Until.AddDays(1)));
        Assert.Equal(CertificateState.Renewed, CertificateMachine.StateOf(certificate, [], Until.AddDays(20), isRenewed: true));
    }

    [Fact]
    public void A_fact_that_nothing_declares_is_a_bug_that_shows()
    {
        var certificate = new Certificate { Id = new CertificateId(Guid.NewGuid()), From = From, Until = Until };
        var fact = CertificateFact.After(null, certificate.Id, FactKind.Reinstated, "a", "b", null, Acting(From.AddDays(3)));
        Assert.Throws<InvalidOperationException>(() => CertificateMachine.StateOf(certificate, [fact], Until));
    }

    // Sanctions that the committee could decide, as DecideSanction lets them.
    private static List<CertificateFact> History(Certificate certificate, Random random)
    {
        var facts = new List<CertificateFact>();
        for (var day = From.AddDays(-30 + random.Next(60)); day < Until && facts.Count < 8; day = day.AddDays(1 + random.Next(300)))
        {
            var fitting = DecideSanction.Fitting(certificate.StandingOn(day, facts));
            if (fitting.Count > 0)
            {
                var kind = fitting[random.Next(fitting.Count)];
                facts.Add(CertificateFact.After(facts.LastOrDefault(), certificate.Id, kind, "article 14", "Motif.", null, Acting(day)));
            }
        }

        return facts;
    }

    private static ActContext Acting(DateOnly day) => ActContext.System(French.StartOf(day).AddHours(10), "test");

    private static CertificateStanding StandingOf(CertificateState state) => state switch
    {
        CertificateState.Upcoming => CertificateStanding.NotYetValid,
        CertificateState.Valid => CertificateStanding.Valid,
        CertificateState.OnProbation => CertificateStanding.ValidOnProbation,
        CertificateState.Suspended => CertificateStanding.Suspended,
        CertificateState.Withdrawn => CertificateStanding.Withdrawn,
        _ => CertificateStanding.Expired,
    };
}
