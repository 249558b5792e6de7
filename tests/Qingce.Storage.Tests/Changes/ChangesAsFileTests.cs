using Qingce.Checks.Indicators;
using Qingce.Checks.Verification;
using Qingce.Register;
using Qingce.Storage.Changes;
using Qingce.Storage.Reading;
using Qingce.Testing;

namespace Qingce.Storage.Tests.Changes;

public sealed class ChangesAsFileTests : EveryStore
{
    [Theory, MemberData(nameof(Kinds))]
    public async Task Changes_OfName_AreRowsUntilTheyAreTakenBack_AndAreVerified(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);
        await village.AcceptAsync(Village.Alter("R4", RegisterField.Name, "陈钢"));
        await village.AcceptAsync(Village.Alter("R4", RegisterField.Employer, "某厂"));
        ChangeOutcome.Accepted second = await village.AcceptAsync(Village.Alter("R4", RegisterField.Name, "陈强", month: 8));

        Assert.Equal(["name:陈刚>陈钢", "name:陈钢>陈强"], await RowsAsync(village));
        Assert.Equal(["R4"], await ChangedTooOftenAsync(village));

        ChangeOutcome.Accepted undo = await village.UndoAsync(second.Change);
        Assert.Equal(["name:陈刚>陈钢"], await RowsAsync(village));
        Assert.Empty(await ChangedTooOftenAsync(village));

        await village.UndoAsync(undo.Change);
        Assert.Equal(2, (await RowsAsync(village)).Length);
    }

    private static async Task<string[]> RowsAsync(Village village)
    {
        await using RegisterContext context = village.Store.Read();
        List<string?[]> rows = await ChangesAsFile.OfAsync(context, village.Store.Keys, ["R4"], Cancellation);
        Assert.All(rows, row => Assert.Equal(("R4", Village.Officer.Name), (row[0], row[8])));
        return [.. rows.Select(row => $"{row[2]}:{row[3]}>{row[4]}")];
    }

    private static async Task<string[]> ChangedTooOftenAsync(Village village)
    {
        await using RegisterReading reading = await RegisterReading.BeginAsync(village.Store, 2, Cancellation);
        VerificationResult result = RegisterVerification.Run(
            new VerificationRequest { Tables = reading.Inputs, AsOf = new DateOnly(2025, 12, 31), Only = new HashSet<Indicator> { Indicator.I02 }, Threads = 2 }, null, Cancellation);
        Assert.Empty(result.Faults);
        return [.. result.Findings().Where(finding => finding.Evidence.Contains("name_too_often", StringComparison.Ordinal)).Select(finding => finding.RegistrationIds)];
    }
}
