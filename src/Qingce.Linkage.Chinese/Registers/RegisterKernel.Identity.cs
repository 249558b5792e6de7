using System.Numerics;
using System.Runtime.CompilerServices;
using Qingce.Standards;

namespace Qingce.Linkage.Chinese;

internal readonly partial struct RegisterKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int BirthLevel(in RegisterRow a, in RegisterRow b)
    {
        if (a.Birth == 0 || b.Birth == 0)
        {
            return 0;
        }

        if (a.Birth == b.Birth)
        {
            return Levels.OfBirth.Equal;
        }

        if (a.Number != 0 && b.Number != 0 && NumberSaysEqual(in a, in b))
        {
            return Levels.OfBirth.EqualInNumber;
        }

        // A lunar date lies up to two months before the other; whether it is one is found out when the pair is refined.
        var years = (int)PackedDate.Year(a.Birth) - (int)PackedDate.Year(b.Birth);
        return years is 0 or 1 or -1 && !PackedDate.IsPartOf(a.Birth, b.Birth) ? Levels.OfBirth.Lunar : PlainBirthLevel(a.Birth, b.Birth);
    }

    private static int PlainBirthLevel(uint a, uint b) =>
        PackedDate.IsPartOf(a, b) ? Levels.OfBirth.Partial
        : PackedDate.IsSlip(a, b) ? Levels.OfBirth.Slip
        : PackedDate.MonthDay(a) == PackedDate.MonthDay(b) ? Levels.OfBirth.SameDayOfYear
        : PackedDate.Year(a) == PackedDate.Year(b) ? Levels.OfBirth.SameYear
        : Levels.OfBirth.Different;

    // One of the birth dates was entered wrongly, and the number still has the right one.
    private static bool NumberSaysEqual(in RegisterRow a, in RegisterRow b)
    {
        var dateA = (uint)(a.Number >> 16 & 0xFF_FFFF);
        var dateB = (uint)(b.Number >> 16 & 0xFF_FFFF);
        var birthA = a.Birth & 0xFF_FFFF;
        var birthB = b.Birth & 0xFF_FFFF;
        return (dateA == dateB && (dateA == birthA || dateB == birthB)) || (dateA == birthB && dateA != birthA) || (dateB == birthA && dateB != birthB);
    }

    private int NumberLevel(in RegisterRow a, in RegisterRow b)
    {
        var former = ((a.Signs | b.Signs) & RowSigns.FormerNumber) != 0;
        if (a.Number == 0 || b.Number == 0)
        {
            return former && IsFormerNumber(a.Row, b.Row) ? Levels.OfNumber.Former : 0;
        }

        var differences = PackedNumber.Differences(a.Number, b.Number);
        var bothHold = (a.Signs & b.Signs & RowSigns.NumberHolds) != 0;
        if (differences >> 4 == 0 && (differences == 0 || ((a.Signs | b.Signs) & RowSigns.FifteenDigits) != 0))
        {
            return _table.Columns.Numbers.Span[a.Row] == _table.Columns.Numbers.Span[b.Row] ? Levels.OfNumber.Equal : Levels.OfNumber.ShortForm;
        }

        if (former && IsFormerNumber(a.Row, b.Row))
        {
            return Levels.OfNumber.Former;
        }

        var body = differences >> 4;
        if (BitOperations.PopCount(differences) == 1 || PackedNumber.AreSwapped(a.Number, b.Number, differences))
        {
            return bothHold ? Levels.OfNumber.SlipRechecked : Levels.OfNumber.Slip;
        }

        if (body >> 12 == 0)
        {
            return Levels.OfNumber.IssuedTogether;
        }

        if (BitOperations.PopCount(body) == 1)
        {
            return Levels.OfNumber.SlipRechecked;
        }

        return (body & 0x111) == 0 && differences >> 40 == 0 ? Levels.OfNumber.OtherBirth
            : !bothHold ? Levels.OfNumber.DifferentFaulty
            : differences >> 40 == 0 ? Levels.OfNumber.SameDivision
            : Levels.OfNumber.Different;
    }

    private bool IsFormerNumber(int left, int right)
    {
        var numbers = _table.Columns.Numbers.Span;
        var former = _table.Columns.FormerNumbers.Span;
        return IsOne(former[left], numbers[right]) || IsOne(former[right], numbers[left]) || (former[left] != 0 && former[left] == former[right]);

        static bool IsOne(ulong former, ulong number) =>
            former != 0 && number != 0
            && (former == number || CitizenNumber.SameShortForm(CitizenNumber.FromPacked(former), CitizenNumber.FromPacked(number)));
    }

    // What looks like agreement among relatives, and what one number says of two names.
    private static int KinLevel(in RegisterRow a, in RegisterRow b, int name, int birth, int number)
    {
        var sameName = name is > 0 and <= Levels.OfName.Former;
        if (name >= Levels.OfName.SurnameOnly && number == Levels.OfNumber.Equal)
        {
            return Levels.OfKin.OtherNameSameNumber;
        }

        if (name >= Levels.OfName.OneCharacter && number is Levels.OfNumber.Slip or Levels.OfNumber.SlipRechecked or Levels.OfNumber.ShortForm)
        {
            return Levels.OfKin.OtherNameNearNumber;
        }

        if (number is 0 or <= Levels.OfNumber.Slip)
        {
            return 0;
        }

        if (!sameName && number == Levels.OfNumber.IssuedTogether)
        {
            return Levels.OfKin.Twins;
        }

        var together = a.Household >= 0 && a.Household == b.Household;
        var near = together || (a.Address != 0 && a.Address == b.Address) || (a.Phone != 0 && a.Phone == b.Phone);
        if (near && sameName && birth >= Levels.OfBirth.SameDayOfYear && Math.Abs(YearOf(a.Birth) - YearOf(b.Birth)) >= 14)
        {
            return Levels.OfKin.ParentAndChild;
        }

        return !sameName && near && (together || birth <= Levels.OfBirth.EqualInNumber || name >= Levels.OfName.OneCharacter)
            && number > Levels.OfNumber.Slip ? Levels.OfKin.OtherMember : 0;
    }

    private static int YearOf(uint birth)
    {
        var year = PackedDate.Year(birth);
        return (int)((year >> 12) * 1000 + (year >> 8 & 15) * 100 + (year >> 4 & 15) * 10 + (year & 15));
    }
}
