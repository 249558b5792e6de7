using System.Text;
using Qingce.Checks.Findings;
using Qingce.Checks.Indicators;
using Qingce.Checks.Verification;

namespace Qingce.Checks.Tests.Input;

/// <summary>A folder of input files that is made for one test and removed after it.</summary>
internal sealed class InputFolder : IDisposable
{
    private static int _count;

    private readonly List<string> _register = ["registration_id,household_id,household_type,relation,name,sex,birth_date,citizen_number,division,"
        + "address,marital_status,education,registered_on,registered_for,moved_in_on,moved_in_from,moved_in_for,cancelled_on,cancelled_for,moved_out_to"];

    private readonly Dictionary<string, List<string>> _sources = [];
    private readonly List<string> _changes = [];
    private readonly List<string> _coverage = [];

    public InputFolder() => Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(
        System.IO.Path.GetTempPath(), $"qingce-checks-{Environment.ProcessId}-{Interlocked.Increment(ref _count)}");

    public InputFolder Register(Person person)
    {
        _register.Add(person.ToString());
        return this;
    }

    /// <summary>Adds a source row; fields as name=value.</summary>
    public InputFolder Source(string file, params string[] fields)
    {
        if (!_sources.TryGetValue(file, out List<string>? rows))
        {
            _sources.Add(file, rows = []);
        }

        rows.Add(SourceRow(rows.Count, fields.Select(field => field.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1])));
        return this;
    }

    public InputFolder Write(string name, string text)
    {
        string path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return this;
    }

    /// <summary>Adds a past change; fields as name=value.</summary>
    public InputFolder Change(params string[] fields)
    {
        Dictionary<string, string> values = fields.Select(field => field.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        _changes.Add(string.Join(',', ChangeHeader.Split(',').Select(field => values.GetValueOrDefault(field, ""))));
        return this;
    }

    /// <summary>Says that categories are complete in a division from the beginning of a year on.</summary>
    public InputFolder Cover(string division, int fromYear, params int[] categories)
    {
        _coverage.AddRange(categories.Select(category => $"{category:00},{division},{fromYear}-01-01,"));
        return this;
    }

    /// <summary>Writes what was added and verifies it, looking back from the end of 2025 unless the request says otherwise.</summary>
    public VerificationResult Verify(Func<VerificationRequest, VerificationRequest>? with = null)
    {
        if (_register.Count > 1)
        {
            Write("register.csv", string.Join('\n', _register) + "\n");
        }

        if (_changes.Count > 0)
        {
            Write("changes.csv", ChangeHeader + "\n" + string.Join('\n', _changes) + "\n");
        }

        if (_coverage.Count > 0)
        {
            Write("sources/coverage.csv", "category,division,from,to\n" + string.Join('\n', _coverage) + "\n");
        }

        foreach ((string file, List<string> rows) in _sources)
        {
            Write($"sources/{file}.csv", SourceHeader + "\n" + string.Join('\n', rows) + "\n");
        }

        VerificationRequest request = new() { Folder = Path, AsOf = new DateOnly(2025, 12, 31), Threads = 2 };
        return RegisterVerification.Run(with is null ? request : with(request));
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private const string SourceHeader = "source,source_record_id,event_kind,event_date,citizen_number,name,sex,birth_date,relation,"
        + "counterpart_citizen_number,counterpart_name,division,address,document_kind,document_number,issued_on,valid_until,status,event_place,recorded_at";

    private const string ChangeHeader = "registration_id,changed_on,field,old_value,new_value,reason,document_kind,document_number,handler,agent";

    private static string SourceRow(int number, Dictionary<string, string> fields) => string.Join(
        ',',
        SourceHeader.Split(',').Select(field => fields.GetValueOrDefault(
            field, field switch { "source_record_id" => $"S{number}", "recorded_at" => "2025-06-01", "status" => "active", _ => "" })));
}

/// <summary>A registration as a test needs it: right in every way unless told otherwise.</summary>
internal sealed record Person(string Id)
{
    public string Household { get; init; } = "H1";

    public string HouseholdType { get; init; } = "family";

    public string Relation { get; init; } = "02";

    public string Name { get; init; } = "王建国";

    public string Sex { get; init; } = "1";

    public string Birth { get; init; } = "1980-05-17";

    public string Number { get; init; } = "";

    public string Division { get; init; } = "110105001001";

    public string Marital { get; init; } = "";

    public string Education { get; init; } = "";

    public string RegisteredOn { get; init; } = "";

    public string RegisteredFor { get; init; } = "";

    public string MovedInOn { get; init; } = "";

    public string MovedInFrom { get; init; } = "";

    public string MovedInFor { get; init; } = "";

    public string CancelledOn { get; init; } = "";

    public string CancelledFor { get; init; } = "";

    public string MovedOutTo { get; init; } = "";

    public string Address { get; init; } = "幸福路1号1单元101室";

    public override string ToString() => string.Join(
        ',', Id, Household, HouseholdType, Relation, Name, Sex, Birth, Number, Division, Address, Marital, Education, RegisteredOn,
        RegisteredFor, MovedInOn, MovedInFrom, MovedInFor, CancelledOn, CancelledFor, MovedOutTo);
}

internal static class FindingQueries
{
    /// <summary>The causes found of an indicator, each with the registrations it names, as <c>cause:R1;R2</c>.</summary>
    public static string[] Causes(this VerificationResult result, Indicator indicator)
    {
        Assert.Equal(VerificationOutcome.Done, result.Outcome);
        return
        [
            .. result.Findings().Where(finding => finding.Indicator == indicator).SelectMany(finding =>
            {
                using System.Text.Json.JsonDocument evidence = System.Text.Json.JsonDocument.Parse(finding.Evidence);
                return evidence.RootElement.GetProperty("causes").EnumerateArray()
                    .Select(cause => $"{cause.GetProperty("cause").GetString()}:{finding.RegistrationIds}").ToArray();
            }).Order(StringComparer.Ordinal),
        ];
    }

    public static RenderedFinding Single(this VerificationResult result, Indicator indicator) =>
        Assert.Single(result.Findings(), finding => finding.Indicator == indicator);
}
