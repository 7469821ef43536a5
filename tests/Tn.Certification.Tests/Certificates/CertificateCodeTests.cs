using FsCheck.Xunit;
using Tn.Certification.Certificates;

namespace Tn.Certification.Tests.Certificates;

public class CertificateCodeTests
{
    [Property]
    public bool A_code_is_read_back_from_how_people_write_it(byte a, byte b, byte c, bool shout)
    {
        var code = CertificateCode.Of([a, b, c, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
        var shown = CertificateCode.Grouped(code);
        var typed = " " + (shout ? shown.Replace('0', 'O').Replace('1', 'I') : shown.ToLowerInvariant().Replace('0', 'o').Replace('1', 'l').Replace("-", " – ", StringComparison.Ordinal)) + " ";
        return code.Length == CertificateCode.Length && CertificateCode.Parse(typed) == code;
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7ZK4")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("é000000000000000000000000a")]
    [InlineData("00000000000000000000000000000")]
    public void What_cannot_be_a_code_is_none(string? typed) => Assert.Null(CertificateCode.Parse(typed));

    [Fact]
    public void Codes_do_not_repeat() => Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => CertificateCode.New()).Distinct().Count());

    [Fact]
    public void All_sixteen_bytes_tell() =>
        Assert.Equal(128, Enumerable.Range(0, 128).Select(bit => { var bytes = new byte[16]; bytes[bit / 8] = (byte)(1 << bit % 8); return CertificateCode.Of(bytes); }).Distinct().Count());
}
