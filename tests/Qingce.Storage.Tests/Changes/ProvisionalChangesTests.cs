using Microsoft.EntityFrameworkCore;
using Qingce.Exchange.Codes;
using Qingce.Register;
using Qingce.Storage.Changes;
using Qingce.Testing;

namespace Qingce.Storage.Tests.Changes;

public sealed class ProvisionalChangesTests : EveryStore
{
    private static readonly DateTimeOffset Now = new(2025, 6, 1, 8, 0, 0, TimeSpan.Zero);

    [Theory, MemberData(nameof(Kinds))]
    public async Task Changes_OfOneTurn_SeeWhatThoseBeforeThemMade(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);
        ChangeRequest birth = Village.Birth() with { IsProvisional = true };
        ChangeRequest[] requests = [birth, birth, Death("R4"), Death("R4"), Death("R9")];
        List<ProvisionalChange?> entered = [];
        await using (StoreWrite write = await village.Store.WriteAsync(Cancellation))
        {
            ProvisionalChanges changes = new(village.Store, write, ProvinceRules.Common);
            await changes.ReadAheadAsync(requests, Cancellation);
            foreach (ChangeRequest request in requests)
            {
                entered.Add(await changes.EnterAsync(request, Now, Cancellation));
            }

            await write.CommitAsync(Cancellation);
        }

        // The second birth and the second death of one person are refused by what the turn itself made, before any of it is saved.
        Assert.Equal([true, false, true, false, true], entered.Select(one => one is not null));
        Assert.Equal("王小雷", Assert.Single(entered[0]!.New).Name);
        Assert.Empty(entered[4]!.New);
        Assert.False((await village.ContentAsync("R9"))!.IsLiving);
        Assert.False((await village.ContentAsync("R4"))!.IsLiving);
        long[] sequences = [.. entered.OfType<ProvisionalChange>().Select(one => one.Change.Sequence)];
        Assert.Equal(sequences.Order(), sequences);
        Assert.Equal(["R9", "R9"], await EffectsAsync(village, sequences[0], sequences[2]));
        Assert.Equal([ChangeKind.Birth, ChangeKind.Death], (await village.HistoryAsync("R9")).Entries.Select(entry => entry.Change.Kind));

        // What is recorded afterwards comes behind them.
        ChangeOutcome.Accepted later = await village.AcceptAsync(Village.Alter("R1", RegisterField.Employer, "某厂"));
        Assert.True(later.Change.Sequence > sequences[^1]);
        Assert.True(later.Change.RecordedAt > entered[4]!.Change.RecordedAt);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Request_ThatNoFeedMakes_IsRefused(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);
        await using StoreWrite write = await village.Store.WriteAsync(Cancellation);
        ProvisionalChanges changes = new(village.Store, write, ProvinceRules.Common);

        await Assert.ThrowsAsync<ArgumentException>(() => changes.EnterAsync(Village.Merge() with { IsProvisional = true }, Now, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => changes.EnterAsync(Village.Birth(), Now, Cancellation));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Death_ThatAPersonTookBack_IsNotEnteredAgain(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);
        Change declined = Assert.Single(await EnterAsync(village, Death("R4")))!.Change;
        await village.UndoAsync(declined);
        Change confirmed = Assert.Single(await EnterAsync(village, Death("R1")))!.Change;
        Village.Accepted(await ConfirmProvisional.RunAsync(village.Store, confirmed.Id, Village.Grounds with { ActedBy = Village.Second }, village.Terms(), Cancellation));
        await village.UndoAsync(confirmed);

        ProvisionalChange?[] again = await EnterAsync(
            village, Death("R4"), Death("R4", day: 21), Death("R4", paper: "死-2"), Death("R1"), Death("R1", day: 21));

        Assert.All(again, Assert.Null);
        Assert.True((await village.ContentAsync("R1"))!.IsLiving && (await village.ContentAsync("R4"))!.IsLiving);
        // Another certificate of another day is news.
        Assert.Equal([true, false], (await EnterAsync(village, Death("R4", day: 22, paper: "死-2"), Death("R4", day: 23, paper: "死-2"))).Select(one => one is not null));
    }

    private static RegisterDeath Death(string id, int day = 20, string paper = "死-1") => new(id, new DateOnly(2025, 5, day), "")
    {
        ActedBy = new Actor("市医院"),
        Evidence = [new Evidence(DocumentKind.DeathCertificate, paper, "市医院")],
        IsProvisional = true,
    };

    private static async Task<ProvisionalChange?[]> EnterAsync(Village village, params ChangeRequest[] requests)
    {
        await using StoreWrite write = await village.Store.WriteAsync(Cancellation);
        ProvisionalChanges changes = new(village.Store, write, ProvinceRules.Common);
        await changes.ReadAheadAsync(requests, Cancellation);
        List<ProvisionalChange?> entered = [];
        foreach (ChangeRequest request in requests)
        {
            entered.Add(await changes.EnterAsync(request, Now, Cancellation));
        }

        await write.CommitAsync(Cancellation);
        return [.. entered];
    }

    private static async Task<string[]> EffectsAsync(Village village, params long[] sequences)
    {
        await using RegisterContext context = village.Store.Read();
        return await context.ChangeEffects.Where(effect => sequences.Contains(effect.Sequence)).OrderBy(effect => effect.Sequence)
            .Select(effect => effect.RegistrationId).ToArrayAsync(Cancellation);
    }
}
