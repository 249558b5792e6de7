using System.Runtime.CompilerServices;

namespace Qingce.Linkage.Chinese;

internal readonly partial struct RegisterKernel
{
    private const double LeastFrequency = -12;

    public double Frequency(int left, int right, ulong pattern)
    {
        ref readonly var a = ref _table.Rows[left];
        ref readonly var b = ref _table.Rows[right];
        var columns = _table.Columns;
        var frequencies = _table.Frequencies;
        var sum = Adjust(pattern, Levels.Name, Math.Max(frequencies.OfName(a.Name), frequencies.OfName(b.Name)))
            + Adjust(pattern, Levels.Birth, frequencies.OfBirth(columns.BirthDates.Span[left]));
        var contact = Pattern.Level(pattern, Levels.Contact);
        if (contact is Levels.OfContact.Phone or Levels.OfContact.PhoneAndAddress)
        {
            sum += Adjust(pattern, Levels.Contact, frequencies.OfPhone(a.Phone));
        }
        else if (contact == Levels.OfContact.Address)
        {
            sum += Adjust(pattern, Levels.Contact, Math.Max(frequencies.OfAddress(a.Address), frequencies.OfAddress(b.Address)));
        }

        var places = Pattern.Level(pattern, Levels.Places);
        if (places is Levels.OfPlaces.Both or Levels.OfPlaces.Birthplace)
        {
            sum += Adjust(pattern, Levels.Places, frequencies.OfBirthplace(columns.BirthplaceIds.Span[left]));
        }
        else if (places == Levels.OfPlaces.NativePlace)
        {
            sum += Adjust(pattern, Levels.Places, frequencies.OfNativePlace(columns.NativePlaceIds.Span[left]));
        }

        if (Pattern.Level(pattern, Levels.Work) == 1)
        {
            sum += Adjust(pattern, Levels.Work, frequencies.OfEmployer(columns.EmployerIds.Span[left]));
        }

        if (Pattern.Level(pattern, Levels.Card) == Levels.OfCard.Equal)
        {
            sum += Adjust(pattern, Levels.Card, frequencies.OfCard(columns.CardIssuedOn.Span[left]));
        }

        return Math.Clamp(sum, LeastFrequency, MostFrequency);
    }

    // A level with probability u among random pairs is worth log2(u / p) more for a value of probability p.
    private double Adjust(ulong pattern, int comparison, double share)
    {
        var level = Pattern.Level(pattern, comparison);
        var part = _weights.FrequencyShare(comparison, level);
        return part == 0 ? 0 : part * Math.Log2(_weights.Model.Comparisons[comparison].Levels[level - 1].U / share);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ContactLevel(in RegisterRow a, in RegisterRow b)
    {
        // What members of one household share anyway says nothing about two of them.
        if (a.Household >= 0 && a.Household == b.Household)
        {
            return 0;
        }

        var phone = a.Phone != 0 && a.Phone == b.Phone;
        var address = (a.Address != 0 && (a.Address == b.Address || a.Address == b.OtherAddress)) || (b.Address != 0 && b.Address == a.OtherAddress);
        return phone ? (address ? Levels.OfContact.PhoneAndAddress : Levels.OfContact.Phone)
            : address ? Levels.OfContact.Address
            : (a.Phone != 0 && b.Phone != 0) || (a.Address != 0 && b.Address != 0) ? Levels.OfContact.Different
            : 0;
    }

    private ulong Surroundings(int left, int right, in RegisterRow a, in RegisterRow b)
    {
        var columns = _table.Columns;
        var together = a.Household >= 0 && a.Household == b.Household;
        return Pattern.Of(Levels.Places, PlacesLevel(left, right))
            | Pattern.Of(Levels.Family, FamilyLevel(in a, in b))
            | Pattern.Of(Levels.Work, together ? 0 : Equality(RegisterTable.Value(columns.EmployerIds, left, -1), RegisterTable.Value(columns.EmployerIds, right, -1), -1))
            | Pattern.Of(
                Levels.Education,
                Equality(RegisterTable.Value(columns.Educations, left, (byte)255), RegisterTable.Value(columns.Educations, right, (byte)255), 255))
            | Pattern.Of(Levels.Card, CardLevel(in a, in b));
    }

    // The first card falls due at 16 and the next by rule at 26 and 46, so people of one birthday often get theirs on one day; twins together.
    private int CardLevel(in RegisterRow a, in RegisterRow b)
    {
        var card = RegisterTable.Value(_table.Columns.CardIssuedOn, a.Row, 0);
        if (card == 0 || card != RegisterTable.Value(_table.Columns.CardIssuedOn, b.Row, 0))
        {
            return 0;
        }

        var together = a.Household >= 0 && a.Household == b.Household;
        var age = card / 10_000 - YearOf(a.Birth);
        var due = age is 15 or 16 or 17 or 26 or 27 or 46 or 47;
        return a.Birth == b.Birth && (together || due) ? Levels.OfCard.EqualByAge : Levels.OfCard.Equal;
    }

    private int PlacesLevel(int left, int right)
    {
        var columns = _table.Columns;
        var birth = Equality(RegisterTable.Value(columns.BirthplaceIds, left, -1), RegisterTable.Value(columns.BirthplaceIds, right, -1), -1);
        var native = Equality(RegisterTable.Value(columns.NativePlaceIds, left, -1), RegisterTable.Value(columns.NativePlaceIds, right, -1), -1);
        return birth == 1 ? (native == 1 ? Levels.OfPlaces.Both : Levels.OfPlaces.Birthplace)
            : native == 1 ? Levels.OfPlaces.NativePlace
            : Math.Max(birth, native) == 2 ? Levels.OfPlaces.Different
            : 0;
    }

    // How many people the two households have in common, the two themselves left out.
    private int FamilyLevel(in RegisterRow a, in RegisterRow b)
    {
        const int LargestFamily = 16;
        var mine = _table.Households[a.Household];
        var theirs = _table.Households[b.Household];
        if (a.Household == b.Household || mine.Length is < 2 or > LargestFamily || theirs.Length is < 2 or > LargestFamily)
        {
            return 0;
        }

        var shared = 0;
        foreach (var one in mine)
        {
            if (one == a.Row)
            {
                continue;
            }

            foreach (var other in theirs)
            {
                if (other != b.Row && other != one && IsOnePerson(in _table.Rows[one], in _table.Rows[other]))
                {
                    shared++;
                    break;
                }
            }
        }

        return shared >= 2 ? 1 : shared == 1 ? 2 : 3;
    }

    private static bool IsOnePerson(in RegisterRow a, in RegisterRow b) =>
        a.Name >= 0 && (a.Name == b.Name || (a.SoundKey == b.SoundKey && a.Birth == b.Birth));

    private static int Equality(int left, int right, int missing) => left == missing || right == missing ? 0 : left == right ? 1 : 2;
}
