using Qingce.Exchange.Codes;
using Qingce.Simulation.Population;
using Qingce.Standards;

namespace Qingce.Simulation.Writing;

/// <summary>Numbers of papers, names of schools and employers: each follows from the person it belongs to.</summary>
internal sealed partial class CountyWriter
{
    private readonly byte[] _employer = new byte[96];

    private static readonly string[] Trades = ["机械", "电子", "纺织", "食品", "建材", "物流", "商贸", "科技", "化工", "服装", "汽车配件", "医药"];

    private static readonly string[] Brands = ["宏达", "兴盛", "华泰", "远大", "金鼎", "鑫源", "天成", "恒通", "瑞丰", "新锐", "东方", "中兴", "永昌", "福瑞", "盛世", "长青"];

    /// <summary>A paper's number: letters, county, year, person.</summary>
    private static ReadOnlySpan<byte> Paper(Span<byte> into, ReadOnlySpan<byte> letters, int county, int day, long number)
    {
        Scribe scribe = new(into);
        scribe.Put(letters);
        scribe.Digits(county, 6);
        scribe.Digits(DayNumber.ToDate(day).Year, 4);
        scribe.Digits(number, 7);
        return scribe.Text;
    }

    private ReadOnlySpan<byte> BirthCertificate(int child)
    {
        Person person = _county[child];
        Scribe scribe = new(_document);
        scribe.Put(((person.Birth / 365) & 1) == 0 ? "T"u8 : "R"u8);
        scribe.Digits(_plan.Code / 10_000, 2);
        scribe.Digits(_plan.Index * 10_000_000L + child, 9);
        return scribe.Text;
    }

    private ReadOnlySpan<byte> MarriageCertificate(int spouse, int day) => Paper(_document, "J"u8, _plan.Code, day, spouse);

    private ReadOnlySpan<byte> HomeCertificate(int owner, int day)
    {
        Scribe scribe = new(_document);
        scribe.Put("("u8);
        scribe.Digits(DayNumber.ToDate(day).Year, 4);
        scribe.Put(")"u8);
        scribe.Put(_plan.Name);
        scribe.Put("不动产权第"u8);
        scribe.Digits(owner, 7);
        scribe.Put("号"u8);
        return scribe.Text;
    }

    private ReadOnlySpan<byte> Contract(int worker, int day) => Paper(_document, "HT"u8, _plan.Code, day, worker);

    private ReadOnlySpan<byte> SchoolRecord()
    {
        Scribe scribe = new(_document);
        scribe.Put("G"u8);
        scribe.Put(Number);
        return scribe.Text;
    }

    private ReadOnlySpan<byte> MigrationPermit(int day) => Paper(_document, "QY"u8, _plan.Code, day, _index);

    private ReadOnlySpan<byte> Employer(int place)
    {
        Chance.Draw draw = Chance.Draw.For(_world.Seed, Chance.Stage.Names, place, _index / 40);
        Scribe scribe = new(_employer);
        scribe.Put(Brands[draw.Below(Brands.Length)]);
        scribe.Put(Trades[draw.Below(Trades.Length)]);
        scribe.Put("有限公司");
        return scribe.Text;
    }

    /// <summary>When the settlement's paper was issued: before it was used.</summary>
    private int PaperDay() => PaperDay(_who, _index);

    private static int PaperDay(in Person person, int index) => person.MovedInOn - 25 - index % 307;

    private bool SettledBy(DocumentKind document) => DocumentOf(_who.MovedInFor) == document && _who.MovedInOn != 0;

    private static DocumentKind DocumentOf(RegistrationReason reason) => reason switch
    {
        RegistrationReason.HomePurchase => DocumentKind.RealEstateCertificate,
        RegistrationReason.Employment or RegistrationReason.Talent or RegistrationReason.Transfer => DocumentKind.LabourContract,
        RegistrationReason.Study => DocumentKind.SchoolRecord,
        RegistrationReason.JoinedSpouse => DocumentKind.MarriageCertificate,
        RegistrationReason.JoinedParents => DocumentKind.BirthCertificate,
        _ => DocumentKind.None,
    };

    private int SeniorSchoolStart()
    {
        int begun = SchoolStart(15.0);
        return begun > Until - 60 ? begun - 365 : begun;
    }

    /// <summary>First day of September on or after somebody is so many years old.</summary>
    private int SchoolStart(double age)
    {
        int day = _who.Birth + (int)(age * Calendar.Year);
        DateOnly date = DayNumber.ToDate(day);
        return DayNumber.Of(date.Month >= 9 && date.Day > 1 ? date.Year + 1 : date.Month > 9 ? date.Year + 1 : date.Year, 9, 1);
    }
}
