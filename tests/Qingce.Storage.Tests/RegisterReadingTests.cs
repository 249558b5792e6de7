using System.Collections.Concurrent;
using System.Text;
using Qingce.Exchange.Inputs;
using Qingce.Register;
using Qingce.Storage.Importing;
using Qingce.Storage.Reading;
using Qingce.Tables;
using Qingce.Testing;

namespace Qingce.Storage.Tests;

public sealed class RegisterReadingTests : EveryStore
{
    [Theory, MemberData(nameof(Kinds))]
    public async Task Reading_WhileOthersWrite_GivesTheSameRowsEveryTime(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        RegistrationContent[] contents = [.. Enumerable.Range(1, 30_000).Select(number => InventedRegistrations.One(number))];
        await InventedRegistrations.InsertAsync(test.Store, contents, Cancellation);
        await using (StoreWrite write = await test.Store.WriteAsync(Cancellation))
        {
            write.Context.Add(new CoveredArea { Category = 11, Division = "330000", From = "2020-01-01", To = "" });
            await write.CommitAsync(Cancellation);
        }

        await using RegisterReading reading = await RegisterReading.BeginAsync(test.Store, 2, Cancellation);
        await InventedRegistrations.InsertAsync(test.Store, [InventedRegistrations.One(40_000)], Cancellation);
        InputFile register = Assert.Single(reading.Inputs, input => input.Role == InputRole.Register);

        SortedDictionary<long, RegistrationContent> first = Read(register, 2);
        SortedDictionary<long, RegistrationContent> again = Read(register, 1);

        Assert.Equal(contents.OrderBy(content => content.RegistrationId), first.Values.OrderBy(content => content.RegistrationId));
        Assert.Equal(first, again);
        using TableReader coverage = Assert.Single(reading.Inputs, input => input.Role == InputRole.Coverage).Open();
        Assert.Equal(["11", "330000", "2020-01-01", ""], coverage.Read().SelectMany(batch => batch.Columns.Select(column => Encoding.UTF8.GetString(column.GetText(0, [])))));
    }

    // Rows by their number, as a verification refers to them.
    private static SortedDictionary<long, RegistrationContent> Read(InputFile register, int threads)
    {
        ConcurrentDictionary<long, RegistrationContent> rows = new();
        using TableReader reader = register.Open();
        reader.ReadParallel([.. Enumerable.Range(0, RegisterFields.InFile)], threads, batch =>
        {
            for (int row = 0; row < batch.RowCount; row++)
            {
                string[] texts = [.. batch.Columns.Select(column => Encoding.UTF8.GetString(column.GetText(row, [])))];
                Assert.True(rows.TryAdd(batch.RowNumber(row), RegistrationContent.FromKept(texts)));
            }
        }, Cancellation);
        return new SortedDictionary<long, RegistrationContent>(rows);
    }
}
