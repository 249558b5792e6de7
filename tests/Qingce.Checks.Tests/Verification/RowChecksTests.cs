using Qingce.Checks.Findings;
using Qingce.Checks.Indicators;
using Qingce.Checks.Registrations;
using Qingce.Checks.Tests.Input;
using Qingce.Checks.Verification;
using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Checks.Tests.Verification;

public sealed class RowChecksTests
{
    private static readonly DateOnly AsOf = new(2025, 12, 31);

    [Fact]
    public void Row_AloneAndInABatch_ShowsTheSame()
    {
        Random random = new(11);
        using InputFolder folder = new();
        Dictionary<string, string[]> expected = [];
        for (int i = 0; i < 3000; i++)
        {
            Person person = Invent(random, i);
            folder.Register(person);
            string[] alone =
            [
                .. RowChecks.Check(Map(person), IndicatorParameters.Defaults, AsOf).Select(one => $"{one.Indicator} {one.Cause} {one.IsReportable}")
                    .Order(StringComparer.Ordinal),
            ];
            if (alone.Length > 0)
            {
                expected.Add(person.Id, alone);
            }
        }

        VerificationResult result = folder.Verify(
            request => request with { Only = new HashSet<Indicator> { Indicator.I03, Indicator.I04 } });
        Dictionary<string, string[]> found = result.Findings()
            .SelectMany(finding => Causes(finding).Select(cause => (finding.RegistrationIds, cause)))
            .GroupBy(one => one.RegistrationIds, one => one.cause)
            .ToDictionary(group => group.Key, group => group.Order(StringComparer.Ordinal).ToArray());
        Assert.NotEmpty(expected);
        Assert.Equal(expected.OrderBy(one => one.Key).Select(Line), found.OrderBy(one => one.Key).Select(Line));
    }

    private static string Line(KeyValuePair<string, string[]> row) => $"{row.Key}: {string.Join(", ", row.Value)}";

    private static IEnumerable<string> Causes(RenderedFinding finding)
    {
        using System.Text.Json.JsonDocument evidence = System.Text.Json.JsonDocument.Parse(finding.Evidence);
        return
        [
            .. evidence.RootElement.GetProperty("causes").EnumerateArray().Select(cause => cause.GetProperty("cause").GetString()!)
                .Select(cause => $"{finding.Indicator} {cause} {cause is not ("unknown_prefix" or "sequence_zero")}"),
        ];
    }

    private static Person Invent(Random random, int i)
    {
        DateOnly birth = new DateOnly(1895, 1, 1).AddDays(random.Next(48_500));
        int sequence = random.Next(1, 999);
        string number = CitizenNumber.Create(random.Next(4) == 0 ? 999_999 - random.Next(9000) : 110_105, birth, sequence).ToString();
        return new Person($"R{i}")
        {
            Household = $"H{i}",
            Sex = sequence % 2 == 1 ? "1" : random.Next(20) == 0 ? "1" : "2",
            Birth = random.Next(12) switch { 0 => $"{birth:yyyy-MM}", 1 => "1980-02-30", 2 => $"{birth.AddDays(1):yyyy-MM-dd}", _ => $"{birth:yyyy-MM-dd}" },
            Number = random.Next(9) switch { 0 => "", 1 => number[..17] + "5", 2 => "111111111111111111", 3 => "12345", _ => number },
            Marital = random.Next(3) == 0 ? "20" : "10",
            Education = random.Next(3) == 0 ? "21" : "",
            RegisteredOn = random.Next(3) == 0 ? "1950-01-01" : "",
            CancelledFor = random.Next(15) == 0 ? "death" : "",
        };
    }

    // What a caller with a single registration does.
    private static RegistrationRow Map(Person person)
    {
        BirthDateReading birth = BirthDate.Read(person.Birth);
        Sex.TryRead(person.Sex, out Sex sex);
        MaritalStatus.TryRead(person.Marital, out MaritalStatus marital);
        Education.TryRead(person.Education, out Education education);
        return new RegistrationRow
        {
            Number = CitizenNumber.Read(person.Number),
            Birth = birth.Date,
            BirthFault = birth.Fault,
            Sex = sex,
            Relation = Relation.Head,
            MaritalStatus = marital,
            Education = education,
            HouseholdType = HouseholdType.Family,
            Division = DivisionCode.Read(person.Division).Code,
            RegisteredOn = DateText.TryReadDay(person.RegisteredOn, out int day) ? day : RegistrationRow.NoDay,
            IsCancelled = person.CancelledFor.Length > 0,
        };
    }
}
