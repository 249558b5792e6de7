using System.Globalization;

using Qingce.Exchange.Codes;
using Qingce.Exchange.Files;
using Qingce.Simulation.Population;
using Qingce.Tables;

namespace Qingce.Simulation.Writing;

/// <summary>What stands on the register about one registration.</summary>
internal ref struct RegisterRow
{
    public int Registration;
    public byte Relation;
    public ReadOnlySpan<byte> Name;
    public ReadOnlySpan<byte> FormerName;
    public byte Sex;
    public byte Ethnicity;
    public int Birth;
    public ReadOnlySpan<byte> Number;
    public ReadOnlySpan<byte> FormerNumbers;
    public long BirthplaceDivision;
    public int NativePlace;
    public byte Marital;
    public byte Education;
    public int Occupation;
    public ReadOnlySpan<byte> Employer;
    public ReadOnlySpan<byte> Phone;
    public ReadOnlySpan<byte> OtherAddress;
    public int RegisteredOn;
    public RegistrationReason RegisteredFor;
    public int MovedInOn;
    public int MovedInFrom;
    public RegistrationReason MovedInFor;
    public int CardIssuedOn;
    public int CancelledOn;
    public CancellationReason CancelledFor;
    public int MovedOutTo;
}

/// <summary>The rows of the register of a county.</summary>
internal sealed class RegisterSheet
{
    private static readonly string[] OccupationNames =
        ["", "务农", "企业职工", "个体经营", "学生", "离退休人员", "无业", "教师", "医务人员", "机关事业单位人员", "宗教教职人员", "货运司机", "建筑工人"];

    private static readonly TextCodes Occupations = new(OccupationNames);

    private readonly DivisionCodes _divisions;
    private readonly BatchBuilder _batch;
    private readonly byte[] _id = new byte[32];
    private readonly PlaceNames _places = new();
    private TextCodes _addresses = new();
    private CountyPeople _county = null!;
    private int _address;
    private int _household;
    private bool _isFamily;
    private long _division;

    public RegisterSheet(DivisionCodes divisions)
    {
        _divisions = divisions;
        _batch = new BatchBuilder(Schema);
    }

    /// <summary>The columns; one object, because all counties go into one file.</summary>
    public static TableSchema Schema { get; } = new(FileShapes.Register.Select(field => field.Name switch
    {
        "household_type" => ColumnSpec.Coded(field.Name, Codes.HouseholdTypes),
        "relation" or "ethnicity" or "marital_status" or "education" => ColumnSpec.Coded(field.Name, Codes.TwoDigits),
        "sex" => ColumnSpec.Coded(field.Name, Codes.OneDigit),
        "occupation" => ColumnSpec.Coded(field.Name, Occupations),
        "registered_for" or "moved_in_for" => ColumnSpec.Coded(field.Name, Codes.Reasons),
        "cancelled_for" => ColumnSpec.Coded(field.Name, Codes.Cancellations),
        "division" or "address" or "birthplace" or "native_place" or "moved_in_from" or "moved_out_to" => ColumnSpec.Text(field.Name, repeats: true),
        _ when field.Kind is FieldKind.Date or FieldKind.BirthDate => ColumnSpec.Date(field.Name),
        _ => ColumnSpec.Text(field.Name),
    }));

    public BatchBuilder Batch => _batch;

    public static int OccupationCode(string name) => Array.IndexOf(OccupationNames, name);

    public void Begin(CountyPeople county)
    {
        _county = county;
        _batch.Clear();
        _addresses = new TextCodes();
        _places.Clear();
        _batch.Text(11).UseDictionary(_divisions.Dictionary);
        _batch.Text(12).UseDictionary(_addresses);
        _batch.Text(14).UseDictionary(_places.Dictionary);
        _batch.Text(15).UseDictionary(_places.Dictionary);
        _batch.Text(24).UseDictionary(_places.Dictionary);
        _batch.Text(29).UseDictionary(_places.Dictionary);
    }

    public void BeginHousehold(int household, ReadOnlySpan<byte> address)
    {
        Household home = _county.Households[household];
        _household = household;
        _address = _addresses.Add(address);
        _isFamily = home.IsFamily;
        _division = _county.Plan.Townships[home.Township].VillageCode(home.Village);
    }

    /// <summary>Begins a household of one registration whose member has left.</summary>
    public void BeginEmptyHousehold(int household, ReadOnlySpan<byte> address, long division)
    {
        _household = household;
        _address = _addresses.Add(address);
        _isFamily = true;
        _division = division;
    }

    public void Add(in RegisterRow row)
    {
        Scribe scribe = new(_id);
        scribe.Digits(_county.Plan.Code, 6);
        scribe.Digits(row.Registration + 1, 8);
        _batch.Text(0).Append(scribe.Text);
        scribe = new Scribe(_id);
        scribe.Digits(_county.Plan.Code, 6);
        scribe.Put("H"u8);
        scribe.Digits(_household + 1, 7);
        _batch.Text(1).Append(scribe.Text);
        _batch.Text(2).AppendCode((int)(_isFamily ? HouseholdType.Family : HouseholdType.Collective));
        _batch.Text(3).AppendCode(row.Relation);
        _batch.Text(4).Append(row.Name);
        Text(5, row.FormerName);
        _batch.Text(6).AppendCode(row.Sex);
        _batch.Text(7).AppendCode(row.Ethnicity);
        Day(8, row.Birth);
        Text(9, row.Number);
        Text(10, row.FormerNumbers);
        _batch.Text(11).AppendCode(_divisions[_division]);
        _batch.Text(12).AppendCode(_address);
        Text(13, row.OtherAddress);
        _batch.Text(14).AppendCode(_places[(int)row.BirthplaceDivision, false]);
        _batch.Text(15).AppendCode(_places[row.NativePlace, false]);
        _batch.Text(16).AppendCode(row.Marital);
        Code(17, row.Education);
        Code(18, row.Occupation);
        Text(19, row.Employer);
        Text(20, row.Phone);
        Day(21, row.RegisteredOn);
        Code(22, (int)row.RegisteredFor);
        Day(23, row.MovedInOn);
        Place(24, row.MovedInFrom);
        Code(25, (int)row.MovedInFor);
        Day(26, row.CardIssuedOn);
        Day(27, row.CancelledOn);
        Code(28, (int)row.CancelledFor);
        Place(29, row.MovedOutTo);
    }

    private void Text(int column, ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            _batch[column].AppendNull();
        }
        else
        {
            _batch.Text(column).Append(text);
        }
    }

    private void Code(int column, int code)
    {
        if (code == 0)
        {
            _batch[column].AppendNull();
        }
        else
        {
            _batch.Text(column).AppendCode(code);
        }
    }

    private void Place(int column, int place)
    {
        if (place == 0)
        {
            _batch[column].AppendNull();
        }
        else
        {
            _batch.Text(column).AppendCode(_places[place, true]);
        }
    }

    private void Day(int column, int day) => _batch.Date(column).Append(day == 0 ? DateColumn.Null : day);
}

/// <summary>Names of places, with or without their code before them, each written once.</summary>
internal sealed class PlaceNames
{
    private readonly Dictionary<(int Place, bool WithCode), int> _codes = [];

    public TextCodes Dictionary { get; private set; } = new();

    public int this[int place, bool withCode]
    {
        get
        {
            if (!_codes.TryGetValue((place, withCode), out int code))
            {
                string name = World.PlaceName(place);
                code = Dictionary.Add(withCode ? place.ToString(CultureInfo.InvariantCulture) + name : name);
                _codes.Add((place, withCode), code);
            }

            return code;
        }
    }

    public void Clear()
    {
        _codes.Clear();
        Dictionary = new TextCodes();
    }
}
