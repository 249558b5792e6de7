using System.Collections.Immutable;
using CsCheck;

namespace Qingce.Register.Tests;

public sealed class RegistrationHistoryTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 8, 0, 0, TimeSpan.FromHours(8));

    private static readonly RegistrationContent Content = RegistrationContent.FromFields(
    [
        new(RegisterField.RegistrationId, "R1"), new(RegisterField.HouseholdId, "H1"), new(RegisterField.Name, "王建国"), new(RegisterField.Phone, "13800000000"),
    ]);

    private static readonly RegisterField[] Fields = [RegisterField.Name, RegisterField.Phone, RegisterField.Address, RegisterField.HouseholdId];

    /// <summary>Changes of a few fields on any days, and undos of earlier changes, recorded as a store would: each finds what holds on its day.</summary>
    private static readonly Gen<RegistrationHistory> Histories =
        Gen.Select(Gen.Int[0, 400], Gen.Int[0, 3], Gen.Int[0, 5], Gen.Int[0, 9], Gen.Int[0, 9]).List[0, 14].Select(steps =>
        {
            RegistrationHistory history = new("R1", Content, Start, []);
            foreach ((int day, int field, int value, int undo, int which) in steps)
            {
                int sequence = history.Entries.Length + 1;
                bool undoes = undo < 3 && !history.Entries.IsEmpty;
                Guid? refersTo = undoes ? history.Entries[which % history.Entries.Length].Change.Id : null;
                undoes &= refersTo is { } id && !history.IsTakenBack(id);
                history = history.With(Entry(history, sequence, new DateOnly(2026, 1, 1).AddDays(day), Fields[field], $"值{value}", undoes ? refersTo : null));
            }

            return history;
        });

    [Fact]
    public void State_WhateverOrderEntriesAreHandedIn_IsTheSame() =>
        Gen.Select(Histories, Gen.Int, Gen.Int[0, 420]).Sample((history, seed, day) =>
        {
            HistoryEntry[] shuffled = [.. history.Entries];
            new Random(seed).Shuffle(shuffled);
            RegistrationHistory other = new("R1", history.Present, Start, shuffled);

            DateOnly validAt = new DateOnly(2026, 1, 1).AddDays(day);
            Assert.Equal(history.StateOn(validAt), other.StateOn(validAt));
            Assert.Equal(Content, other.StateAt(DateOnly.MaxValue, Start));
        }, iter: 2000);

    [Fact]
    public void State_KnownAtAMoment_IsNotTouchedByLaterRecordings() =>
        Gen.Select(Histories, Gen.Int[0, 14], Gen.Int[0, 420]).Sample((history, count, day) =>
        {
            HistoryEntry[] first = [.. history.Entries.Take(count)];
            DateTimeOffset knownAt = first.Length == 0 ? Start : first[^1].Change.RecordedAt;
            RegistrationHistory then = first.Aggregate(new RegistrationHistory("R1", Content, Start, []), (known, entry) => known.With(entry));

            DateOnly validAt = new DateOnly(2026, 1, 1).AddDays(day);
            Assert.Equal(then.StateOn(validAt), history.StateAt(validAt, knownAt));
        }, iter: 2000);

    [Fact]
    public void State_BeforeAPastChange_IsWhatThatFound()
    {
        static PastChange Past(int year, RegisterField? field, string old, string made) => new()
        {
            ChangedOn = new DateOnly(year, 6, 1),
            Field = field,
            Old = old,
            New = made,
            RecordedAt = Start.AddDays(1),
        };
        RegistrationContent delivered = Content.With(RegisterField.Name, "丙").With(RegisterField.Occupation, "医生");
        RegistrationHistory history = new("R1", delivered, Start, [], [
            Past(2015, RegisterField.Name, "乙", "丙"),
            Past(2010, RegisterField.Name, "甲", "乙"),
            Past(2012, RegisterField.Occupation, "学生", "教师"),
            Past(2005, null, "", ""),
            Past(2007, RegisterField.RegistrationId, "旧号", "R1"),
        ]);

        string StateOn(int year, DateTimeOffset? knownAt = null) =>
            history.StateAt(new DateOnly(year, 12, 31), knownAt ?? DateTimeOffset.MaxValue) is { Exists: true } state ? $"{state.Name} {state[RegisterField.Occupation]}" : "";

        // What a file says of the register holds over what a past change made: the last one did not make a physician.
        Assert.Equal(["", "甲 学生", "乙 学生", "乙 医生", "丙 医生"], new[] { 2004, 2006, 2011, 2013, 2016 }.Select(year => StateOn(year)));
        Assert.Equal("丙 医生", StateOn(2006, Start));
        Assert.Equal(delivered, history.Present);
    }

    [Fact]
    public void State_BeforeAPastChange_LiesUnderTheChangesOfTheRegister()
    {
        RegistrationHistory history = new("R1", Content, Start, [], [
            new PastChange { ChangedOn = new DateOnly(2026, 9, 1), Field = RegisterField.Name, Old = "甲", New = Content.Name, RecordedAt = Start }]);
        history = history.With(Entry(history, 1, new DateOnly(2026, 5, 1), RegisterField.Name, "乙", null));

        Assert.Equal(["甲", "乙", "乙"], new[] { 4, 6, 10 }.Select(month => history.StateOn(new DateOnly(2026, month, 1)).Name));
    }

    [Fact]
    public void Undo_OfAnyChange_GivesWhatWouldBeWithoutIt() =>
        Gen.Select(Histories.Where(history => history.Standing.Any(entry => !entry.Fields.IsEmpty)), Gen.Int[0, 13], Gen.Int[0, 420]).Sample((history, which, day) =>
        {
            HistoryEntry[] standing = [.. history.Standing.Where(entry => !entry.Fields.IsEmpty)];
            HistoryEntry undone = standing[which % standing.Length];
            RegistrationHistory after = history.With(Entry(history, 99, DateOnly.MinValue, RegisterField.Name, "", undone.Change.Id));

            DateOnly validAt = new DateOnly(2026, 1, 1).AddDays(day);
            RegistrationContent expected = history.Standing.Where(entry => entry != undone && entry.Change.ValidFrom <= validAt)
                .Aggregate(Content, (state, entry) => state.With(entry.Fields));
            Assert.Equal(expected, after.StateOn(validAt));
            Assert.True(after.IsTakenBack(undone.Change.Id));
        }, iter: 2000);

    [Fact]
    public void LateChange_LandsUnderTheOnesValidAfterIt()
    {
        RegistrationHistory history = new("R1", Content, Start, []);
        history = history.With(Entry(history, 1, new DateOnly(2026, 6, 1), RegisterField.Name, "王建军"));
        history = history.With(Entry(history, 2, new DateOnly(2026, 3, 1), RegisterField.Name, "王建业"));

        Assert.Equal("王建国", history.StateOn(new DateOnly(2026, 2, 28)).Name);
        Assert.Equal("王建业", history.StateOn(new DateOnly(2026, 5, 31)).Name);
        Assert.Equal("王建军", history.Present.Name);
        Assert.Equal("王建国", history.Entries[1].Fields[0].Old);
        Assert.Equal([null, new(2026, 3, 1), new(2026, 6, 1)], history.Timeline().Select(period => period.From));
    }

    [Fact]
    public void Undo_OfAnUndo_BringsTheChangeBack()
    {
        RegistrationHistory history = new("R1", Content, Start, []);
        history = history.With(Entry(history, 1, new DateOnly(2026, 3, 1), RegisterField.Name, "王建军"));
        history = history.With(Entry(history, 2, new DateOnly(2026, 4, 1), RegisterField.Name, "", history.Entries[0].Change.Id));
        Assert.Equal(Content, history.Present);

        history = history.With(Entry(history, 3, new DateOnly(2026, 4, 2), RegisterField.Name, "", history.Entries[1].Change.Id));
        Assert.Equal("王建军", history.Present.Name);
        Assert.Equal(Content, history.StateAt(DateOnly.MaxValue, history.Entries[1].Change.RecordedAt));
    }

    [Fact]
    public void State_BeforeTheRegisterKnewOfIt_IsEmpty() =>
        Assert.False(new RegistrationHistory("R1", Content, Start, []).StateAt(DateOnly.MaxValue, Start.AddTicks(-1)).Exists);

    [Fact]
    public void OfficersWord_HoldsFromItsDayOn_OverWhatFilesBroughtBefore()
    {
        RegistrationHistory history = new("R1", Content, Start, []);
        history = history.With(Delivered(history, 1, new DateOnly(2026, 6, 1), "王建二"));
        history = history.With(Entry(history, 2, new DateOnly(2026, 3, 1), RegisterField.Name, "王官定"));

        Assert.Equal(["王建国", "王官定", "王官定"], new[] { 2, 4, 7 }.Select(month => history.StateOn(new DateOnly(2026, month, 1)).Name));
        Assert.True(history.IsDecided(RegisterField.Name));
        Assert.Equal("王建二", history.AsDelivered.Name);

        RegistrationHistory later = history.With(Entry(history, 3, new DateOnly(2026, 7, 1), RegisterField.Name, "王再定"));
        Assert.Equal("王再定", later.Present.Name);

        RegistrationHistory undone = history.With(Entry(history, 3, new DateOnly(2026, 3, 1), RegisterField.Name, "", history.Entries[1].Change.Id));
        Assert.Equal("王建二", undone.Present.Name);
        Assert.False(undone.IsDecided(RegisterField.Name));
    }

    private static HistoryEntry Delivered(RegistrationHistory history, int sequence, DateOnly day, string name)
    {
        HistoryEntry entry = Entry(history, sequence, day, RegisterField.Name, name);
        return entry with { Change = entry.Change with { Kind = ChangeKind.Delivery } };
    }

    internal static HistoryEntry Entry(RegistrationHistory history, int sequence, DateOnly validFrom, RegisterField field, string text, Guid? takesBack = null)
    {
        ImmutableArray<FieldChange> fields = takesBack is null ? [new(field, history.StateOn(validFrom)[field], text)] : [];
        Change change = new(
            new Guid(sequence, 0, 0, new byte[8]), sequence, takesBack is null ? ChangeKind.Alteration : ChangeKind.Undo, validFrom,
            history.KnownFrom.AddMinutes(sequence), "李警官", "", "", "", [], takesBack, false);
        return new HistoryEntry(change, fields);
    }
}
