using Tn.Journey.Census;

namespace Tn.Journey.Tests.Census;

public class SiretTests
{
    [Theory]
    [InlineData("73282932000074")]
    [InlineData("732 829 320 00074")]
    [InlineData(" 732.829.320-00074 ")]
    [InlineData("44306184100047")]
    [InlineData("55208131766522")]
    [InlineData("35600000000048")] // La Poste, head office: the common key
    [InlineData("35600000049837")] // La Poste, a post office: digits add up to 45
    public void A_right_number_is_read(string typed) => Assert.True(Siret.Parse(typed).IsDone);

    [Theory]
    [InlineData(null, "siret.empty")]
    [InlineData("   ", "siret.empty")]
    [InlineData("7328293200007A", "siret.not-digits")]
    [InlineData("٧٣٢٨٢٩٣٢٠٠٠٠٧٤", "siret.not-digits")]
    [InlineData("732829320", "siret.length")]
    [InlineData("732829320000744", "siret.length")]
    [InlineData("73282932100074", "siret.siren-key")]
    [InlineData("73282932000075", "siret.key")]
    [InlineData("35600000049838", "siret.la-poste-key")]
    public void Each_fault_has_its_own_sentence(string? typed, string code) => Assert.Equal(code, Siret.Parse(typed).Refusal?.Code);

    [Fact]
    public void It_is_written_as_people_write_it()
    {
        var siret = Siret.Parse("73282932000074").Value;
        Assert.Equal("732 829 320 00074", siret.ToString());
        Assert.Equal("732829320", siret.Siren);
    }

    [Fact]
    public void A_computed_number_has_right_keys()
    {
        for (var root = 80_000_000; root < 80_000_050; root++)
        {
            Assert.True(Siret.Parse(Siret.Compute(root.ToString(), "0001").Digits).IsDone);
        }
    }
}
