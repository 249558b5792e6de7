using Microsoft.EntityFrameworkCore;
using Qingce.Register;
using Qingce.Standards;
using Qingce.Storage.Changes;
using Qingce.Storage.Households;
using Qingce.Testing;

namespace Qingce.Storage.Tests.Changes;

public sealed class AcceptChangeTests : EveryStore
{
    [Theory, MemberData(nameof(Kinds))]
    public async Task Death_IsRecordedWithItsEffectsRowsAndMessage(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);

        ChangeOutcome.Accepted accepted = await village.AcceptAsync(Village.Death("R1", "R2"), village.Terms(("R1", 1), ("R2", 1)));

        Assert.Equal([("R1", 2), ("R2", 2)], accepted.Versions.Select(one => (one.Key, one.Value)));
        Assert.Equal(("2025-03-01", "death"), (
            (await village.ContentAsync("R1"))![RegisterField.CancelledOn], (await village.ContentAsync("R1"))![RegisterField.CancelledFor]));
        Assert.Equal(MaritalStatus.Widowed, (await village.ContentAsync("R2"))!.MaritalStatus);
        await using RegisterContext context = village.Store.Read();
        string message = (await context.Outbox.SingleAsync(Cancellation)).Body;
        Assert.Contains("\"death\"", message);
        Assert.DoesNotContain("王建国", message);
        Change shown = (await village.HistoryAsync("R1")).Entries.Single().Change;
        Assert.Equal(("死-1", "市医院", "李警官", "赵所长"), (shown.Evidence[0].Number, shown.Evidence[0].IssuingAuthority, shown.ActedBy, shown.ConfirmedBy));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Change_WhileADeliveryIsTaken_DoesNotWaitForItsEnd(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);
        await using (await village.Store.TakeImportTurnAsync(Cancellation))
        {
            await village.AcceptAsync(Village.Death("R1", "R2"), village.Terms(("R1", 1))).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Change_ThatBreaksARule_WritesNothing(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);

        Assert.Equal(["second-person-needed"], Village.Codes(await village.TryAsync(Village.Death("R1") with { ConfirmedBy = Village.Officer })));

        await using RegisterContext context = village.Store.Read();
        Assert.Equal((0, 0, 0), (await context.Changes.CountAsync(Cancellation), await context.ChangeEffects.CountAsync(Cancellation), await context.Outbox.CountAsync(Cancellation)));
        Assert.True((await village.ContentAsync("R1"))!.IsLiving);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Change_OfAVersionThatPassed_TellsWhatIsThereNow(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);
        await village.AcceptAsync(Village.Alter("R1", RegisterField.Phone, "13800000001"), village.Terms(("R1", 1)));

        ChangeOutcome.Conflict conflict = Assert.IsType<ChangeOutcome.Conflict>(
            await village.TryAsync(Village.Alter("R1", RegisterField.Phone, "13800000002"), village.Terms(("R1", 1))));

        PresentRegistration now = Assert.Single(conflict.Now);
        Assert.Equal(("R1", 2, "13800000001"), (now.RegistrationId, now.Version, now.Content[RegisterField.Phone]));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Change_SentTwice_IsRecordedOnce(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);
        ChangeTerms terms = village.Terms(("R1", 1));

        ChangeOutcome.Accepted first = await village.AcceptAsync(Village.Alter("R1", RegisterField.Phone, "13800000001"), terms);
        ChangeOutcome.Accepted second = await village.AcceptAsync(Village.Alter("R1", RegisterField.Phone, "13800000001"), terms);

        Assert.Equal((false, true, first.Change.Sequence), (first.IsRepeat, second.IsRepeat, second.Change.Sequence));
        Assert.Equal(first.Versions, second.Versions);
        await using RegisterContext context = village.Store.Read();
        Assert.Equal(1, await context.Changes.CountAsync(Cancellation));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Heads_NamedByTwoAtOnce_AreNeverTwo(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);
        await village.AcceptAsync(Village.Death("R4"));
        await village.AddAsync(
            Village.Row("S1", "H2", "80", "陈一", "1", "1990-01-01", 11, "10"), Village.Row("S2", "H2", "80", "陈二", "1", "1991-01-01", 13, "10"));

        ChangeOutcome[] outcomes = await Task.WhenAll(
            village.TryAsync(Village.Alter("S1", RegisterField.Relation, "02")), village.TryAsync(Village.Alter("S2", RegisterField.Relation, "02")));

        Assert.Single(outcomes.OfType<ChangeOutcome.Accepted>());
        Assert.Equal(["household-two-heads"], Village.Codes(outcomes.OfType<ChangeOutcome.Refused>().Single()));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Birth_TakenBackAndBroughtBack_KeepsItsHistoryAndGoesOnCounting(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);
        ChangeOutcome.Accepted birth = await village.AcceptAsync(Village.Birth());
        RegistrationContent? child = await village.ContentAsync("R9");

        ChangeOutcome.Accepted undo = await village.UndoAsync(birth.Change);
        Assert.Null(await village.ContentAsync("R9"));
        Assert.Equal(0, undo.Versions["R9"]);
        Assert.Equal(["registration-exists"], Village.Codes(await village.TryAsync(Village.Birth())));

        ChangeOutcome.Accepted again = await village.UndoAsync(undo.Change);
        Assert.Equal(child, await village.ContentAsync("R9"));
        Assert.Equal(3, again.Versions["R9"]);
        Assert.False((await village.HistoryAsync("R9")).StateAt(DateOnly.MaxValue, undo.Change.RecordedAt).Exists);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Move_OfALateDay_LandsUnderWhatCameLaterAndIsSeenInBothHouseholds(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);
        await village.AcceptAsync(MoveIn("R3", "H2", 6));
        ChangeOutcome.Accepted late = await village.AcceptAsync(MoveIn("R3", "H8", 2));

        Assert.Equal("H2", (await village.ContentAsync("R3"))!.HouseholdId);
        Assert.Equal(["R1", "R2", "R3"], await MembersAsync("H1", 1));
        Assert.Equal(["D1", "R3"], await MembersAsync("H8", 3));
        Assert.Equal(["R4", "R3"], await MembersAsync("H2", 7));
        Assert.Equal(["D1"], await MembersAsync("H8", 3, late.Change.RecordedAt.AddTicks(-1)));

        async Task<string[]> MembersAsync(string household, int month, DateTimeOffset? knownAt = null) =>
        [
            .. (await ShowHousehold.AsOfAsync(village.Store, household, new DateOnly(2025, month, 20), knownAt, Cancellation)).Select(one => one.RegistrationId),
        ];
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task History_KnownAtEachMoment_StaysWhatItWas(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);
        List<(DateTimeOffset At, RegistrationContent Content)> known = [];
        foreach ((string name, int month) in (ValueTuple<string, int>[])[("王建军", 6), ("王建业", 3), ("王建党", 9)])
        {
            ChangeOutcome.Accepted one = await village.AcceptAsync(Village.Alter("R1", RegisterField.Name, name, month));
            known.Add((one.Change.RecordedAt, (await village.ContentAsync("R1"))!));
        }

        await village.UndoAsync((await village.HistoryAsync("R1")).Entries[0].Change);
        RegistrationHistory history = await village.HistoryAsync("R1");

        Assert.All(known, one => Assert.Equal(one.Content, history.StateAt(DateOnly.MaxValue, one.At)));
        Assert.Equal("王建业", history.StateOn(new DateOnly(2025, 7, 1)).Name);
        Assert.Equal(history.Present, await village.ContentAsync("R1"));
    }

    private static RegisterMoveIn MoveIn(string id, string household, int month) => new(
        RegistrationContent.FromFields([new(RegisterField.RegistrationId, id), new(RegisterField.HouseholdId, household), new(RegisterField.Relation, "80")]),
        new DateOnly(2025, month, 15), Exchange.Codes.RegistrationReason.JoinedRelatives)
    {
        ActedBy = Village.Officer,
        Evidence = Village.Paper,
    };
}
