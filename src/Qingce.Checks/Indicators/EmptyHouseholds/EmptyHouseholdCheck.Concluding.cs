using Qingce.Checks.Findings;
using Qingce.Checks.Registrations;
using Qingce.Checks.Verification;
using Qingce.Standards;

namespace Qingce.Checks.Indicators.EmptyHouseholds;

internal sealed partial class EmptyHouseholdCheck
{
    // Indexed by the number of the cause.
    private static readonly float[] Weights = [6, 8, 6, 9, 8];

    public override void Conclude(CheckContext context, FindingSink sink)
    {
        if (context.Register.AddressIds.Length == 0)
        {
            return;
        }

        // Few doors are shared, so those of one or two households are left out before any address is read.
        var seen = new byte[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, _doors.Length * 2))];
        ulong mask = (ulong)seen.Length - 1;
        foreach (ulong door in _doors)
        {
            ref byte count = ref seen[(int)(door & mask)];
            count += (byte)(door != 0 && count < byte.MaxValue ? 1 : 0);
        }

        int fewest = _settings.Min(settings => Math.Min(settings.Households, settings.UnrelatedPeople));
        var shared = new List<(ulong Door, int Household)>();
        for (int household = 0; household < _doors.Length; household++)
        {
            if (_doors[household] != 0
                && (seen[(int)(_doors[household] & mask)] >= fewest || HasManyUnrelated(context.Register, household))
                && TryReadDoor(context.Register, household, out ulong door))
            {
                shared.Add((door, household));
            }
        }

        shared.Sort();
        int end;
        for (int start = 0; start < shared.Count; start = end)
        {
            for (end = start; end < shared.Count && shared[end].Door == shared[start].Door; end++)
            {
            }

            DecideDoor(context.Register, shared, start, end, sink);
        }
    }

    private void DecideDoor(RegisterStore register, List<(ulong Door, int Household)> shared, int start, int end, FindingSink sink)
    {
        int unrelated = 0;
        for (int i = start; i < end; i++)
        {
            unrelated += Unrelated(register, shared[i].Household);
        }

        EmptySettings settings = _settings[register.Division(FirstLiving(register, shared[start].Household)).Province];
        EmptyCause cause = EmptyHouseholdDecision.Crowd(end - start, unrelated, settings);
        for (int i = start; i < end && cause != EmptyCause.None; i++)
        {
            Report(sink, cause, shared[i].Household, cause == EmptyCause.TooManyHouseholds ? end - start : end - start + unrelated, SourceRef.None);
        }
    }

    private static bool TryReadDoor(RegisterStore register, int household, out ulong door)
    {
        int first = FirstLiving(register, household);
        DivisionCode division = register.Division(first);
        Address address = Address.Read(register.Addresses.Written(register.AddressIds[first]), division);
        door = Key(address.Key, address, division);
        return address.HasDoor;
    }

    private bool HasManyUnrelated(RegisterStore register, int household) =>
        register.Members(household).Length >= _settings[register.Division(register.Members(household)[0]).Province].UnrelatedPeople
        && Unrelated(register, household) > 0;

    private static int Unrelated(RegisterStore register, int household)
    {
        int count = 0;
        foreach (int row in register.Members(household))
        {
            count += register.IsLiving(row) && register.Relations[row].IsNotRelated ? 1 : 0;
        }

        return count;
    }

    private static void Report(FindingSink sink, EmptyCause cause, int household, int value, SourceRef source) =>
        sink.Add(new Suspicion
        {
            Indicator = Indicator.I08,
            Cause = (byte)(cause - 1),
            Class = cause is EmptyCause.NobodyAtHome ? ProblemClass.A : ProblemClass.F,
            Task = TaskKind.Visit,
            Scope = FindingScope.Household,
            First = household,
            Weight = Weights[(int)cause - 1],
            IsReportable = true,
            Value = value,
            Source = source,
        });
}
