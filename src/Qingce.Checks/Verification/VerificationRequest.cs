using System.Collections.Frozen;
using Qingce.Checks.Indicators;
using Qingce.Checks.Indicators.Duplicates;
using Qingce.Exchange.Inputs;

namespace Qingce.Checks.Verification;

/// <summary>What is to be verified, and how.</summary>
public sealed record VerificationRequest
{
    /// <summary>A folder with register.*, changes.* and sources/, or with province-01/ and so on, which are verified as one register.</summary>
    public string? Folder { get; init; }

    /// <summary>Register files or folders of parts, beside those of <see cref="Folder"/>.</summary>
    public IReadOnlyList<string> RegisterFiles { get; init; } = [];

    /// <summary>Files or folders of past changes, beside those of <see cref="Folder"/>.</summary>
    public IReadOnlyList<string> ChangesFiles { get; init; } = [];

    /// <summary>A folder with source files and coverage.csv, beside that of <see cref="Folder"/>.</summary>
    public string? SourcesFolder { get; init; }

    /// <summary>Tables that are no files of the disk, beside those above.</summary>
    public IReadOnlyList<InputFile> Tables { get; init; } = [];

    /// <summary>A JSON file <c>{"their header": "our column"}</c>, or null.</summary>
    public string? MappingFile { get; init; }

    /// <summary>The day looked back from; null for the latest recorded_at of the sources.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The indicators to look at; null for all.</summary>
    public IReadOnlySet<Indicator>? Only { get; init; }

    /// <summary>Parameters of the indicators.</summary>
    public IndicatorParameters Parameters { get; init; } = IndicatorParameters.Defaults;

    /// <summary>
    /// The register that the tables are a few registrations of: duplicates among them are weighed as a verification of all would. Null where the tables are all of it.
    /// </summary>
    public ValueCounts? Whole { get; init; }

    /// <summary>
    /// Pairs of registration ids, the first in ordinal order at the left, that a reviewer said are two people: no duplicates, though one number is still on two people.
    /// </summary>
    public IReadOnlySet<(string Left, string Right)> KeptApart { get; init; } = FrozenSet<(string, string)>.Empty;

    /// <summary>Share of rejected rows, 0 to 1, of the register or of the other files together, above which nothing is verified. Default 0.05.</summary>
    public double MaxRejectShare { get; init; } = DefaultMaxRejectShare;

    /// <summary>What <see cref="MaxRejectShare"/> is where nobody sets it.</summary>
    public const double DefaultMaxRejectShare = 0.05;

    /// <summary>Threads to use, 1 or more; results do not depend on it. Default: one a processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
