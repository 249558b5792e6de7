using Qingce.Exchange.Codes;
using Qingce.Simulation.Errors;
using Qingce.Simulation.Population;
using Qingce.Standards;

namespace Qingce.Simulation.Writing;

internal sealed partial class CountyWriter
{
    private static readonly int FirstChange = DayNumber.Of(2010, 1, 1);

    private readonly byte[] _registration = new byte[16];
    private readonly byte[] _handler = new byte[16];
    private readonly byte[] _agent = new byte[96];
    private readonly byte[] _oldValue = new byte[128];
    private readonly byte[] _newValue = new byte[128];

    private ReadOnlySpan<byte> RegistrationId()
    {
        Scribe scribe = new(_registration);
        scribe.Digits(_plan.Code, 6);
        scribe.Digits(_index + 1, 8);
        return scribe.Text;
    }

    /// <summary>One of some dozens of officers of the township's station.</summary>
    private ReadOnlySpan<byte> Handler(int day)
    {
        Scribe scribe = new(_handler);
        scribe.Put("P"u8);
        scribe.Digits(_homeTownship, 9);
        scribe.Digits((day / 365 + _index) % 30, 2);
        return scribe.Text;
    }

    private void WriteChanges()
    {
        if (_who.RegisteredOn >= FirstChange)
        {
            WriteRegistrationChange();
        }

        if (_who.Has(PersonTraits.NameChanged))
        {
            WriteNameChange(BeforeDeadline() ?? Math.Max(FirstChange, _who.RegisteredOn) + 100 + _index % 900, FormerName(0), _who.Name);
        }

        if (_who.Has(PersonTraits.BirthCorrected))
        {
            WriteBirthChange(BeforeDeadline() ?? Math.Max(FirstChange, _who.RegisteredOn) + 200 + _index % 700, _who.Birth + CorrectedDays());
        }

        WriteFalseChanges();
    }

    /// <summary>A day in the eight weeks before the settlement or the admission for which the change was wanted; null for no such change.</summary>
    private int? BeforeDeadline() => _who.Error switch
    {
        ErrorKind.ChangedBeforeSettlement => _who.MovedInOn - 4 - _index % 52,
        ErrorKind.ChangedBeforeExam => SeniorSchoolStart() - 4 - _index % 52,
        _ => null,
    };

    private int CorrectedDays() => 3 + _index % 20;

    private void WriteRegistrationChange()
    {
        ChangeRow row = new()
        {
            Registration = RegistrationId(),
            ChangedOn = _who.RegisteredOn,
            Field = ChangeField.Registration,
            Registered = _who.MovedInFor != RegistrationReason.None ? _who.MovedInFor : _who.RegisteredFor,
            Handler = Handler(_who.RegisteredOn),
        };
        if (_who.MovedInOn == 0)
        {
            if (_who.RegisteredFor == RegistrationReason.Birth && _who.Birth >= Calendar.BirthCertificates)
            {
                row.Document = DocumentKind.BirthCertificate;
                row.DocumentNumber = BirthCertificate(_index);
            }
        }
        else
        {
            row.Document = DocumentOf(_who.MovedInFor);
            row.DocumentNumber = row.Document switch
            {
                DocumentKind.RealEstateCertificate => HomeCertificate(_index, PaperDay()),
                DocumentKind.LabourContract => Contract(_index, PaperDay()),
                DocumentKind.SchoolRecord => SchoolRecord(),
                DocumentKind.MarriageCertificate => MarriageCertificate(_who.Spouse >= 0 ? Math.Min(_index, _who.Spouse) : _index, _who.Married),
                DocumentKind.BirthCertificate => BirthCertificate(_index),
                _ => [],
            };
            Household home = _county.HouseholdOf(_index);
            if (home.Kind == HouseholdKind.Students)
            {
                row.Agent = Agent("学校:", "大学", home.First);
            }
            else if (home.Kind == HouseholdKind.Workers)
            {
                row.Agent = Agent("单位:", "集团有限公司", home.First);
            }
            else if (_who.Has(PersonTraits.LawfulAgent))
            {
                row.Agent = Agent("", "代办服务部", _index / 200);
            }
        }

        DistortPapers(ref row);
        _changes.Add(row);
    }

    private ReadOnlySpan<byte> Agent(string before, string after, int number)
    {
        Scribe scribe = new(_agent);
        scribe.Put(before);
        scribe.Put(_plan.Name);
        scribe.Put(Brands[number % Brands.Length]);
        scribe.Put(after);
        if (before.Length == 0)
        {
            scribe.Number(number % 1000 + 1);
        }

        return scribe.Text;
    }

    private void WriteNameChange(int day, in Name old, in Name now) => _changes.Add(new ChangeRow
    {
        Registration = RegistrationId(),
        ChangedOn = day,
        Field = ChangeField.Name,
        Old = _oldValue.AsSpan(0, _world.Names.Write(old, _oldValue)),
        New = _newValue.AsSpan(0, _world.Names.Write(now, _newValue)),
        Reason = "本人申请"u8,
        Document = DocumentKind.HouseholdBooklet,
        Handler = Handler(day),
    });

    /// <summary>A correction of the birth date, and of the number with it.</summary>
    private void WriteBirthChange(int day, int oldBirth)
    {
        Span<byte> old = stackalloc byte[10];
        Span<byte> now = stackalloc byte[10];
        _changes.Add(new ChangeRow
        {
            Registration = RegistrationId(),
            ChangedOn = day,
            Field = ChangeField.BirthDate,
            Old = DayText(oldBirth, old),
            New = DayText(_who.Birth, now),
            Reason = "更正出生日期"u8,
            Document = DocumentKind.BirthCertificate,
            Handler = Handler(day),
        });
        Person before = _who;
        before.Birth = oldBirth;
        _changes.Add(new ChangeRow
        {
            Registration = RegistrationId(),
            ChangedOn = day,
            Field = ChangeField.CitizenNumber,
            Old = _oldValue.AsSpan(0, NumberText.Write(before, _oldValue)),
            New = Number,
            Reason = "更正出生日期"u8,
            Handler = Handler(day),
        });
    }

    private static ReadOnlySpan<byte> DayText(int day, Span<byte> into)
    {
        DateOnly date = DayNumber.ToDate(day);
        Scribe scribe = new(into);
        scribe.Digits(date.Year, 4);
        scribe.Put("-"u8);
        scribe.Digits(date.Month, 2);
        scribe.Put("-"u8);
        scribe.Digits(date.Day, 2);
        return scribe.Text;
    }
}
