using Microsoft.EntityFrameworkCore;
using Qingce.Exchange.Codes;
using Qingce.Register;
using Qingce.Standards;
using Qingce.Storage.Changes;
using Qingce.Storage.Divisions;
using Qingce.Storage.Persons;
using Qingce.Storage.Reading;
using Qingce.Testing;

namespace Qingce.Storage.Tests.Changes;

public sealed class ReviewTests : EveryStore
{
    [Theory, MemberData(nameof(Kinds))]
    public async Task Merge_ThenUndo_GivesBackExactlyWhatWas(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);
        Dictionary<string, RegistrationContent> before = await village.ContentsAsync();

        ChangeOutcome.Accepted merge = await village.AcceptAsync(Village.Merge());
        Assert.Equal(("R1", CancellationReason.Duplicate), ((await village.ContentAsync("D1"))!.PersonId, (await village.ContentAsync("D1"))!.CancelledFor));
        Assert.Equal(["D1", "R1"], (await ShowHistory.OfPersonAsync(village.Store, "R1", Cancellation)).Select(one => one.RegistrationId));
        Assert.Equal([new ReviewersWord("D1", "R1", PersonVerdict.Same)], await WordsAsync(village));

        await village.UndoAsync(merge.Change);
        Assert.Equal(before, await village.ContentsAsync());
        Assert.Equal([new ReviewersWord("D1", "R1", PersonVerdict.Parted)], await WordsAsync(village));
        Assert.Equal(["taken-back-already"], Village.Codes(await TakeBackChange.UndoAsync(village.Store, merge.Change.Id, Village.Grounds, village.Terms(), Cancellation)));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Undo_OfTheUndoOfAMerge_SaysTheSameOfThePersonsAgain(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);
        ChangeOutcome.Accepted merge = await village.AcceptAsync(Village.Merge());
        ChangeOutcome.Accepted undo = await village.UndoAsync(merge.Change);

        await village.UndoAsync(undo.Change);

        Assert.Equal([new ReviewersWord("D1", "R1", PersonVerdict.Same)], await WordsAsync(village));
        Assert.False((await village.ContentAsync("D1"))!.IsLiving);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Undo_OfTheUndoOfAMerge_OfTwoWhomAReviewerToldApartSince_IsRefused(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);
        ChangeOutcome.Accepted undo = await village.UndoAsync((await village.AcceptAsync(Village.Merge())).Change);
        Assert.Null(await village.WriteAsync(write => SayDifferent.RunAsync(village.Store, write, "R1", "D1", Village.Officer, "同名不同人", Cancellation)));

        ChangeOutcome refused = await TakeBackChange.UndoAsync(village.Store, undo.Change.Id, Village.Grounds, village.Terms(), Cancellation);

        Assert.Equal(["decided-different"], Village.Codes(refused));
        Assert.True((await village.ContentAsync("D1"))!.IsLiving);
        Assert.Equal([new ReviewersWord("D1", "R1", PersonVerdict.Different)], await WordsAsync(village));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Undo_OfAMerge_KeepsThePairFromMachinesAlone(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);
        await village.UndoAsync((await village.AcceptAsync(Village.Merge())).Change);
        await using (RegisterReading reading = await RegisterReading.BeginAsync(village.Store, 2, Cancellation))
        {
            Assert.Equal([("D1", "R1")], reading.KeptApart);
        }

        ChangeOutcome.Accepted again = await village.AcceptAsync(Village.Merge());
        Assert.Equal([new ReviewersWord("D1", "R1", PersonVerdict.Same)], await WordsAsync(village));
        await village.UndoAsync(again.Change);
        Assert.Equal([new ReviewersWord("D1", "R1", PersonVerdict.Parted)], await WordsAsync(village));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Different_StandsAgainstAMergeUntilItIsTakenBack(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);
        Assert.Null(await village.WriteAsync(write => SayDifferent.RunAsync(village.Store, write, "R1", "D1", Village.Officer, "同名不同人", Cancellation)));
        Assert.Equal(["decided-different"], Village.Codes(await village.TryAsync(Village.Merge())));

        Assert.Null(await village.WriteAsync(write => SayDifferent.TakeBackAsync(village.Store, write, "D1", "R1", Village.Officer, "再核实", Cancellation)));
        await village.AcceptAsync(Village.Merge());
        Assert.Equal("decided-same", (await village.WriteAsync(write => SayDifferent.RunAsync(village.Store, write, "R1", "D1", Village.Officer, "再核实", Cancellation)))?.Code);
        Assert.Equal("registration-unknown", (await village.WriteAsync(write => SayDifferent.RunAsync(village.Store, write, "R1", "X", Village.Officer, "再核实", Cancellation)))?.Code);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Different_OfTwoWhoBecameOneThroughAnother_IsRefused(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);
        await village.AddAsync(Village.Row("C1", "H9", "02", "王建国", "1", "1980-03-02", 35, "10", (RegisterField.CardIssuedOn, "2013-05-01")));
        await village.AcceptAsync(Village.Merge());
        await village.AcceptAsync(Village.Merge("C1", "R1") with { MergedOn = new DateOnly(2025, 6, 1), HoldersChoice = "C1" });

        Assert.Equal("C1", (await village.ContentAsync("D1"))!.PersonId);
        Assert.Equal("decided-same", (await village.WriteAsync(write => SayDifferent.RunAsync(village.Store, write, "C1", "D1", Village.Officer, "再核实", Cancellation)))?.Code);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Divorce_FromOneWhomTheMarriageDidNotName_IsRefused(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);
        await village.AddAsync(Village.Row("W1", "H9", "02", "周敏", "2", "1990-12-01", 24, "10"));
        await village.AcceptAsync(new RegisterMarriage("D1", new DateOnly(2024, 1, 5), "W1") { ActedBy = Village.Officer, Evidence = Village.Paper });

        RegisterDivorce divorce = new("D1", new DateOnly(2025, 1, 5), "R2") { ActedBy = Village.Officer, Evidence = Village.Paper };
        Assert.Equal(["not-each-others-spouse"], Village.Codes(await village.TryAsync(divorce)));
        await village.AcceptAsync(divorce with { SpouseId = "W1" });
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Proposal_OnceDecided_IsNotDecidedAgain(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);
        Guid taken = await ProposeAsync(village);
        Guid declined = await ProposeAsync(village);

        Assert.Null(await village.WriteAsync(write => DecideProposal.DeclineAsync(village.Store, write, declined, Village.Officer, "不是同一人", Cancellation)));
        Assert.Equal([new ReviewersWord("D1", "R1", PersonVerdict.Different)], await WordsAsync(village));
        Assert.Equal("proposal-decided", (await village.WriteAsync(write => DecideProposal.DeclineAsync(village.Store, write, declined, Village.Second, "不是同一人", Cancellation)))?.Code);
        Assert.Equal(["decided-different"], Village.Codes(await village.TryAsync(Village.Merge(), village.Terms() with { ProposalId = taken })));

        await village.WriteAsync(write => SayDifferent.TakeBackAsync(village.Store, write, "R1", "D1", Village.Second, "已核实", Cancellation));
        await village.AcceptAsync(Village.Merge(), village.Terms() with { ProposalId = taken });
        await using RegisterContext context = village.Store.Read();
        Proposal proposal = await context.Proposals.SingleAsync(one => one.ProposalId == taken, Cancellation);
        Assert.Equal((true, "李警官"), (proposal.IsTaken, proposal.DecidedBy));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task ProvisionalDeath_WaitsForAnotherPerson(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);
        ChangeOutcome.Accepted death = await village.AcceptAsync(
            Village.Death("R4") with { ActedBy = new Actor("市医院"), ConfirmedBy = Actor.Nobody, IsProvisional = true });
        Assert.True(await IsProvisionalAsync(village, "R4"));

        ReviewGrounds own = new(new Actor("市医院"), "");
        Assert.Equal(["second-person-needed"], Village.Codes(await ConfirmProvisional.RunAsync(village.Store, death.Change.Id, own, village.Terms(), Cancellation)));
        Village.Accepted(await ConfirmProvisional.RunAsync(village.Store, death.Change.Id, Village.Grounds, village.Terms(), Cancellation));

        Assert.False(await IsProvisionalAsync(village, "R4"));
        Assert.False((await village.ContentAsync("R4"))!.IsLiving);
        Assert.Equal(["not-provisional"], Village.Codes(await ConfirmProvisional.RunAsync(village.Store, death.Change.Id, Village.Grounds, village.Terms(), Cancellation)));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task ProvisionalBirth_ThatIsDeclined_CountsAsNeverMade(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);
        ChangeOutcome.Accepted birth = await village.AcceptAsync(Village.Birth() with { IsProvisional = true });

        await village.UndoAsync(birth.Change);

        Assert.Null(await village.ContentAsync("R9"));
        Assert.True((await village.HistoryAsync("R9")).StateAt(DateOnly.MaxValue, birth.Change.RecordedAt).Exists);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task RollBack_OfAnIllegalAlteration_NeedsASecondPersonAndGivesBackWhatWas(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);
        ChangeOutcome.Accepted change = await village.AcceptAsync(Village.Alter("R3", RegisterField.BirthDate, "2008-05-05") with
        {
            Values = new Dictionary<RegisterField, string> { [RegisterField.BirthDate] = "2008-05-05", [RegisterField.CitizenNumber] = "" },
        });

        ReviewGrounds alone = Village.Grounds with { ConfirmedBy = Actor.Nobody };
        Assert.Equal(["second-person-needed"], Village.Codes(await TakeBackChange.RollBackAsync(village.Store, change.Change.Id, alone, village.Terms(), Cancellation)));
        Village.Accepted(await TakeBackChange.RollBackAsync(village.Store, change.Change.Id, Village.Grounds, village.Terms(), Cancellation));

        Assert.Equal("2010-05-05", (await village.ContentAsync("R3"))![RegisterField.BirthDate]);
        Assert.Equal(["change-unknown"], Village.Codes(await TakeBackChange.UndoAsync(village.Store, Guid.Empty, Village.Grounds, village.Terms(), Cancellation)));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task DivisionChange_Interrupted_GoesOnWhereItWas(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);
        int many = ApplyDivisionChange.BatchSize + 20;
        await village.AddAsync([.. Enumerable.Range(0, many).Select(i => Village.Row($"M{i:D4}", $"HM{i}", "02", "郑一", "1", "1990-01-01", 11, "10", (RegisterField.CitizenNumber, "")))]);
        DivisionOrder order = new(DivisionCode.FromValue(110105001000), DivisionCode.FromValue(110105077000), new DateOnly(2025, 1, 1), Village.Officer, []);
        Assert.Equal("not-a-successor", (await ApplyDivisionChange.RunAsync(village.Store, order, null, Cancellation)).Refusal.Single().Code);
        order = order with { Evidence = [new Evidence(DocumentKind.None, "民发〔2025〕1号")] };

        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        Told first = new(_ => stop.Cancel());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ApplyDivisionChange.RunAsync(village.Store, order, first, stop.Token));
        DivisionProgress rest = await ApplyDivisionChange.RunAsync(village.Store, order, null, Cancellation);

        Assert.Equal(many + 5 - ApplyDivisionChange.BatchSize, rest.Changed);
        Assert.All(await village.ContentsAsync(), pair => Assert.Equal("110105077001", pair.Value[RegisterField.Division]));
        Assert.Equal("110105001001", (await village.HistoryAsync("M0003")).StateOn(new DateOnly(2024, 12, 31))[RegisterField.Division]);
        await using RegisterContext context = village.Store.Read();
        Assert.Equal(2, await context.Divisions.CountAsync(Cancellation));
    }

    private static async Task<IReadOnlyList<ReviewersWord>> WordsAsync(Village village)
    {
        await using RegisterContext context = village.Store.Read();
        return await StandingWords.AllAsync(context, Cancellation);
    }

    private static async Task<Guid> ProposeAsync(Village village)
    {
        Guid id = Guid.CreateVersion7(Village.Known);
        await using StoreWrite write = await village.Store.WriteAsync(Cancellation);
        write.Context.Add(new Proposal { ProposalId = id, Kind = DecideProposal.Merge, RegistrationId = "R1", OtherId = "D1", Origin = "verification", MadeAt = Village.Known });
        await write.CommitAsync(Cancellation);
        return id;
    }

    private static async Task<bool> IsProvisionalAsync(Village village, string id)
    {
        await using RegisterContext context = village.Store.Read();
        return await context.Registrations.Where(one => one.RegistrationId == id).Select(one => one.IsProvisional).SingleAsync(Cancellation);
    }

    private sealed class Told(Action<DivisionProgress> tell) : IProgress<DivisionProgress>
    {
        public void Report(DivisionProgress value) => tell(value);
    }
}
