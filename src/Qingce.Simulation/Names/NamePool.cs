using System.Text;

using Qingce.Simulation.Chance;
using Qingce.Simulation.Population;

namespace Qingce.Simulation.Names;

/// <summary>Invents names and writes them. Immutable, hence safe for several threads.</summary>
internal sealed class NamePool
{
    // A character beyond the basic plane is kept as a surrogate with its place in the list of the rare ones.
    private const int FirstRare = 0xD800;

    private readonly byte[][] _surnames;
    private readonly string[] _surnameTexts;
    private readonly int[] _surnameTotals;
    private readonly int[] _compound;
    private readonly byte[][] _parts;
    private readonly string[] _partTexts;
    private readonly char[][] _given = new char[2][];
    private readonly int[][] _givenTotals = new int[2][];

    /// <summary>Makes a pool.</summary>
    /// <param name="surnames">Surnames with their weights.</param>
    /// <param name="given">Characters of given names with their counts among men and women.</param>
    public NamePool(IReadOnlyList<(string Surname, int Weight)> surnames, IReadOnlyList<(char Character, int Male, int Female)> given)
    {
        _surnameTexts = [.. surnames.Select(row => row.Surname)];
        _surnames = [.. _surnameTexts.Select(Encoding.UTF8.GetBytes)];
        _surnameTotals = Totals(surnames.Select(row => row.Weight));
        _compound = [.. Enumerable.Range(0, _surnameTexts.Length).Where(i => _surnameTexts[i].Length > 1)];
        _partTexts = [.. EraCharacters.TransliteratedMale, .. EraCharacters.TransliteratedFemale];
        _parts = [.. _partTexts.Select(Encoding.UTF8.GetBytes)];
        foreach (bool male in (ReadOnlySpan<bool>)[false, true])
        {
            var common = given.Where(row => (male ? row.Male : row.Female) > 400).ToArray();
            _given[male ? 1 : 0] = [.. common.Select(row => row.Character)];
            _givenTotals[male ? 1 : 0] = Totals(common.Select(row => male ? row.Male : row.Female));
        }
    }

    public ushort Surname(ref Draw draw) =>
        _compound.Length > 0 && draw.Chance(0.002) ? (ushort)_compound[draw.Below(_compound.Length)] : (ushort)draw.Pick(_surnameTotals);

    /// <summary>Invents a name.</summary>
    /// <param name="draw">Where chance comes from.</param>
    /// <param name="surname">A surname of the table.</param>
    /// <param name="birthYear">The fashion.</param>
    /// <param name="isMale">The sex.</param>
    /// <param name="generation">A character shared among brothers and sisters, or 0.</param>
    public Name Given(ref Draw draw, ushort surname, int birthYear, bool isMale, char generation = '\0')
    {
        char last = Character(ref draw, birthYear, isMale);
        if (generation != '\0')
        {
            return new Name(surname, generation, last, false);
        }

        double single = birthYear switch { < 1950 => 0.07, < 1960 => 0.1, < 1970 => 0.15, < 1980 => 0.3, < 1990 => 0.36, < 2000 => 0.25, < 2010 => 0.12, _ => 0.06 };
        if (_surnameTexts[surname].Length > 1)
        {
            single = 0.6;
        }

        return draw.Chance(single)
            ? new Name(surname, last, 0, false)
            : new Name(surname, Character(ref draw, birthYear, isMale), last, false);
    }

    public char Character(ref Draw draw, int birthYear, bool isMale)
    {
        double kind = draw.Real();
        if (kind < (birthYear > 1970 ? 0.011 : 0.004))
        {
            int rare = draw.Below(EraCharacters.Rare.Length);
            return EraCharacters.Rare[rare].IsBmp ? (char)EraCharacters.Rare[rare].Value : (char)(FirstRare + rare);
        }

        if (kind < 0.62)
        {
            string era = EraCharacters.Of(birthYear, isMale);
            int at = Math.Min(draw.Below(era.Length), draw.Below(era.Length));
            return era[at];
        }

        int sex = isMale ? 1 : 0;
        return _given[sex][draw.Pick(_givenTotals[sex])];
    }

    public static Name Transliterated(ref Draw draw, bool isMale)
    {
        int men = EraCharacters.TransliteratedMale.Length;
        int own = isMale ? draw.Below(men) : men + draw.Below(EraCharacters.TransliteratedFemale.Length);
        return new Name((ushort)own, (ushort)draw.Below(men), 0, true);
    }

    public string Text(in Name name)
    {
        Span<byte> bytes = stackalloc byte[96];
        return Encoding.UTF8.GetString(bytes[..Write(name, bytes)]);
    }

    public string SurnameText(in Name name) => name.IsTransliterated ? "" : _surnameTexts[name.Surname];

    /// <summary>Writes a name in UTF-8, a transliterated one with the middle dot U+00B7.</summary>
    public int Write(in Name name, Span<byte> into)
    {
        if (name.IsTransliterated)
        {
            byte[] own = _parts[name.Surname];
            byte[] father = _parts[name.First];
            own.CopyTo(into);
            "·"u8.CopyTo(into[own.Length..]);
            father.CopyTo(into[(own.Length + 2)..]);
            return own.Length + 2 + father.Length;
        }

        byte[] surname = _surnames[name.Surname];
        surname.CopyTo(into);
        int length = surname.Length;
        length += WriteCharacter((char)name.First, into[length..]);
        return name.Second == 0 ? length : length + WriteCharacter((char)name.Second, into[length..]);
    }

    private static int WriteCharacter(char character, Span<byte> into)
    {
        if (char.IsSurrogate(character))
        {
            return EraCharacters.Rare[character - FirstRare].EncodeToUtf8(into);
        }

        into[0] = (byte)(0xE0 | character >> 12);
        into[1] = (byte)(0x80 | character >> 6 & 0x3F);
        into[2] = (byte)(0x80 | character & 0x3F);
        return 3;
    }

    private static int[] Totals(IEnumerable<int> weights)
    {
        int total = 0;
        return [.. weights.Select(weight => total += weight)];
    }
}
