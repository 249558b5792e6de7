using Qingce.Exchange.Codes;
using Qingce.Simulation.Names;
using Qingce.Simulation.Population;
using Qingce.Standards;

namespace Qingce.Simulation.Writing;

internal sealed partial class CountyWriter
{
    private readonly byte[] _registeredNumber = new byte[40];
    private readonly byte[] _former = new byte[128];
    private readonly byte[] _phone = new byte[11];

    private void WriteRegistration(in Household home)
    {
        RegisterRow row = Rightly(home);
        Distort(ref row);
        _register.Add(row);
    }

    /// <summary>The registration as it would rightly stand.</summary>
    private RegisterRow Rightly(in Household home)
    {
        int card = CardIssued();
        RegisterRow row = new()
        {
            Registration = _index,
            Relation = _who.Relation,
            Name = Name,
            Sex = (byte)(_who.IsMale ? 1 : 2),
            Ethnicity = _who.Ethnicity,
            Birth = _who.Birth,
            Number = Number,
            BirthplaceDivision = BirthplaceOf(_who),
            NativePlace = BirthplaceOf(_who),
            Marital = _who.Marital,
            Education = EducationOf(home),
            Occupation = RegisterSheet.OccupationCode(OccupationOf(_who.Work)),
            RegisteredOn = _who.RegisteredOn,
            RegisteredFor = _who.RegisteredFor,
            MovedInOn = _who.MovedInOn,
            MovedInFrom = _who.MovedInFrom,
            MovedInFor = _who.MovedInFor,
            CardIssuedOn = card,
            CancelledOn = _who.CancelledOn != 0 ? _who.CancelledOn : _who.LeftOn,
            CancelledFor = _who.CancelledOn != 0 ? CancellationReason.Death : _who.LeftFor,
            MovedOutTo = _who.LeftTo,
        };
        double age = Calendar.AgeAt(_who.Birth, Until);
        if (age > 15)
        {
            row.Phone = PhoneOf(_plan.Index, _index);
        }

        if (_who.Work == Work.Employee)
        {
            row.Employer = Employer(_who.WorkPlace);
        }

        if (_who.AwaySince != 0 && _draw.Chance(0.2))
        {
            row.OtherAddress = _scratch.AsSpan(0, AddressText.WriteElsewhere(World.PlaceName(_who.AwayTo), _index % 9973, _scratch));
        }

        if (_who.Has(PersonTraits.NameChanged))
        {
            row.FormerName = _former.AsSpan(0, _world.Names.Write(FormerName(0), _former));
        }

        if (_who.Has(PersonTraits.BirthCorrected))
        {
            Person before = _who;
            before.Birth += CorrectedDays();
            row.FormerNumbers = _registeredNumber.AsSpan(0, NumberText.Write(before, _registeredNumber));
        }

        return row;
    }

    private ReadOnlySpan<byte> PhoneOf(int county, int person)
    {
        ulong bits = Chance.Draw.For(_world.Seed, Chance.Stage.Names, county, person * 8L + 3).Next();
        Scribe phone = new(_phone);
        phone.Put("1"u8);
        phone.Digits(3 + (long)(bits % 7), 1);
        phone.Digits((long)(bits / 7 % 1_000_000_000), 9);
        return phone.Text;
    }

    private static int BirthplaceOf(in Person person) =>
        Divisions.TryFind(person.Prefix, out _) ? person.Prefix : person.Prefix / 10_000 * 10_000;

    private Name FormerName(int step)
    {
        Chance.Draw draw = Chance.Draw.For(_world.Seed, Chance.Stage.Names, _plan.Index, _index * 8L + 4 + step);
        return _who.Name.IsTransliterated
            ? NamePool.Transliterated(ref draw, _who.IsMale)
            : _world.Names.Given(ref draw, _who.Name.Surname, DayNumber.ToDate(_who.Birth).Year, _who.IsMale);
    }

    private int CardIssued()
    {
        double age = Calendar.AgeAt(_who.Birth, _who.Death != 0 ? _who.Death : Until);
        if (age < 16.3)
        {
            return 0;
        }

        int span = age switch { < 26 => 10, < 46 => 20, _ => 20 };
        int first = Math.Max(_who.Birth + (int)(16.1 * Calendar.Year), DayNumber.Of(2004, 6, 1));
        int last = _who.Death != 0 ? _who.Death : _who.LeftOn != 0 ? _who.LeftOn : Until;
        int day = Math.Max(first, last - 1 - _draw.Below((int)(span * Calendar.Year)));
        return Math.Min(day, last - 1);
    }

    private byte EducationOf(in Household home)
    {
        double age = Calendar.AgeAt(_who.Birth, Until);
        if (age < 7.5)
        {
            return 0;
        }

        if (age < 19.5)
        {
            return age < 13 ? (byte)80 : age < 16.2 ? (byte)70 : (byte)60;
        }

        if (home.Kind == HouseholdKind.Students || _who.Work == Work.Student)
        {
            return 20;
        }

        double level = _draw.Real();
        return age > 60
            ? level < 0.5 ? (byte)81 : level < 0.8 ? (byte)71 : level < 0.93 ? (byte)61 : (byte)31
            : age < 24 ? (byte)61
            : level < 0.12 ? (byte)81 : level < 0.5 ? (byte)71 : level < 0.72 ? (byte)61 : level < 0.87 ? (byte)31 : level < 0.98 ? (byte)21 : (byte)14;
    }

    private static string OccupationOf(Work work) => work switch
    {
        Work.Employee => "企业职工",
        Work.Farmer => "务农",
        Work.SelfEmployed => "个体经营",
        Work.Pupil or Work.Student => "学生",
        Work.Retired => "离退休人员",
        Work.Cleric => "宗教教职人员",
        Work.AtHome => "无业",
        _ => "",
    };
}
