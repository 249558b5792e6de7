using CsCheck;

namespace Qingce.Standards.Tests;

public sealed class MutatedBytesTests
{
    private static readonly string[] Seeds =
    [
        "11010519491231002X", "1.10105E+17", "１１０１０５１９４９１２３１００２Ｘ", "1990年5月3日", "1990-05-03T00:00:00", "510107001003", "外孙女", "买买提·艾力", "李zhe明", "𠮷野",
        "四川省成都市武侯区浆洗街街道人民路12号附3号3-2-501室", "红星村第一百二十三村民小组十号", "+86 0755-82345670转801",
    ];

    [Fact]
    public void EveryReader_MutatedBytes_NeverThrows() =>
        Gen.Select(Gen.Int[0, 12].Select(i => Seeds[i]), Gen.Select(Gen.Int[0, 80], Gen.Byte).Array[0, 6], Gen.Int[1, 6]).Sample((seed, changes, repeat) =>
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(seed, repeat)));
            foreach (var (at, value) in changes)
            {
                bytes[at % bytes.Length] = value;
            }

            CitizenNumber.Read(bytes);
            BirthDate.Read(bytes);
            DateText.TryReadDay(bytes, out _);
            DivisionCode.Read(bytes);
            Sex.TryRead(bytes, out _);
            Relation.TryRead(bytes, out _);
            Ethnicity.TryRead(bytes, out _);
            MaritalStatus.TryRead(bytes, out _);
            Education.TryRead(bytes, out _);
            PhoneNumber.Read(bytes);
            Address.Read(bytes, DivisionCode.OfCounty(510107));
            PersonName.Key(bytes);
            LostCharacters.Find(bytes);
            PersonName.Normalize(bytes, new char[192]);
            PersonName.MayBeSame(bytes, System.Text.Encoding.UTF8.GetBytes(seed));
        }, iter: 3000);

    [Fact]
    public void EveryReader_LongCell_NeverThrows()
    {
        foreach (var seed in Seeds)
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(seed, 300)));
            Assert.False(CitizenNumber.Read(bytes).HasNumber);
            Assert.True(BirthDate.Read(bytes).Date.IsNone);
            Assert.True(DivisionCode.Read(bytes).Code.IsNone);
            Assert.False(Relation.TryRead(bytes, out _));
            Assert.True(PhoneNumber.Read(bytes).Number.IsNone);
            Assert.NotEqual(NameAgreement.Missing, PersonName.MayBeSame(bytes, "张三"u8));
            _ = Address.Read(bytes);
        }
    }
}
