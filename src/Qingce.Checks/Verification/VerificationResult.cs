using System.Text.Json;
using Qingce.Checks.Findings;
using Qingce.Checks.Indicators;
using Qingce.Checks.Loading;
using Qingce.Checks.Registrations;
using Qingce.Checks.Results;
using Qingce.Exchange.Inputs;
using Qingce.Tables;

namespace Qingce.Checks.Verification;

/// <summary>What came of a verification.</summary>
public sealed class VerificationResult
{
    private readonly FindingList _findings;
    private readonly Func<FindingRenderer>? _makeRenderer;
    private readonly RegisterStore? _register;
    private readonly int _threads;

    internal VerificationResult(VerificationOutcome outcome, IReadOnlyList<InputFault> faults)
    {
        Outcome = outcome;
        Faults = faults;
        _findings = FindingList.Empty;
        _threads = 1;
    }

    internal VerificationResult(
        Metrics metrics, RegisterStore register, FindingList findings, Func<FindingRenderer> makeRenderer, IReadOnlyList<RejectedRow> rejects,
        IReadOnlyList<RejectedRow> unread, IReadOnlyList<StageTiming> timings,
        int threads)
    {
        Outcome = VerificationOutcome.Done;
        Faults = [];
        Metrics = metrics;
        Rejects = rejects;
        Unread = unread;
        Timings = timings;
        _register = register;
        _findings = findings;
        _makeRenderer = makeRenderer;
        _threads = threads;
    }

    /// <summary>How it ended.</summary>
    public VerificationOutcome Outcome { get; }

    /// <summary>Why it did not go through; empty when it did.</summary>
    public IReadOnlyList<InputFault> Faults { get; }

    /// <summary>The figures; null when it did not go through.</summary>
    public Metrics? Metrics { get; }

    /// <summary>The rows that were not checked, in the order of the files.</summary>
    public IReadOnlyList<RejectedRow> Rejects { get; } = [];

    /// <summary>The first cells of each column that were taken as empty, in the order of the files.</summary>
    public IReadOnlyList<RejectedRow> Unread { get; } = [];

    /// <summary>What each stage and each indicator cost.</summary>
    public IReadOnlyList<StageTiming> Timings { get; } = [];

    /// <summary>Number of findings, hints among them.</summary>
    public int FindingCount => _findings.Count;

    /// <summary>The findings in the order of the result. Each is rendered when it is reached.</summary>
    public IEnumerable<RenderedFinding> Findings()
    {
        FindingRenderer? renderer = _makeRenderer?.Invoke();
        for (int i = 0; i < _findings.Count; i++)
        {
            yield return renderer!.ToRecord(_findings.Entries[i]);
        }
    }

    /// <summary>Writes findings.parquet, findings.csv, metrics.json, rejects.csv and unread.csv into a folder that is there.</summary>
    /// <param name="folder">The folder, best one that appears whole or not at all.</param>
    /// <param name="progress">Told how far the writing is.</param>
    /// <param name="cancellation">Ends the writing; what is written by then is worthless.</param>
    /// <exception cref="InvalidOperationException">The verification did not go through.</exception>
    /// <exception cref="TableWriteException">A file cannot be written.</exception>
    /// <exception cref="IOException">metrics.json cannot be written.</exception>
    public void Write(string folder, IProgress<VerificationProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (_makeRenderer is null || Metrics is null)
        {
            throw new InvalidOperationException("There is nothing to write: the verification did not go through.");
        }

        FindingWriter.Write(
            _findings, _makeRenderer, folder, _threads, share => progress?.Report(new(VerificationStage.Writing, share)), cancellation);
        RejectWriter.Write(Rejects, Path.Combine(folder, "rejects.csv"));
        RejectWriter.Write(Unread, Path.Combine(folder, "unread.csv"));
        using FileStream stream = File.Create(Path.Combine(folder, "metrics.json"));
        JsonSerializer.Serialize(stream, Metrics, MetricsJson.Default.Metrics);
    }

    /// <summary>The county of a registration: six digits, or null when there is no such registration or it names no county.</summary>
    /// <param name="registrationId">Its id.</param>
    public string? CountyOf(string registrationId)
    {
        int row = _register?.FindId(System.Text.Encoding.UTF8.GetBytes(registrationId)) ?? -1;
        return row < 0 || _register!.Division(row).IsNone ? null : _register.Division(row).ToString()[..6];
    }

    /// <summary>The indicators that were looked at.</summary>
    public IReadOnlyList<Indicator> Indicators =>
        Metrics is null ? [] : [.. Metrics.Indicators.Select(indicator => Enum.Parse<Indicator>(indicator.Id))];
}
