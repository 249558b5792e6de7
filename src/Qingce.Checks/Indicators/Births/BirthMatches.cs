using Qingce.Checks.Facts;
using Qingce.Checks.Registrations;
using Qingce.Standards;

namespace Qingce.Checks.Indicators.Births;

/// <summary>
/// Which certificate belongs to which registration: by the child's number, else by the certificate's number, else by mother (or her
/// husband), birth date and sex, else by the child's name, birth date and sex (a child registered away from its mother). Made by one
/// thread in a fixed order, hence the same in every run.
/// </summary>
internal sealed class BirthMatches
{
    private readonly RegisterStore _register;
    private readonly BirthRecord[] _births;
    private readonly RowFacts<SpouseFact> _spouses;
    private readonly int[] _birthOfRow;
    private readonly bool[] _isMatched;

    public BirthMatches(RegisterStore register, BirthRecord[] births, CertificateUse[] uses, RowFacts<SpouseFact> spouses)
    {
        _register = register;
        _births = births;
        _spouses = spouses;
        _isMatched = new bool[births.Length];
        _birthOfRow = new int[register.Count];
        Array.Fill(_birthOfRow, -1);
        MatchByNumber();
        MatchByCertificate(uses);
        MatchByParents();
        MatchByName();
    }

    public ReadOnlySpan<BirthRecord> Births => _births;

    public bool IsMatched(int birth) => _isMatched[birth];

    /// <summary>Position of the certificate of a registration; -1 for none.</summary>
    public int BirthOf(int row) => _birthOfRow[row];

    private void MatchByNumber()
    {
        for (int birth = 0; birth < _births.Length; birth++)
        {
            for (int row = _births[birth].Child; row >= 0; row = _register.NextSameNumber(row))
            {
                Match(birth, row);
            }
        }
    }

    private void MatchByCertificate(CertificateUse[] uses)
    {
        var byCertificate = new Dictionary<ulong, int>(_births.Length);
        for (int birth = 0; birth < _births.Length; birth++)
        {
            if (_births[birth].Certificate != 0)
            {
                byCertificate.TryAdd(_births[birth].Certificate, birth);
            }
        }

        foreach (CertificateUse use in uses)
        {
            if (byCertificate.TryGetValue(use.Certificate, out int birth))
            {
                Match(birth, use.Row);
            }
        }
    }

    private void MatchByParents()
    {
        for (int birth = 0; birth < _births.Length; birth++)
        {
            if (!_isMatched[birth] && _births[birth].Mother >= 0)
            {
                MatchInHouseholds(birth, _births[birth].Mother);
                foreach (SpouseFact fact in _spouses.Of(_births[birth].Mother))
                {
                    MatchInHouseholds(birth, fact.Spouse);
                }
            }
        }
    }

    private void MatchInHouseholds(int birth, int parent)
    {
        for (int row = parent; row >= 0 && !_isMatched[birth]; row = _register.NextSameNumber(row))
        {
            foreach (int member in _register.Members(_register.Households[row]))
            {
                // A cancelled registration counts too: the child was registered, whatever became of it.
                if (_register.BirthCodes[member] == _births[birth].BirthCode
                    && !_register.Sexes[member].Contradicts(_births[birth].Sex)
                    && _birthOfRow[member] < 0)
                {
                    Match(birth, member);
                    break;
                }
            }
        }
    }

    private void MatchByName()
    {
        var byChild = new Dictionary<(ulong Name, int BirthCode, Sex Sex), int>();
        for (int birth = 0; birth < _births.Length; birth++)
        {
            if (!_isMatched[birth] && _births[birth].Name != 0)
            {
                byChild.TryAdd((_births[birth].Name, _births[birth].BirthCode, _births[birth].Sex), birth);
            }
        }

        if (byChild.Count == 0)
        {
            return;
        }

        int earliest = byChild.Keys.Min(child => child.BirthCode);
        for (int row = 0; row < _register.Count; row++)
        {
            if (_birthOfRow[row] < 0 && _register.BirthCodes[row] >= earliest
                && byChild.Remove((PersonName.Key(_register.Name(row)), _register.BirthCodes[row], _register.Sexes[row]), out int birth))
            {
                Match(birth, row);
            }
        }
    }

    private void Match(int birth, int row)
    {
        _isMatched[birth] = true;
        _birthOfRow[row] = _birthOfRow[row] < 0 ? birth : _birthOfRow[row];
    }
}
