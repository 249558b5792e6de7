using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Qingce.Register;
using Qingce.Storage.Registrations;
using Qingce.Storage.Searching;
using Qingce.Testing;

namespace Qingce.Storage.Tests;

public sealed class FindRegistrationsTests : EveryStore
{
    [Theory, MemberData(nameof(Kinds))]
    public async Task Search_OfRowsWithEveryColumnAndWithFew_ReadsThemWhole(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        await InventedRegistrations.InsertAsync(test.Store, [InventedRegistrations.One(1), InventedRegistrations.One(2), InventedRegistrations.One(3)], Cancellation);
        await using (StoreWrite write = await test.Store.WriteAsync(Cancellation))
        {
            foreach (IProperty property in write.Context.Model.FindEntityType(typeof(Registration))!.GetProperties().Where(one => !one.IsPrimaryKey() && one.Name != "KnownFrom"))
            {
                string name = property.GetColumnName();
                (string full, string little) = property.ClrType == typeof(string) ? ($"'{name}'", "NULL")
                    : property.ClrType == typeof(bool) ? (kind == StoreKind.Postgres ? "true" : "1", kind == StoreKind.Postgres ? "false" : "0")
                    : property.ClrType == typeof(byte[]) ? (name, "NULL")
                    : name == "area" ? ("area", "area")
                    : (name.Length.ToString(CultureInfo.InvariantCulture), property.IsNullable ? "NULL" : "0");
                string sql = $"UPDATE registrations SET {name} = CASE registration_id WHEN 'R000001' THEN {full} WHEN 'R000002' THEN {little} ELSE {name} END";
                await write.Context.Database.ExecuteSqlRawAsync(sql, Cancellation);
            }

            await write.CommitAsync(Cancellation);
        }

        await using RegisterContext context = test.Store.Read();
        List<Registration> rows = await context.Registrations.AsNoTracking().OrderBy(one => one.RegistrationId).ToListAsync(Cancellation);
        SearchConditions all = new();
        all.Add("registration_id >= {0}", "R");
        await using DbConnection connection = await test.Store.OpenReaderAsync(Cancellation);
        List<Registration> found = await all.ReadAsync(connection, "registration_id", 10, Cancellation);

        Assert.Equal(3, rows.Count);
        Assert.Equal("card_issued_on", rows[0].CardIssuedOn);
        Assert.Null(rows[1].Sealed);
        Assert.Equal(JsonSerializer.Serialize(rows), JsonSerializer.Serialize(found));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Search_ByNumber_OfManyAtOnce_GivesEachItsOwn(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        // Three registrations to each number, but one number that some three hundred have.
        string[] numbers = [.. Enumerable.Range(0, 100).Select(at => $"33010619800101{at:0000}")];
        await InventedRegistrations.InsertAsync(
            test.Store, [.. Enumerable.Range(1, 600).Select(at => InventedRegistrations.One(at, (RegisterField.CitizenNumber, at <= 300 ? numbers[at % 100] : "110105194912310021")))],
            Cancellation);

        string[] asked = [.. numbers, "110105194912310021", "110105194912310999"];
        FoundRegistrations[] found = await Task.WhenAll(asked.Select(number => FindRegistrations.RunAsync(test.Store, new RegistrationQuery { Number = number, Limit = 200 }, Cancellation)));
        for (int at = 0; at < 100; at++)
        {
            string[] expected = [.. Enumerable.Range(1, 300).Where(one => one % 100 == at).Select(one => InventedRegistrations.One(one).RegistrationId)];
            Assert.Equal(expected, found[at].Rows.Select(row => row.RegistrationId));
            Assert.Null(found[at].Next);
        }

        Assert.Equal((200, InventedRegistrations.One(500).RegistrationId), (found[^2].Rows.Count, found[^2].Next));
        Assert.Empty(found[^1].Rows);
        FoundRegistrations rest = await FindRegistrations.RunAsync(
            test.Store, new RegistrationQuery { Number = "110105194912310021", Limit = 200, After = found[^2].Next }, Cancellation);
        Assert.Equal((100, null), (rest.Rows.Count, rest.Next));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Search_ByAnyWay_FindsWhoIsMeantAndNobodyElse(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        await InventedRegistrations.InsertAsync(
            test.Store,
            [
                InventedRegistrations.One(1, (RegisterField.Name, "張偉"), (RegisterField.CitizenNumber, "11010519491231002X"), (RegisterField.Phone, "13912345678")),
                InventedRegistrations.One(2, (RegisterField.Name, "张伟民"), (RegisterField.CitizenNumber, "330106198001021234"), (RegisterField.BirthDate, "1981-02-03")),
                InventedRegistrations.One(3, (RegisterField.Name, "单于山"), (RegisterField.Address, "浙江省杭州市西湖区文三路8号2幢501室"), (RegisterField.Phone, "")),
                InventedRegistrations.One(4, (RegisterField.Name, "单小明"), (RegisterField.Address, "文三路8号2栋502室"), (RegisterField.Phone, "")),
                InventedRegistrations.One(
                    6, (RegisterField.Name, "王喆"), (RegisterField.Division, "330203001002"), (RegisterField.Address, "宁波市海曙区文三路8号"),
                    (RegisterField.Phone, ""), (RegisterField.CancelledOn, "2020-01-01")),
            ],
            Cancellation);

        (RegistrationQuery Query, string Found)[] expected =
        [
            (new() { Name = "张伟" }, "R000001"),
            (new() { Name = "張偉", IsBeginning = true }, "R000001 R000002"),
            (new() { Name = "单", IsBeginning = true }, "R000003 R000004"),
            (new() { Name = "单于", IsBeginning = true }, "R000003"),
            (new() { Pinyin = "Zhang Wei" }, "R000001"),
            (new() { Pinyin = "zhangwei", IsBeginning = true }, "R000001 R000002"),
            (new() { Pinyin = "chanyushan" }, "R000003"),
            (new() { Name = "王哲" }, "R000006"),
            (new() { Name = "王喆", LivingOnly = true }, ""),
            (new() { Number = "110105491231002" }, "R000001"),
            (new() { Number = " 11010519491231002x" }, "R000001"),
            (new() { Number = "330106198001021235" }, ""),
            (new() { Phone = "139-1234-5678" }, "R000001"),
            (new() { Address = "浙江省杭州市西湖区文三路8号2幢" }, "R000003 R000004"),
            (new() { Address = "文三路8号" }, "R000003 R000004 R000006"),
            (new() { Address = "文三路8号2栋502" }, "R000004"),
            (new() { Address = "文三路8号", Division = "330203" }, "R000006"),
            (new() { Name = "张伟民", BirthDate = "1981-02" }, "R000002"),
            (new() { Name = "张伟民", BirthDate = "1980-01-02" }, ""),
            (new() { Division = "330200" }, "R000006"),
            (new() { Division = "3301", BirthDate = "1981" }, "R000002"),
            (new() { HouseholdId = "H000001" }, "R000003 R000004"),
        ];
        foreach ((RegistrationQuery query, string found) in expected)
        {
            FoundRegistrations page = await FindRegistrations.RunAsync(test.Store, query, Cancellation);
            Assert.Equal((query, found, SearchFault.None), (query, string.Join(' ', page.Rows.Select(row => row.RegistrationId).Order()), page.Fault));
        }

        Assert.Equal(SearchFault.TooWide, (await FindRegistrations.RunAsync(test.Store, new() { BirthDate = "1980" }, Cancellation)).Fault);
        Assert.Equal(SearchFault.UnknownPosition, (await FindRegistrations.RunAsync(test.Store, new() { Name = "王", After = "x" }, Cancellation)).Fault);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Search_ByAReadingAsItIsTyped_FindsTheName(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        await InventedRegistrations.InsertAsync(
            test.Store, [InventedRegistrations.One(1, (RegisterField.Name, "吕伟")), InventedRegistrations.One(2, (RegisterField.Name, "José"))], Cancellation);

        foreach (string typed in (string[])["lvwei", "Lǚ Wěi", "lüwei", "lu\u0308wei", "lu:wei", "ｌｖｗｅｉ", "lv'wei", "lv’wei"])
        {
            Assert.Equal(["R000001"], await FoundAsync(new() { Pinyin = typed }));
        }

        Assert.Equal(["R000001"], await FoundAsync(new() { Pinyin = "lǚ", IsBeginning = true }));
        Assert.Equal(["R000002"], await FoundAsync(new() { Pinyin = "José", Name = "José" }));
        foreach (RegistrationQuery without in (RegistrationQuery[])[new() { Pinyin = " " }, new() { Pinyin = "*", Division = "33" }, new() { Name = "·" }, new() { Name = "（", IsBeginning = true }])
        {
            Assert.Equal(SearchFault.NameWithoutLetter, (await FindRegistrations.RunAsync(test.Store, without, Cancellation)).Fault);
        }

        async Task<IEnumerable<string>> FoundAsync(RegistrationQuery query) =>
            (await FindRegistrations.RunAsync(test.Store, query, Cancellation)).Rows.Select(row => row.RegistrationId);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Search_PageByPage_GivesEachOnceInOneOrder(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        await InventedRegistrations.InsertAsync(test.Store, Enumerable.Range(1, 120).Select(number => InventedRegistrations.One(number)), Cancellation);

        foreach (RegistrationQuery query in (RegistrationQuery[])[new() { Name = "王", IsBeginning = true, Limit = 7 }, new() { Pinyin = "zhangsan", Limit = 9 }, new() { Division = "33", Limit = 11 }, new() { Address = "文三路3号", Limit = 5 }])
        {
            List<string> all = [];
            string? after = null;
            do
            {
                FoundRegistrations page = await FindRegistrations.RunAsync(test.Store, query with { After = after }, Cancellation);
                all.AddRange(page.Rows.Select(row => row.RegistrationId));
                after = page.Next;
            }
            while (after is not null);

            Assert.Equal(query.Division is not null ? 120 : query.Address is not null ? 12 : 60, all.Distinct().Count());
            Assert.Equal(all.Distinct().Order(StringComparer.Ordinal), all);
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Look_AtSomebody_IsWrittenDown(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);

        await RecordViews.RunAsync(test.Store, "张三", "核查重复登记", "search", ["R1", "R2", "R1"], Cancellation);

        await using RegisterContext context = test.Store.Read();
        Assert.Equal(["R1", "R2"], await context.Views.Where(view => view.Actor == "张三").OrderBy(view => view.Sequence).Select(view => view.RegistrationId).ToListAsync(Cancellation));
    }
}
