using Qingce.Exchange.Catalogue;
using Qingce.Exchange.Codes;
using Qingce.Exchange.Files;

namespace Qingce.Exchange.Tests;

public sealed class SourceCatalogueTests
{
    [Fact]
    public void National_Counts_AreThoseOfThePlan()
    {
        SourceCatalogue catalogue = SourceCatalogue.National;

        Assert.Equal(8, catalogue.Departments.Count);
        Assert.Equal(23, catalogue.Categories.Count);
        Assert.Equal(8, catalogue.Categories.Count(c => c.IsLive));
        Assert.Equal(23, FileShapes.Source.Count);
        Assert.Equal(12, CodeLists.DocumentKinds.Codes.Count);
        Assert.Equal("05-marriage", catalogue[5].FileName);
    }

    [Fact]
    public void Categories_Fields_AreExchangeFieldsNamedOnce()
    {
        HashSet<string> fields = [.. FileShapes.Source.Select(f => f.Name)];

        foreach (SourceCategory category in SourceCatalogue.National.Categories)
        {
            string[] named = [.. category.Must, .. category.May];
            Assert.Equal(category.Number, SourceCatalogue.National.Categories.ToList().IndexOf(category) + 1);
            Assert.True(named.All(fields.Contains), $"{category.FileName} names a field that is no exchange field");
            Assert.Equal(named.Length, named.Distinct().Count());
            Assert.All(category.EventKinds, kind => Assert.True(CodeLists.EventKinds.TryRead(kind, out _), kind));
            Assert.Contains(SourceCatalogue.National.Departments, d => d.Id == category.Department);
        }
    }

    [Theory]
    [InlineData("died")]
    [InlineData("DIED")]
    [InlineData(" 死亡 ")]
    public void EventKinds_TokenOrChinese_IsRead(string text)
    {
        Assert.True(CodeLists.EventKinds.TryRead(text, out EventKind fromChars));
        Assert.True(CodeLists.EventKinds.TryRead(System.Text.Encoding.UTF8.GetBytes(text), out EventKind fromBytes));

        Assert.Equal(EventKind.Died, fromChars);
        Assert.Equal(EventKind.Died, fromBytes);
    }

    [Fact]
    public void EventKinds_UnknownOrTooLong_IsNotRead()
    {
        Assert.False(CodeLists.EventKinds.TryRead("slept", out EventKind kind));
        Assert.False(CodeLists.EventKinds.TryRead(new byte[500], out _));
        Assert.Equal(EventKind.None, kind);
    }

    [Fact]
    public void CodeLists_EveryCode_ReadsBackFromItsTokenAndChinese()
    {
        Check(CodeLists.EventKinds);
        Check(CodeLists.SourceStatuses);
        Check(CodeLists.DocumentKinds);
        Check(CodeLists.CancellationReasons);
        Check(CodeLists.RegistrationReasons);
        Check(CodeLists.HouseholdTypes);

        static void Check<TCode>(CodeList<TCode> list)
            where TCode : struct, Enum
        {
            Assert.Equal(Enum.GetValues<TCode>().Length - 1, list.Codes.Count);
            foreach (TCode code in list.Codes)
            {
                Assert.True(list.TryRead(list.Token(code), out TCode fromToken) && fromToken.Equals(code), list.Token(code));
                Assert.True(list.TryRead(list.Chinese(code), out TCode fromChinese) && fromChinese.Equals(code), list.Chinese(code));
            }
        }
    }
}
