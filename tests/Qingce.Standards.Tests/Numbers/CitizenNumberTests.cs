using System.Text;
using CsCheck;

namespace Qingce.Standards.Tests.Numbers;

public sealed class CitizenNumberTests
{
    private static readonly Gen<CitizenNumber> Numbers =
        Gen.Select(Gen.Int[110_101, 659_004].Where(p => p % 111_111 != 0 && p != 123_456), Gen.Int[0, 45_000], Gen.Int[1, 999],
            (prefix, day, sequence) => CitizenNumber.Create(prefix, new DateOnly(1900, 1, 1).AddDays(day), sequence));

    [Theory]
    [InlineData("11010519491231002X", "1949-12-31", 2, 110105, 2)]
    [InlineData("440524188001010014", "1880-01-01", 1, 440524, 1)]
    public void Read_ExampleOfTheStandard_IsValid(string text, string birth, int sequence, int prefix, int sex)
    {
        var reading = CitizenNumber.Read(Encoding.UTF8.GetBytes(text));

        Assert.True(reading.IsValid);
        Assert.False(reading.Expanded);
        Assert.Equal(DateOnly.ParseExact(birth, "yyyy-MM-dd"), reading.Number.Birth);
        Assert.Equal(sequence, reading.Number.Sequence);
        Assert.Equal(prefix, reading.Number.DivisionPrefix);
        Assert.Equal((Sex)sex, reading.Number.Sex);
        Assert.Equal(text, reading.Number.ToString());
        Assert.Equal(text[^1], reading.Number.CheckCharacter);
    }

    [Theory]
    [InlineData("11010519491231002x")]
    [InlineData(" 11010519491231002X ")]
    [InlineData("'11010519491231002X")]
    [InlineData("110105 19491231 002X")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ")]
    [InlineData("11010519491231002×")]
    [InlineData("\u300011010519491231002Х")]
    [InlineData("11010519491231002Ⅹ\r\n")]
    public void Read_WrittenOtherwise_IsReadAsMeant(string text)
    {
        Assert.Equal(CitizenNumberFault.None, CitizenNumber.Read(text).Fault);
        Assert.Equal("11010519491231002X", CitizenNumber.Read(Encoding.UTF8.GetBytes(text)).Number.ToString());
    }

    [Theory]
    [InlineData("", CitizenNumberFault.Missing, false)]
    [InlineData(" \u3000 ", CitizenNumberFault.Missing, false)]
    [InlineData("无", CitizenNumberFault.Missing, false)]
    [InlineData("NULL", CitizenNumberFault.Missing, false)]
    [InlineData("1101051949123100", CitizenNumberFault.Length, false)]
    [InlineData("11010519491231002X1", CitizenNumberFault.Length | CitizenNumberFault.Character, false)]
    [InlineData("1101051949123I002X", CitizenNumberFault.Character, false)]
    [InlineData("X1010519491231002X", CitizenNumberFault.Character, false)]
    [InlineData("110105********002X", CitizenNumberFault.Character | CitizenNumberFault.Hidden, false)]
    [InlineData("张三", CitizenNumberFault.Character | CitizenNumberFault.Length, false)]
    [InlineData("110105194912310021", CitizenNumberFault.Checksum, true)]
    [InlineData("110105194902310020", CitizenNumberFault.DateImpossible | CitizenNumberFault.Checksum, true)]
    [InlineData("111111111111111111", CitizenNumberFault.Placeholder | CitizenNumberFault.DateImpossible | CitizenNumberFault.Checksum, true)]
    [InlineData("000000000000000000", CitizenNumberFault.Placeholder | CitizenNumberFault.DateImpossible | CitizenNumberFault.Checksum, false)]
    [InlineData("123456789012345678", CitizenNumberFault.Placeholder | CitizenNumberFault.DateImpossible | CitizenNumberFault.Checksum, true)]
    [InlineData("110105194912310004", CitizenNumberFault.Placeholder | CitizenNumberFault.Checksum, true)]
    [InlineData("110105194912312000", CitizenNumberFault.SpreadsheetRounded, true)]
    [InlineData("1.10105E+17", CitizenNumberFault.SpreadsheetRounded, false)]
    [InlineData("1.10105194912310e17", CitizenNumberFault.SpreadsheetRounded, false)]
    [InlineData("440524188001010014.0", CitizenNumberFault.SpreadsheetRounded, true)]
    [InlineData("110105491231002", CitizenNumberFault.FifteenDigits, true)]
    [InlineData("110105490231002", CitizenNumberFault.FifteenDigits | CitizenNumberFault.DateImpossible, true)]
    public void Read_Faulty_TellsTheCause(string text, CitizenNumberFault fault, bool hasNumber)
    {
        var fromBytes = CitizenNumber.Read(Encoding.UTF8.GetBytes(text));

        Assert.Equal(fault, fromBytes.Fault);
        Assert.Equal(hasNumber, fromBytes.HasNumber);
        Assert.Equal(fromBytes, CitizenNumber.Read(text));
        Assert.False(fromBytes.IsValid);
    }

    [Theory]
    [InlineData(810000, CitizenNumberFault.ResidencePermitPrefix)]
    [InlineData(830000, CitizenNumberFault.ResidencePermitPrefix)]
    [InlineData(911124, CitizenNumberFault.ForeignPermit)]
    public void Read_Permit_IsWellFormedButNotValid(int prefix, CitizenNumberFault fault)
    {
        var reading = CitizenNumber.Read(CitizenNumber.Create(prefix, new DateOnly(1980, 5, 6), 17).ToString());

        Assert.Equal(fault, reading.Fault);
        Assert.True(reading.IsWellFormed);
        Assert.False(reading.IsValid);
    }

    [Fact]
    public void Read_FifteenDigits_ExpandsToTheSamePerson()
    {
        var reading = CitizenNumber.Read("110105491231002");

        Assert.True(reading.Expanded);
        Assert.True(reading.IsWellFormed);
        Assert.Equal("11010519491231002X", reading.Number.ToString());
    }

    [Fact]
    public void Read_TooLongForAnything_IsALengthFault() =>
        Assert.Equal(CitizenNumberFault.Length, CitizenNumber.Read(new string('1', 5000)).Fault);

    [Fact]
    public void Create_AnyNumber_ReadsBackWithoutFault() => Numbers.Sample(number =>
    {
        var reading = CitizenNumber.Read(number.ToString());
        Assert.Equal(number, reading.Number);
        Assert.Equal(CitizenNumberFault.None, reading.Fault);
        Assert.Equal(number, CitizenNumber.FromPacked(number.Packed));
        Assert.Equal(number, number.Rechecked());
    });

    [Fact]
    public void Read_AnySingleCharacterChanged_IsNoticed() =>
        Gen.Select(Numbers, Gen.Int[0, 17], Gen.Int[1, 9]).Sample((number, at, shift) =>
        {
            var text = number.ToString().ToCharArray();
            text[at] = text[at] == 'X' ? (char)('0' + shift) : (char)('0' + ((text[at] - '0' + shift) % 10));
            var slipped = CitizenNumber.Read(text);

            Assert.False(slipped.IsValid);
            Assert.False(slipped.Number.HasRightCheck);
            Assert.True(CitizenNumber.DigitSlip(number, slipped.Number));
            Assert.False(CitizenNumber.AdjacentSwap(number, slipped.Number));
        });

    [Fact]
    public void AdjacentSwap_NeighboursExchanged_IsSeenAndNoticed() =>
        Gen.Select(Numbers, Gen.Int[0, 15]).Sample((number, at) =>
        {
            var text = number.ToString().ToCharArray();
            (text[at], text[at + 1]) = (text[at + 1], text[at]);
            var swapped = CitizenNumber.Read(text);

            Assert.Equal(text[at] != text[at + 1], CitizenNumber.AdjacentSwap(number, swapped.Number));
            Assert.Equal(text[at] == text[at + 1], swapped.IsValid);
        });

    [Fact]
    public void Comparisons_KnownPairs_AreToldApart()
    {
        var day = new DateOnly(1985, 4, 3);
        var a = CitizenNumber.Create(510104, day, 123);

        Assert.True(CitizenNumber.AdjacentSequences(a, CitizenNumber.Create(510104, day, 124)));
        Assert.True(CitizenNumber.AdjacentSequences(a, CitizenNumber.Create(510104, day, 125)));
        Assert.False(CitizenNumber.AdjacentSequences(a, CitizenNumber.Create(510104, day, 126)));
        Assert.False(CitizenNumber.AdjacentSequences(a, a));
        Assert.False(CitizenNumber.AdjacentSequences(a, CitizenNumber.Create(510104, day.AddDays(1), 124)));
        Assert.True(CitizenNumber.DigitSlipRechecked(a, CitizenNumber.Create(510104, day, 128)));
        Assert.False(CitizenNumber.DigitSlip(a, CitizenNumber.Create(510104, day, 128)));
        Assert.True(CitizenNumber.SameShortForm(a, CitizenNumber.Read("510104850403123").Number));
        Assert.Equal(18, CitizenNumber.Distance(a, CitizenNumber.None));
    }

    [Fact]
    public void Masked_Number_KeepsTheDivisionAlone() =>
        Assert.Equal("110105************", CitizenNumber.Read("11010519491231002X").Number.Masked());

    [Fact]
    public void TryFormat_TooShort_WritesNothing()
    {
        var number = CitizenNumber.Create(510104, new DateOnly(1985, 4, 3), 123);

        Assert.False(number.TryFormat(new char[17], out var chars));
        Assert.False(number.TryFormat(new byte[17], out var bytes));
        Assert.Equal(0, chars + bytes);
    }

    [Fact]
    public void Read_Bytes_AllocatesNothing()
    {
        var texts = new[] { "11010519491231002X", "１１０１０５１９４９１２３１００２Ｘ", "110105491231002", "无", "1.10105E+17", "张三" }
            .Select(Encoding.UTF8.GetBytes).ToArray();
        Assert.Equal(0, Allocations.Of(() =>
        {
            foreach (var text in texts)
            {
                CitizenNumber.Read(text);
            }
        }));
    }
}
