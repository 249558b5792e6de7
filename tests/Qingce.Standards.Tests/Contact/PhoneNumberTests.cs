using System.Text;
using CsCheck;

namespace Qingce.Standards.Tests.Contact;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("13912345670", 13912345670)]
    [InlineData("+86 139-1234-5670", 13912345670)]
    [InlineData("0086 13912345670", 13912345670)]
    [InlineData("8613912345670", 13912345670)]
    [InlineData("013912345670", 13912345670)]
    [InlineData("１３９１２３４５６７０", 13912345670)]
    [InlineData("13912345670/13800000001", 13912345670)]
    [InlineData("010-62345670", 1062345670)]
    [InlineData("(010)62345670", 1062345670)]
    [InlineData("+86 10 62345670", 1062345670)]
    [InlineData("0755-2345670", 75502345670)]
    [InlineData("0755-82345670-801", 75582345670)]
    [InlineData("0755-82345670转801", 75582345670)]
    [InlineData("62345670", 62345670)]
    public void Read_Number_IsNormalised(string text, long packed)
    {
        var reading = PhoneNumber.Read(Encoding.UTF8.GetBytes(text));

        Assert.Equal(PhoneNumberFault.None, reading.Fault);
        Assert.Equal(packed, reading.Number.Packed);
        Assert.Equal(reading, PhoneNumber.Read(text));
        Assert.Equal(reading.Number, PhoneNumber.Read(reading.Number.ToString()).Number.AreaCode == reading.Number.AreaCode
            ? PhoneNumber.Read(reading.Number.ToString()).Number : PhoneNumber.None);
    }

    [Theory]
    [InlineData("", PhoneNumberFault.Missing)]
    [InlineData("无", PhoneNumberFault.Missing)]
    [InlineData("1391234567", PhoneNumberFault.Length)]
    [InlineData("139123456789", PhoneNumberFault.Length)]
    [InlineData("110", PhoneNumberFault.Length)]
    [InlineData("张三", PhoneNumberFault.Character)]
    [InlineData("1391234567O", PhoneNumberFault.Character)]
    [InlineData("11111111111", PhoneNumberFault.Placeholder)]
    [InlineData("13800000000", PhoneNumberFault.Placeholder)]
    [InlineData("13912345678", PhoneNumberFault.Placeholder)]
    [InlineData("13800138000", PhoneNumberFault.Placeholder)]
    [InlineData("0000000", PhoneNumberFault.Placeholder)]
    public void Read_Faulty_TellsTheCause(string text, PhoneNumberFault fault) => Assert.Equal(fault, PhoneNumber.Read(text).Fault);

    [Fact]
    public void Read_Mobile_RoundTrips() => Gen.Long[13_000_000_000, 19_999_999_999].Sample(packed =>
    {
        var number = PhoneNumber.Read(PhoneNumber.FromPacked(packed).ToString()).Number;
        Assert.Equal(packed, number.Packed);
        Assert.True(number.IsMobile);
    });

    [Fact]
    public void Read_AnyText_NeverThrows() => Gen.String.Sample(text => PhoneNumber.Read(text).Number.ToString());
}
