using Qingce.Checks.Facts;
using Qingce.Checks.Findings;
using Qingce.Checks.Registrations;
using Qingce.Checks.Sources;
using Qingce.Checks.Verification;
using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Checks.Indicators.EmptyHouseholds;

/// <summary>I08: households that hang on an address where nobody of them lives.</summary>
internal sealed partial class EmptyHouseholdCheck : Check
{
    private const int NoDay = RegistrationRow.NoDay;
    private const int RealEstate = 20;

    // Where people of every age are seen at home.
    private static readonly int[] SourcesOfHome = [12, 16];

    private EmptySettings[] _settings = [];
    private int[] _since = [];
    private Lanes<BuildingRow> _gathered = new(1);
    private Dictionary<ulong, BuildingRow> _buildings = [];
    private HashSet<int> _placesWithBuildings = [];

    // Of each household the mark of its door, for which see DoorMark.
    private ulong[] _doors = [];

    public override Indicator Id => Indicator.I08;

    public override IReadOnlyList<string> Causes { get; } =
        ["nobody_at_home", "too_many_households", "unrelated_people", "demolished", "non_residential"];

    public override IReadOnlyList<SourceNeed> Sources { get; } =
        [new(RealEstate, SourceFields.EventKind | SourceFields.EventDate | SourceFields.Division | SourceFields.Address | SourceFields.Status)];

    public override IReadOnlyList<string> Evidence { get; } = ["event_date", "address", "status"];

    public override IReadOnlyList<ColumnNeed> OptionalColumns { get; } = [new("address")];

    public override void Begin(CheckContext context)
    {
        _settings = context.Parameters.PerProvince("I08", EmptySettings.From);
        _since = [.. _settings.Select(settings => DayNumber.Of(context.AsOf.AddMonths(-settings.SilentMonths)))];
        _gathered = new Lanes<BuildingRow>(context.Threads);
        _doors = new ulong[context.Register.HouseholdCount];
    }

    public override void Fold(SourceBatch batch)
    {
        for (int i = 0; i < batch.Count; i++)
        {
            if (batch.Kinds[i] == EventKind.Building && batch.EventDays[i] != NoDay
                && batch.Statuses[i] is SourceStatus.Demolished or SourceStatus.NonResidential)
            {
                Address address = Address.Read(batch.Address(i), batch.Divisions[i]);
                if (!address.BuildingKey.IsNone)
                {
                    _gathered.Add(batch.Lane, new BuildingRow(
                        Key(address.BuildingKey, address, batch.Divisions[i]), batch.EventDays[i], batch.Statuses[i] == SourceStatus.Demolished, batch.Divisions[i].Township, batch.Ref(i)));
                }
            }
        }
    }

    public override void Settle(CheckContext context)
    {
        // The latest row about a building holds.
        _buildings = [];
        _placesWithBuildings = [];
        foreach (BuildingRow building in _gathered.Sorted((one, other) => one.CompareTo(other)))
        {
            _buildings[building.Key] = building;
            _placesWithBuildings.Add(building.Place);
        }
    }

    public override void Decide(CheckContext context, RegisterRange range, FindingSink sink)
    {
        RegisterStore register = context.Register;
        if (register.AddressIds.Length == 0)
        {
            return;
        }

        for (int household = range.FirstHousehold; household < range.EndHousehold; household++)
        {
            int first = FirstLiving(register, household);
            if (first < 0 || register.IsCollective(first) || register.AddressIds[first] < 0)
            {
                continue;
            }

            ReadOnlySpan<byte> written = register.Addresses.Written(register.AddressIds[first]);
            DivisionCode division = register.Division(first);
            _doors[household] = DoorMark.Of(written, division.Township);

            // Reading an address is dear; only households that are silent, or have such a building near them, need it.
            bool silent = LastSeen(context, household) is var last && last < _since[division.Province];
            if (silent || MayHoldABuilding(division))
            {
                Address address = Address.Read(written, division);
                if (silent && address.HasDoor)
                {
                    DecideSilence(context, household, division, last, sink);
                }

                DecideBuilding(context, household, division, address, sink);
            }
        }
    }

    /// <summary>The last day on which a source saw somebody of the household in the township, or somebody came onto the register there.</summary>
    private static int LastSeen(CheckContext context, int household)
    {
        RegisterStore register = context.Register;
        int last = NoDay;
        foreach (int row in register.Members(household))
        {
            if (register.IsLiving(row))
            {
                int entered = Math.Max(register.RegisteredOn.At(row, NoDay), register.MovedInOn.At(row, NoDay));
                last = Math.Max(last, Math.Max(entered, context.Life.LastAtTownship(row).Day));
            }
        }

        return last;
    }

    private void DecideSilence(CheckContext context, int household, DivisionCode division, int last, FindingSink sink)
    {
        int since = _since[division.Province];
        if (EmptyHouseholdDecision.Silence(last, since, IsCovered(context, division, since)) is not EmptyCause.None and var cause)
        {
            Report(sink, cause, household, last, SourceRef.None);
        }
    }

    private void DecideBuilding(CheckContext context, int household, DivisionCode division, in Address address, FindingSink sink)
    {
        if (_buildings.Count > 0 && !address.BuildingKey.IsNone && _buildings.TryGetValue(Key(address.BuildingKey, address, division), out BuildingRow building)
            && EmptyHouseholdDecision.Building(building.IsDemolished, building.Day, _settings[division.Province], context.AsOfDay)
                is not EmptyCause.None and var cause)
        {
            Report(sink, cause, household, building.Day, building.Source);
        }
    }

    private static bool IsCovered(CheckContext context, DivisionCode division, int since)
    {
        foreach (int category in SourcesOfHome)
        {
            if (!context.Coverage.Covers(category, division, since, context.AsOfDay))
            {
                return false;
            }
        }

        return true;
    }

    private static int FirstLiving(RegisterStore register, int household)
    {
        foreach (int row in register.Members(household))
        {
            if (register.IsLiving(row))
            {
                return row;
            }
        }

        return -1;
    }

    /// <summary>Whether a building's own row names the township, or its county alone; a household known by its county may be near any.</summary>
    private bool MayHoldABuilding(DivisionCode division) =>
        _buildings.Count > 0
        && (division.Level < DivisionLevel.Township || _placesWithBuildings.Contains(division.Township)
            || _placesWithBuildings.Contains(division.At(DivisionLevel.County).Township));

    /// <summary>
    /// Every town has a street of that name: a key holds within one township, that of the division, or else the one that the address names.
    /// </summary>
    private static ulong Key(AddressKey key, in Address address, DivisionCode division)
    {
        DivisionCode place = division.Level < DivisionLevel.Township && division.Contains(address.Division) ? address.Division : division;
        return TextHash.Of(unchecked(key.Value + (ulong)place.Township));
    }
}
