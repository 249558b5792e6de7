using Qingce.Checks.Findings;
using Qingce.Checks.Indicators;
using Qingce.Exchange.Files;
using Qingce.Register;
using Qingce.Server.Events;

namespace Qingce.Server.Tests.Events;

/// <summary>Tests that count what the whole process allocates: no other runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredAlone
{
    public const string Name = "measured alone";
}

[Collection(MeasuredAlone.Name)]
public sealed class LiveChecksTests
{
    private const long MostBytes = 1_500_000;

    private static readonly LiveChecks Checks = new(IndicatorParameters.Defaults);

    [Fact]
    public void Person_DeadByACertificateAndNotCancelled_IsFoundInLittleMemory()
    {
        PersonExtract extract = new(
            [RegistrationContent.FromFields(
            [
                new(RegisterField.RegistrationId, "R1"), new(RegisterField.HouseholdId, "H1"), new(RegisterField.Name, "王芳"), new(RegisterField.Sex, "2"),
                new(RegisterField.BirthDate, "1949-12-31"), new(RegisterField.CitizenNumber, "11010519491231002X"), new(RegisterField.Division, "320505001001"),
            ])])
        {
            Sources = new Dictionary<int, List<string?[]>> { [11] = [Death()] },
        };
        IReadOnlyList<RenderedFinding> found = Checks.Run(extract, new DateOnly(2026, 4, 1), TestContext.Current.CancellationToken);
        Assert.Equal(["I05"], found.Select(finding => finding.Indicator.ToString()));

        // Whatever is made once a process was made by now.
        long before = GC.GetTotalAllocatedBytes(precise: true);
        Checks.Run(extract, new DateOnly(2026, 4, 1), TestContext.Current.CancellationToken);
        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.True(allocated < MostBytes, $"{allocated:N0} bytes.");
    }

    private static string?[] Death()
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal)
        {
            ["source_record_id"] = "DC-1",
            ["event_kind"] = "died",
            ["event_date"] = "2026-03-01",
            ["citizen_number"] = "11010519491231002X",
            ["name"] = "王芳",
            ["division"] = "320505000000",
            ["document_kind"] = "death_certificate",
            ["document_number"] = "D-77",
            ["recorded_at"] = "2026-03-02",
        };
        return [.. FileShapes.Source.Select(field => fields.GetValueOrDefault(field.Name))];
    }
}
