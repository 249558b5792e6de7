using Qingce.Checks.Registrations;
using Qingce.Checks.Sources;
using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Checks.Results;

/// <summary>
/// How many births and deaths of the year before the as-of day reached the register within 31 days (regulation of 1958, Art. 7 and 8:
/// within a month), by county. Births are those registered for birth or late; deaths those with a certificate whose number is on the
/// register. Events of the last 31 days are not judged yet.
/// </summary>
internal sealed class Timeliness(RegisterStore register, int asOfDay)
{
    /// <summary>Days within which a birth or death is to be registered.</summary>
    public const int LegalDays = 31;

    // Counties by the first two digits of their six and the four others: a register is of one province or of a few.
    private const int CountiesOfProvince = 10_000;

    private readonly (int Events, int InTime)[]?[] _provinces = new (int, int)[]?[100];

    /// <summary>Takes in death certificates. Called from several threads.</summary>
    public void Fold(SourceBatch batch)
    {
        if (batch.Category != 11)
        {
            return;
        }

        ReadOnlySpan<int> rows = batch.Rows;
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i] >= 0 && batch.Kinds[i] == EventKind.Died && batch.Statuses[i] != SourceStatus.Void && IsJudged(batch.EventDays[i]))
            {
                bool inTime = true;
                for (int row = rows[i]; row >= 0; row = register.NextSameNumber(row))
                {
                    inTime &= register.CancelledOn[row] != RegisterStore.NoDay && register.CancelledOn[row] <= batch.EventDays[i] + LegalDays;
                }

                Count(register.Division(rows[i]).County, inTime);
            }
        }
    }

    /// <summary>Takes in the births of the register. Called once.</summary>
    public void CountBirths()
    {
        for (int row = 0; row < register.Count; row++)
        {
            if (register.RegisteredFor[row] is RegistrationReason.Birth or RegistrationReason.Late
                && register.RegisteredOn[row] != RegisterStore.NoDay && register.Birth(row).ToDate() is { } birth
                && IsJudged(DayNumber.Of(birth)))
            {
                Count(register.Division(row).County, register.RegisteredOn[row] - DayNumber.Of(birth) <= LegalDays);
            }
        }
    }

    /// <summary>Events and those in time of a county.</summary>
    public (long Events, long InTime) Of(int county) => _provinces[county / CountiesOfProvince]?[county % CountiesOfProvince] ?? (0, 0);

    private bool IsJudged(int day) => day > asOfDay - 366 && day <= asOfDay - LegalDays;

    private void Count(int county, bool inTime)
    {
        ref (int Events, int InTime)[]? province = ref _provinces[county / CountiesOfProvince];
        (int Events, int InTime)[] counties = Volatile.Read(ref province) ?? Interlocked.CompareExchange(ref province, new (int, int)[CountiesOfProvince], null) ?? province!;
        ref (int Events, int InTime) counted = ref counties[county % CountiesOfProvince];
        Interlocked.Increment(ref counted.Events);
        if (inTime)
        {
            Interlocked.Increment(ref counted.InTime);
        }
    }
}
