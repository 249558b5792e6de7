using Qingce.Exchange.Codes;
using Qingce.Register;
using Qingce.Storage.Changes;
using Qingce.Testing;

namespace Qingce.Storage.Tests.Changes;

public sealed class LateChangeTests : EveryStore
{
    [Theory, MemberData(nameof(Kinds))]
    public async Task MoveOut_ThatComesLateUnderAMoveIn_EndsWithIt_AndIsUndoneExactly(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);
        await village.AcceptAsync(MoveIn("R3", "H2", "80", 6));
        Dictionary<string, RegistrationContent> before = await village.ContentsAsync();

        ChangeOutcome.Accepted left = await village.AcceptAsync(
            new RegisterMoveOut("R3", new DateOnly(2025, 3, 1), "310101") { ActedBy = Village.Officer, Evidence = Village.Paper });

        Assert.Equal(before, await village.ContentsAsync());
        Assert.False((await village.HistoryAsync("R3")).StateOn(new DateOnly(2025, 5, 31)).IsLiving);
        await village.UndoAsync(left.Change);
        Assert.Equal(before, await village.ContentsAsync());
        Assert.True((await village.HistoryAsync("R3")).StateOn(new DateOnly(2025, 5, 31)).IsLiving);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Undo_OfTheUndoOfAMove_IntoAHouseholdThatHasAnotherHeadByNow_IsRefused(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);
        ChangeOutcome.Accepted undo = await village.UndoAsync((await village.AcceptAsync(MoveIn("R4", "HX", "02", 3))).Change);
        await village.AcceptAsync(MoveIn("D1", "HX", "02", 4));

        ChangeOutcome refused = await TakeBackChange.UndoAsync(village.Store, undo.Change.Id, Village.Grounds, village.Terms(), Cancellation);

        Assert.Equal(["household-two-heads"], Village.Codes(refused));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Head_NamedLate_WhoBelongedToAnotherHouseholdInBetween_IsJudgedThereToo(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);
        await village.AcceptAsync(new CorrectFields("R3", new Dictionary<RegisterField, string> { [RegisterField.HouseholdId] = "H2" }, new DateOnly(2025, 3, 1))
        {
            ActedBy = Village.Officer,
            Evidence = Village.Paper,
            Reason = "录入有误",
        });
        await village.AcceptAsync(MoveIn("R3", "H8", "80", 6));

        Assert.Contains("household-two-heads", Village.Codes(await village.TryAsync(
            new AlterFields("R1", new Dictionary<RegisterField, string> { [RegisterField.Relation] = "97" }, new DateOnly(2025, 2, 1))
            {
                ActedBy = Village.Officer,
                Evidence = Village.Paper,
                NewRelations = [new("R3", Standards.Relation.Head)],
            })));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task MoveIn_AsALodgerOfAFamily_IsRefused(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);
        RegisterMoveIn lodger = MoveIn("R4", "H1", "02", 3);

        Assert.Equal(["household-of-another-kind"], Village.Codes(await village.TryAsync(
            lodger with { Arrival = lodger.Arrival.With(RegisterField.HouseholdType, "collective") })));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task WhatAnActOnlyRepeats_IsNoPastChangeOfAName(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);

        await village.AcceptAsync(new AlterFields(
            "R1", new Dictionary<RegisterField, string> { [RegisterField.Name] = "王建国", [RegisterField.Phone] = "13800000001" }, new DateOnly(2025, 2, 1))
        {
            ActedBy = Village.Officer,
            Evidence = Village.Paper,
        });

        Assert.Equal([RegisterField.Name, RegisterField.Phone], (await village.HistoryAsync("R1")).Entries.Single().Fields.Select(change => change.Field));
        await using RegisterContext context = village.Store.Read();
        Assert.Empty(await ChangesAsFile.OfAsync(context, village.Store.Keys, ["R1"], Cancellation));
    }

    private static RegisterMoveIn MoveIn(string id, string household, string relation, int month) => new(
        RegistrationContent.FromFields([new(RegisterField.RegistrationId, id), new(RegisterField.HouseholdId, household), new(RegisterField.Relation, relation)]),
        new DateOnly(2025, month, 1), RegistrationReason.JoinedRelatives)
    { ActedBy = Village.Officer, Evidence = Village.Paper };
}
