using System.Text;
using CsCheck;

namespace Qingce.Standards.Tests.Places;

public sealed class AddressTests
{
    [Theory]
    [InlineData("人民路12号3栋2单元501室", "人民路12号3栋2单元501室")]
    [InlineData("人民路１２号３幢二单元５０１", "人民路12号3栋2单元501室")]
    [InlineData("人民路12号三号楼2单元501房", "人民路12号3栋2单元501室")]
    [InlineData("人民路12号3-2-501", "人民路12号3栋2单元501室")]
    [InlineData("人民路 12 号 阳光小区 3栋2单元501号", "人民路12号3栋2单元501室")]
    [InlineData("人民路12号3座2单元5楼501室", "人民路12号3栋2单元501室")]
    [InlineData("阳光小区十二栋3-501", "阳光小区12栋3单元501室")]
    [InlineData("阳光小区5楼301", "阳光小区5栋301室")]
    [InlineData("阳光小区A座1203", "阳光小区A栋1203室")]
    [InlineData("阳光小区3#楼501", "阳光小区3栋501室")]
    [InlineData("人民路100弄5号301室", "人民路100弄5号301室")]
    [InlineData("红星村第三村民小组12号", "红星村3组12号")]
    [InlineData("红星村民委员会三组12号", "红星村3组12号")]
    [InlineData("红星村3社12号（老屋）", "红星村3组12号")]
    [InlineData("浆洗街社区洗面桥街8号附3号", "洗面桥街8号3附")]
    [InlineData("五一路八十八号", "五一路88号")]
    [InlineData("三门路5号", "三门路5号")]
    [InlineData("318国道旁20号", "318国道旁20号")]
    [InlineData("人民路012号", "人民路12号")]
    [InlineData("四川省成都市武侯区浆洗街街道洗面桥街8号", "洗面桥街8号")]
    [InlineData("四川成都市武侯区洗面桥街8号", "洗面桥街8号")]
    [InlineData("成都市武侯区洗面桥街8号", "洗面桥街8号")]
    [InlineData("北京市东城区东华门街道王府井大街1号", "王府井大街1号")]
    [InlineData("北京市市辖区东城区王府井大街1号", "王府井大街1号")]
    [InlineData("古镇路12号", "古镇路12号")]
    [InlineData("", "")]
    [InlineData("四川省成都市武侯区", "")]
    public void Normalize_Written_BecomesNormal(string text, string normal) => Assert.Equal(normal, Address.Normalize(text));

    [Fact]
    public void Read_WaysOfWriting_HaveOneKey()
    {
        string[] ways = ["四川省成都市武侯区人民路12号3栋2单元501室", "人民路１２号３幢二单元５０１", "成都市武侯区人民路12号3号楼2单元501", "人民路12号3-2-501"];
        var keys = ways.Select(way => Address.Read(Encoding.UTF8.GetBytes(way)).Key).Distinct().ToList();

        Assert.Single(keys);
        Assert.False(keys[0].IsNone);
        Assert.NotEqual(keys[0], Address.Read("人民路12号3栋2单元502室").Key);
        Assert.Equal(Address.Read("人民路12号3栋2单元502室").BuildingKey, Address.Read(ways[0]).BuildingKey);
        Assert.NotEqual(Address.Read("人民路12号4栋2单元502室").BuildingKey, Address.Read(ways[0]).BuildingKey);
    }

    [Fact]
    public void Read_Division_IsNamed()
    {
        Assert.Equal(510107, Address.Read("四川省成都市武侯区人民路12号").Division.County);
        Assert.Equal(110101001, Address.Read("北京市东城区东华门街道1号").Division.Township);
        Assert.Equal(510100, Address.Read("成都市人民路12号").Division.County);
        Assert.True(Address.Read("人民路12号").Division.IsNone);
        Assert.Equal(110101001, Address.Read("东华门街道1号", DivisionCode.OfCounty(110101)).Division.Township);
    }

    [Fact]
    public void BuildingKey_TownshipNamedByANumber_TellsItsRoadsApart()
    {
        var one = Address.Read("内蒙古自治区乌兰察布市化德县七号镇建设大道2号6栋1单元101室");
        var other = Address.Read("内蒙古自治区乌兰察布市化德县七号镇幸福大道5号6栋3单元502室");

        Assert.NotEqual(one.BuildingKey, other.BuildingKey);
        Assert.NotEqual(one.Key, other.Key);
    }

    [Theory]
    [InlineData("人民路12号", true)]
    [InlineData("阳光小区3栋501", true)]
    [InlineData("红星村3组", false)]
    [InlineData("阳光小区3栋", false)]
    [InlineData("四川省成都市", false)]
    [InlineData("", false)]
    public void HasDoor_Address_NeedsRoomOrHouse(string text, bool has) => Assert.Equal(has, Address.Read(text).HasDoor);

    [Fact]
    public void Read_VillageGroup_IsNumbered()
    {
        Assert.Equal(3, Address.Read("红星村第三村民小组12号").Group);
        Assert.Equal(0, Address.Read("人民路12号").Group);
        Assert.True(Address.Read("").IsNone);
        Assert.True(Address.Read("").Key.IsNone);
    }

    [Fact]
    public void Read_AnyText_GivesOneKeyForItsNormalForm() =>
        Gen.OneOf(Gen.Char["四川省成都市武侯区街道路号栋单元室组弄村第一二三十百0123-A附楼座（） "].Array[0, 40].Select(c => new string(c)), Gen.String).Sample(text =>
        {
            var address = Address.Read(text);
            Assert.Equal(address, Address.Read(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)))));
            Assert.Equal(address.Key.IsNone, Address.Normalize(text).Length == 0);
        });

    [Fact]
    public void Read_Bytes_AllocatesNothing()
    {
        var texts = new[] { "四川省成都市武侯区浆洗街街道人民路12号3栋2单元501室", "红星村第三村民小组12号", "四川成都市人民路5号" }.Select(Encoding.UTF8.GetBytes).ToArray();
        Assert.Equal(0, Allocations.Of(() =>
        {
            foreach (var text in texts)
            {
                Address.Read(text);
                PhoneNumber.Read("0755-82345670-801"u8);
                DivisionCode.Read("510107001003"u8);
            }
        }));
    }
}
