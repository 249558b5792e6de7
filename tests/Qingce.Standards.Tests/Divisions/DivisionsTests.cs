namespace Qingce.Standards.Tests.Places;

public sealed class DivisionsTests
{
    [Fact]
    public void TryFind_CurrentCounty_HasNames()
    {
        Assert.True(Divisions.TryFind(510107, out var county));

        Assert.Equal("武侯区", county.Name);
        Assert.Equal("四川省成都市武侯区", county.FullName);
        Assert.Equal(DivisionLevel.County, county.Level);
        Assert.True(county.IsCurrent);
    }

    [Fact]
    public void ExistedInYear_AbolishedCounty_OnlyInItsLife()
    {
        Assert.True(Divisions.ExistedInYear(440524, 1983));
        Assert.True(Divisions.ExistedInYear(440524, 1993));
        Assert.False(Divisions.ExistedInYear(440524, 1994));
        Assert.False(Divisions.ExistedInYear(440524, 1982));
        Assert.True(Divisions.EverExisted(440524));
        Assert.False(Divisions.EverExisted(440599));
        Assert.False(Divisions.IsCurrent(440524));
    }

    [Fact]
    public void CurrentOf_AbolishedCounty_FollowsTheChain()
    {
        var current = Divisions.CurrentOf(440524).ToArray();

        Assert.NotEmpty(current);
        Assert.All(current, code => Assert.True(Divisions.IsCurrent(code)));
        Assert.Equal([110101], Divisions.CurrentOf(110103).ToArray());
        Assert.Equal([110101], Divisions.CurrentOf(110101).ToArray());
        Assert.True(Divisions.CurrentOf(999999).IsEmpty);
        Assert.True(Divisions.MayBeOnePlace(110103, 110101));
        Assert.False(Divisions.MayBeOnePlace(110103, 110102));
    }

    [Fact]
    public void CurrentOf_EveryCode_LeadsToCodesInForce()
    {
        var unresolved = 0;
        foreach (var province in Divisions.Provinces)
        {
            foreach (var county in Divisions.CountiesOfProvince(province.Code / 10_000))
            {
                Assert.Equal([county.Code], Divisions.CurrentOf(county.Code).ToArray());
            }
        }

        for (var code = 110_000; code < 660_000; code++)
        {
            foreach (var one in Divisions.CurrentOf(code))
            {
                Assert.True(Divisions.IsCurrent(one));
            }

            unresolved += Divisions.EverExisted(code) && Divisions.CurrentOf(code).IsEmpty ? 1 : 0;
        }

        Assert.InRange(unresolved, 0, 800);
    }

    [Fact]
    public void Enumeration_Today_CoversTheCountry()
    {
        Assert.Equal(34, Divisions.Provinces.Count);
        Assert.Equal(2846, Divisions.Provinces.Sum(p => Divisions.CountiesOfProvince(p.Code / 10_000).Count));
        Assert.NotEmpty(Divisions.TownshipsOf(510107));
        Assert.Empty(Divisions.TownshipsOf(999999));
    }

    [Fact]
    public void FullName_AnyLevel_IsAsLongAsKnown()
    {
        Assert.Equal("北京市东城区东华门街道", Divisions.FullName(DivisionCode.OfTownship(110101001)));
        Assert.Equal("东华门街道", Divisions.Name(DivisionCode.Read("110101001005").Code));
        Assert.Equal("四川省", Divisions.FullName(DivisionCode.Read("51").Code));
        Assert.Equal("四川省成都市", Divisions.FullName(DivisionCode.Read("5101").Code));
        Assert.Equal("四川省", Divisions.FullName(DivisionCode.OfCounty(519999)));
        Assert.Equal(string.Empty, Divisions.FullName(DivisionCode.None));
    }

    [Fact]
    public void Questions_OnThePathOfEveryRow_AllocateNothing() =>
        Assert.Equal(0, Allocations.Of(() =>
        {
            Divisions.EverExisted(440524);
            Divisions.ExistedInYear(440524, 1990);
            Divisions.CurrentOf(440524);
            Divisions.MayBeOnePlace(110103, 110101);
        }));
}
