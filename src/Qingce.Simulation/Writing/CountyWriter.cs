using Qingce.Exchange.Catalogue;
using Qingce.Exchange.Codes;
using Qingce.Simulation.Chance;
using Qingce.Simulation.Errors;
using Qingce.Simulation.Land;
using Qingce.Simulation.Population;
using Qingce.Standards;
using Qingce.Tables;

namespace Qingce.Simulation.Writing;

/// <summary>
/// Puts one county after another into rows of the register, the changes and the sources. What a row says follows from the people and from
/// a stream of chance of each person alone. One thread at a time; each worker has its own.
/// </summary>
internal sealed partial class CountyWriter
{
    private readonly World _world;
    private readonly Calendar _calendar;
    private readonly DivisionCodes _divisions = new();
    private readonly SourceSheet[] _sources;
    private readonly RegisterSheet _register;
    private readonly ChangeSheet _changes;
    private readonly byte[] _numberBytes = new byte[24];
    private readonly byte[] _nameBytes = new byte[128];
    private readonly byte[] _otherNumber = new byte[24];
    private readonly byte[] _otherName = new byte[128];
    private readonly byte[] _document = new byte[96];
    private readonly byte[] _address = new byte[320];
    private readonly byte[] _scratch = new byte[320];
    private CountyPeople _county = null!;
    private CountyPlan _plan = null!;
    private Draw _draw;
    private Person _who;
    private int _index;
    private int _numberLength;
    private int _nameLength;
    private int _homeTownship;
    private int _liveTownship;
    private int _addressLength;
    private int _otherNumberLength;
    private int _otherNameLength;

    public CountyWriter(World world)
    {
        _world = world;
        _calendar = new Calendar(world.Land.Until);
        _sources = [.. SourceCatalogue.National.Categories.Select(category => new SourceSheet(category, _divisions))];
        _register = new RegisterSheet(_divisions);
        _changes = new ChangeSheet();
    }

    public IReadOnlyList<SourceSheet> Sources => _sources;

    public RegisterSheet Register => _register;

    public ChangeSheet Changes => _changes;

    private int Until => _calendar.Until;

    private ReadOnlySpan<byte> Number => _numberBytes.AsSpan(0, _numberLength);

    private ReadOnlySpan<byte> Name => _nameBytes.AsSpan(0, _nameLength);

    private ReadOnlySpan<byte> Address => _address.AsSpan(0, _addressLength);

    /// <summary>Fills the sheets with the rows of a county.</summary>
    public void Write(int county)
    {
        _county = _world.Counties[county];
        _plan = _county.Plan;
        _divisions.Clear();
        string province = Divisions.FullName(DivisionCode.OfCounty(_plan.Code / 10_000 * 10_000));
        TextCodes departments = new(SourceCatalogue.National.Departments.Select(row => province + row.Chinese));
        TextCodes authorities = new(SourceCatalogue.National.Departments.Select(row => _plan.Name + row.Chinese + "局"));
        for (int i = 0; i < _sources.Length; i++)
        {
            _sources[i].Begin(_plan.Code * 100_000_000L, departments, authorities);
        }

        _register.Begin(_county);
        _changes.Begin();
        for (int household = 0; household < _county.Households.Length; household++)
        {
            WriteHousehold(household);
        }

        WriteBuildings();
        WriteFreshBirths();
        WriteGuests(county);
    }

    private void WriteHousehold(int household)
    {
        Household home = _county.Households[household];
        _homeTownship = _county.TownshipOf(home);
        _addressLength = AddressText.Write(_plan, home, _address);
        _register.BeginHousehold(household, _address.AsSpan(0, _addressLength));
        for (int i = home.First; i < home.End; i++)
        {
            Begin(i);
            WriteRegistration(home);
            WriteChanges();
            WriteEvents();
            WriteLife(home);
        }
    }

    /// <summary>Makes somebody the person all rows are about.</summary>
    private void Begin(int index)
    {
        _index = index;
        _who = _county[index];
        _draw = Draw.For(_world.Seed, Stage.Rows, _plan.Index, index);
        _numberLength = NumberText.Write(_who, _numberBytes);
        _nameLength = _world.Names.Write(_who.Name, _nameBytes);
        _liveTownship = _who.AwaySince != 0 ? _who.AwayTo : _homeTownship;
    }

    /// <summary>A row about the person, not yet placed.</summary>
    private SourceRow About(EventKind kind, int date, int recorded) => new()
    {
        Kind = kind,
        Date = date,
        Recorded = Math.Min(recorded, Until),
        Number = Number,
        Name = Name,
        Sex = (byte)(_who.IsMale ? 1 : 2),
        Birth = _who.Birth,
    };

    private void Add(int category, in SourceRow row) => _sources[category - 1].Add(row);

    /// <summary>A day of the last eleven months, now and then the very last.</summary>
    private int Recent() => _draw.Chance(0.02) ? Until : Until - _draw.Below(330);

    /// <summary>When a running spell was last confirmed: lately, or before the person died or left.</summary>
    private int Confirmed(int begun)
    {
        int end = _who.Death != 0 ? _who.Death : _who.LeftOn != 0 ? _who.LeftOn : 0;
        return end == 0 ? Math.Max(begun, Recent()) : Math.Min(Until, end + _draw.Between(5, 40));
    }

    private SourceStatus Standing(SourceStatus atDeath) => _who.Death != 0 ? _who.Error == ErrorKind.DeclaredDead ? SourceStatus.Ended : atDeath : _who.LeftOn != 0 ? SourceStatus.Ended : SourceStatus.Active;

    private int EndOfLife() => _who.Death != 0 ? _who.Death : _who.LeftOn;

    /// <summary>The number and name of somebody of the county, or of somebody invented for the person.</summary>
    private void SetOther(int other, bool isMale, int birth, ulong salt = 0)
    {
        if (other >= 0)
        {
            ref Person person = ref _county[other];
            _otherNumberLength = NumberText.Write(person, _otherNumber);
            _otherNameLength = _world.Names.Write(person.Name, _otherName);
            return;
        }

        Draw draw = Draw.For(_world.Seed, Stage.Names, _plan.Index, _index * 8L + (long)salt);
        Elsewhere[] far = _world.Land.FarAway;
        Person invented = new()
        {
            Birth = birth,
            IsMale = isMale,
            Prefix = far[draw.Below(far.Length)].County,
            Sequence = (short)((draw.Below(499) + 1) * 2 + (isMale ? 1 : 0)),
        };
        invented.Name = _world.Names.Given(ref draw, _world.Names.Surname(ref draw), DayNumber.ToDate(birth).Year, isMale);
        _otherNumberLength = NumberText.Write(invented, _otherNumber);
        _otherNameLength = _world.Names.Write(invented.Name, _otherName);
        if (salt == 7 && draw.Chance(0.3))
        {
            // A resident of Hong Kong, Macao or Taiwan, or a foreigner with a passport.
            Scribe scribe = new(_otherNumber);
            scribe.Digits(draw.Chance(0.5) ? 810000 : 830000, 6);
            scribe.Put(_otherNumber.AsSpan(6, 11));
            _otherNumberLength = draw.Chance(0.6) ? Recheck(_otherNumber) : 0;
        }
    }

    private static int Recheck(Span<byte> number)
    {
        long body = 0;
        for (int i = 0; i < 17; i++)
        {
            body = body * 10 + (number[i] - '0');
        }

        return NumberText.Write(body, number);
    }

    private ReadOnlySpan<byte> OtherNumber => _otherNumber.AsSpan(0, _otherNumberLength);

    private ReadOnlySpan<byte> OtherName => _otherName.AsSpan(0, _otherNameLength);
}
