namespace Qingce.Linkage.Chinese.Tests;

public sealed class PersonModelTests
{
    private static readonly PersonHeaders All = LinkedPeople.AllColumns;

    // Where a number is missing a second record with a wrong character that neither looks nor sounds right is given up, for twins have just that.
    public static TheoryData<int, double, double, PersonHeaders> Tables => new()
    {
        { 6000, 0.985, 0.96, All },
        { 6000, 0.985, 0.955, All with { Sex = null } },
        { 6000, 0.95, 0.83, All with { Number = null } },
        { 4000, 0.955, 0.8, new PersonHeaders { Name = "name", Birth = "born", Phone = "phone" } },
        { 4000, 0.95, 0.56, new PersonHeaders { Name = "name", Phone = "phone" } },
        { 4000, 0.99, 0.6, new PersonHeaders { Number = "number", Phone = "phone" } },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void Link_WithoutLabels_FindsSecondRecords(int records, double precision, double recall, PersonHeaders headers)
    {
        var linked = new LinkedPeople(new Invented(records, 1), headers);

        Assert.True(linked.Precision >= precision && linked.Recall >= recall, linked.Describe(20));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Link_RelativesAndNeighbours_AreKeptApart(int seed)
    {
        var linked = new LinkedPeople(new Invented(8000, seed, special: 0.15), All);

        // One in three hundred namesakes next door is born a slip apart by chance.
        Assert.All(Enum.GetValues<Kinship>(), kind => Assert.True(linked.Merged[kind] <= (kind == Kinship.Neighbours ? 0.004 : 0.001), linked.Describe(20)));
        Assert.True(linked.Recall >= 0.95, linked.Describe(20));
    }

    // Without numbers names alone tell twins apart, whether or not it is known of both where they live.
    [Theory]
    [InlineData("周晓明", "周晓亮", "13911112222", "", false)]
    [InlineData("周晓明", "周晓亮", "13911112222", "13911112222", false)]
    [InlineData("周明", "周亮", "", "", false)]
    [InlineData("周晓明", "周晓明", "13911112222", "", true)]
    [InlineData("周晓明", "周晓鸣", "13911112222", "", true)]
    [InlineData("周晓明", "", "13911112222", "13911112222", true)]
    public void Link_BornOnOneDayWithoutNumbers_AnotherNameIsAnotherPerson(string name, string other, string phone, string otherPhone, bool areOne)
    {
        var people = new Invented(3000, 4);
        var one = new Person(-1, name, 'F', new DateOnly(2001, 5, 6), "", phone, "");
        people.Records.InsertRange(0, [one, one with { Id = -2, Name = other, Phone = otherPhone }]);

        var linked = new LinkedPeople(people, new PersonHeaders { Name = "name", Birth = "born", Phone = "phone" });

        Assert.Equal(areOne, linked.Pairs.Contains((0, 1)));
    }

    // Who took another name is one person under both, where the register says so.
    [Theory]
    [InlineData("刘大伟", true)]
    [InlineData("", false)]
    public void Link_NameThatIsTheFormerOneOfTheOther_IsOnePerson(string former, bool areOne)
    {
        var people = new Invented(3000, 4);
        var one = new Person(-1, "刘大伟", 'M', new DateOnly(2001, 5, 6), "", "13911112222", "");
        people.Records.InsertRange(0, [one, one with { Id = -2, Name = "刘志远", Former = former }]);

        var linked = new LinkedPeople(people, new PersonHeaders { Name = "name", FormerName = "former", Birth = "born", Phone = "phone" });

        Assert.Equal(areOne, linked.Pairs.Contains((0, 1)));
    }

    // Two valid numbers are of two people, but for somebody of one name and contact who was registered a second time.
    [Theory]
    [InlineData("周晓明", "610523195607227139", "610330195607219537", 22, "13911112222", true)]
    [InlineData("周晓明", "610603198106051896", "610331198106053890", 22, "13911112222", true)]
    [InlineData("周晓明", "610523195607227139", "610603198106051896", 23, "13911112222", true)]
    [InlineData("周晓明", "610523195607227139", "610330195607219537", 22, "13911113333", false)]
    [InlineData("周晓亮", "610523195607227139", "610330195607219537", 22, "13911112222", false)]
    public void Link_TwoValidNumbers_AreOfOnePersonOnlyWithOneNameAndContact(string name, string number, string other, int day, string phone, bool areOne)
    {
        var people = new Invented(3000, 4);
        var one = new Person(-1, "周晓明", 'M', new DateOnly(1956, 7, 22), number, "13911112222", "");
        people.Records.InsertRange(0, [one, one with { Id = -2, Name = name, Number = other, Phone = phone, Born = $"1956-07-{day}" }]);

        var linked = new LinkedPeople(people, All);

        Assert.Equal(areOne, linked.Pairs.Contains((0, 1)));
    }

    [Fact]
    public void Of_AnyColumns_IsAModelThatFilesKeep()
    {
        foreach (var columns in Enumerable.Range(1, 63))
        {
            string? Header(int bit, string name) => (columns >> bit & 1) == 1 ? name : null;
            var headers = new PersonHeaders
            {
                Name = Header(0, "姓名"),
                Number = Header(1, "身份证号"),
                Birth = Header(2, "出生日期"),
                Sex = Header(3, "性别"),
                Phone = Header(4, "电话"),
                Address = Header(5, "住址"),
            };
            if ((columns & 3) == 0)
            {
                Assert.Throws<ArgumentException>(() => PersonModel.Of(headers));
                continue;
            }

            var model = PersonModel.Of(headers);
            model.Validate();
            Assert.Equal(model.Write(), LinkageModel.Read(model.Write()).Write());
            Assert.NotEmpty(model.Blocking!);
        }
    }
}
