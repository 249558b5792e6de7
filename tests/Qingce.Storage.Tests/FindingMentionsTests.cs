using Microsoft.EntityFrameworkCore;
using Qingce.Storage.Verifications;
using Qingce.Testing;

namespace Qingce.Storage.Tests;

public sealed class FindingMentionsTests : EveryStore
{
    private static readonly Guid Verification = Guid.Parse("01890000-0000-7000-8000-000000000001");

    [Theory, MemberData(nameof(Kinds))]
    public async Task Findings_ThatNameSeveral_AreKeptForEach_AlsoInAStoreOfAnEarlierVersion(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        await using (StoreWrite write = await test.Store.WriteAsync(Cancellation))
        {
            Assert.Equal(3, await VerificationFindings.InsertAsync(test.Store, write, [Finding("f1", "R1"), Finding("f2", "R1;R2"), Finding("f3", "R2;R10;R3")], Cancellation));
            await write.CommitAsync(Cancellation);
        }

        string[] kept = ["R10 f3", "R2 f2", "R3 f3"];
        Assert.Equal(kept, await MentionsAsync(test.Store));

        await GoBackAsync(test.Store, "20261128010000_FindingMentions", "20261128000000_PaperIndex");
        await test.ReopenAsync();

        Assert.Equal(kept, await MentionsAsync(test.Store));
    }

    private static StoredFinding Finding(string id, string registrations) => new()
    {
        VerificationId = Verification,
        FindingId = id,
        Indicator = 1,
        Class = "Duplicate",
        RegistrationIds = registrations,
        RegistrationId = registrations.Split(';')[0],
        Task = "look",
        Sealed = [1],
    };

    private static async Task<string[]> MentionsAsync(Store store)
    {
        await using RegisterContext context = store.Read();
        return [.. (await context.FindingMentions.Where(mention => mention.VerificationId == Verification).ToListAsync(Cancellation))
            .Select(mention => $"{mention.RegistrationId} {mention.FindingId}").Order(StringComparer.Ordinal)];
    }
}
