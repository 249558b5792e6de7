using Qingce.Checks.Findings;
using Qingce.Checks.Indicators;
using Qingce.Checks.Loading;
using Qingce.Checks.Registrations;
using Qingce.Checks.Results;
using Qingce.Checks.Sources;
using Qingce.Exchange.Inputs;
using Qingce.Linkage.Chinese;
using Qingce.Standards;
using Qingce.Tables;

namespace Qingce.Checks.Verification;

/// <summary>Verifies a register from files: reads it with its changes and source records, runs the indicators, and counts.</summary>
public static class RegisterVerification
{
    /// <summary>Runs a verification. Nothing is written. The result does not depend on the number of threads.</summary>
    /// <param name="request">What and how.</param>
    /// <param name="progress">Told how far it is; called from several threads.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The result, or why there is none.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public static VerificationResult Run(
        VerificationRequest request, IProgress<VerificationProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Threads, 1);
        try
        {
            return new Run(request, progress, cancellation).Execute();
        }
        catch (InputFaultException error)
        {
            return new VerificationResult(VerificationOutcome.InputUnreadable, error.Faults);
        }
        catch (TableFormatException error)
        {
            return new VerificationResult(
                VerificationOutcome.InputUnreadable, [new InputFault(error.File, 0, "", error.Message, error.Chinese)]);
        }
    }
}

/// <summary>One verification from the files to the figures.</summary>
internal sealed class Run(VerificationRequest request, IProgress<VerificationProgress>? progress, CancellationToken cancellation)
{
    // From the regulation on household registration to where no file of today leads.
    private static readonly DateOnly EarliestAsOf = new(1958, 1, 9);
    private static readonly DateOnly LatestAsOf = new(2199, 12, 31);

    private readonly StageClock _clock = new();
    private readonly List<InputFault> _notes = [];

    public VerificationResult Execute()
    {
        Report(VerificationStage.Opening, 0);
        HeaderMapping mapping = request.MappingFile is { } path ? HeaderMapping.Read(path) : HeaderMapping.None;
        InputFiles inputs = InputFiles.Find(request.Folder, request.RegisterFiles, request.SourcesFolder, request.ChangesFiles);
        inputs.Add(request.Tables);
        if (!inputs.Register.Any())
        {
            throw InputFaultException.Of(
                request.Folder ?? "",
                "there is no register: no file or folder named register.csv, register.parquet or register.xlsx. Name the file with --register.",
                "找不到户口登记文件：没有 register.csv、register.parquet 或 register.xlsx，请用 --register 指定文件。");
        }

        SourceReader sources = new(inputs, mapping, request.Threads);
        ChangeReader changes = new(inputs, mapping, request.Threads);
        List<FileCounts> coverageFiles = [];
        Coverage coverage = CoverageReader.Read(inputs, mapping, coverageFiles);
        CheckRun checks = new(request.Only);
        _clock.End("open files");

        RegisterLoader loader = new(mapping, request.Threads, checks.Checks.Any(check => check.Id == Indicator.I01));
        RegisterStore register = loader.Load([.. inputs.Register], share => Report(VerificationStage.ReadingRegister, share), cancellation);
        _clock.End("read register");
        if (Refuse(loader.Files) is { } refused)
        {
            return refused;
        }

        if (loader.Files.Sum(file => file.Read) == 0)
        {
            throw InputFaultException.Of(
                loader.Files[0].File.Name, "there is a header and no registration under it. Ask for the register to be delivered again.",
                "只有表头而没有登记，请重新提供登记文件。");
        }

        (DateOnly asOf, string asOfFrom) = FindAsOf(sources, register);
        if (asOf < EarliestAsOf || asOf > LatestAsOf)
        {
            throw InputFaultException.Of(
                "",
                FormattableString.Invariant($"the day to look back from would be {asOf:yyyy-MM-dd} (from: {asOfFrom}). Give one from {EarliestAsOf:yyyy-MM-dd} to {LatestAsOf:yyyy-MM-dd} with --as-of."),
                FormattableString.Invariant($"核验基准日会是 {asOf:yyyy-MM-dd}（依据 {asOfFrom}）。请用 --as-of 指定 {EarliestAsOf:yyyy-MM-dd} 至 {LatestAsOf:yyyy-MM-dd} 之间的日期。"));
        }

        CheckContext context = new(
            register, coverage, new SignsOfLife(register), request.Parameters, asOf, request.Threads, sources.RowHints(), changes.Files.Count > 0)
        {
            Cancellation = cancellation,
            Whole = request.Whole,
            KeptApart = request.KeptApart,
            Linking = progress is null ? null : new LinkingProgress(progress),
        };
        Timeliness timeliness = new(register, context.AsOfDay);
        timeliness.CountBirths();
        checks.Begin(context);
        _clock.End("prepare");

        ReadChanges(changes, checks, context);
        long[] matched = ReadSources(sources, checks, context, timeliness);
        FileCounts[] others = [.. changes.Files.Select(file => file.Counts), .. coverageFiles, .. sources.Files.Select(file => file.Counts)];
        if (Refuse(others) is { } refusedToo)
        {
            return refusedToo;
        }

        _notes.AddRange(mapping.Unmet().Select(header => new InputFault(
            "", 0, "", $"--mapping: no file has the column '{header}', so that its line has no effect.", $"--mapping：没有文件有“{header}”列，这一行不起作用。")));
        return Conclude(context, checks, changes, sources, timeliness, matched, loader, [.. loader.Files, .. others], inputs.Ignored, asOfFrom);
    }

    private void ReadChanges(ChangeReader changes, CheckRun checks, CheckContext context)
    {
        Report(VerificationStage.ReadingChanges, 0);
        changes.Fold(context.Register, checks.FoldChanges, cancellation);
        checks.SettleChanges(context);
        _clock.End("read changes");
    }

    private long[] ReadSources(SourceReader sources, CheckRun checks, CheckContext context, Timeliness timeliness)
    {
        long[] matched = new long[24];
        sources.Fold(
            context.Register,
            checks.Fields,
            batch =>
            {
                Interlocked.Add(ref matched[batch.Category], batch.Count - batch.Rows.Count(-1));
                timeliness.Fold(batch);
                checks.Fold(context, batch);
            },
            share => Report(VerificationStage.ReadingSources, share),
            cancellation);
        checks.Settle(context);
        _clock.End("read sources");
        return matched;
    }

    private VerificationResult Conclude(
        CheckContext context, CheckRun checks, ChangeReader changes, SourceReader sources, Timeliness timeliness, long[] matched,
        RegisterLoader loader, FileCounts[] files, IReadOnlyList<string> ignored, string asOfFrom)
    {
        RowGroups groups = new();
        List<FindingSink> sinks = checks.Decide(context, groups, share => Report(VerificationStage.Deciding, share));
        Silence[] silences = [.. checks.Checks.Select(check => new Silence(check, context))];
        for (int i = 0; i < silences.Length; i++)
        {
            if (silences[i].HidesAny)
            {
                sinks.ForEach(sink => sink.Remove(checks.Checks[i], silences[i]));
            }
        }

        _clock.End("decide");
        FindingList findings = new(context.Register, groups, sinks, request.Threads);
        _clock.End("sort findings");

        Report(VerificationStage.FetchingEvidence, 0);
        SourceExcerpts excerpts = new(References(findings), request.Threads);
        sources.Fetch(excerpts, EvidenceByCategory(findings, checks), cancellation);
        changes.Fetch(excerpts, cancellation);
        _clock.End("fetch evidence");

        DivisionFigures figures = new(context.Register, findings, timeliness, checks.Checks.Select(check => check.Id));
        Metrics metrics = new()
        {
            AsOf = context.AsOf,
            AsOfFrom = asOfFrom,
            Versions = new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["qingce"] = typeof(Run).Assembly.GetName().Version!.ToString(3),
                ["linkageModel"] = RegisterModel.Default.Version,
                ["catalogue"] = IndicatorCatalogue.National.Version.ToString(System.Globalization.CultureInfo.InvariantCulture),
            },
            Files = MetricsMaker.Files(files),
            IgnoredFiles = ignored,
            Notes = MetricsMaker.Notes(_notes.Concat(files.SelectMany(file => file.Notes))),
            Only = checks.Checks.Count < IndicatorCatalogue.National.Indicators.Count ? [.. checks.Checks.Select(check => IndicatorNames.Of(check.Id))] : null,
            Register = MetricsMaker.Register(context.Register, loader.Files),
            Sources = MetricsMaker.Sources(sources.Files, matched, context.Coverage),
            Indicators = MetricsMaker.Indicators(checks.Checks, silences, findings, figures),
            Divisions = figures.Counties,
            Total = figures.Total,
            Scoring = Scores.Published,
            Columns = MetricsMaker.Columns(loader.Profiles),
            Parameters = MetricsMaker.Parameters(request.Parameters),
        };
        _clock.End("count");
        for (int i = 0; i < checks.Checks.Count; i++)
        {
            _clock.Add(IndicatorNames.Of(checks.Checks[i].Id), checks.Milliseconds(i));
        }

        return new VerificationResult(
            metrics, context.Register, findings, () => new FindingRenderer(findings, context.Register, excerpts, checks.Checks, context.AsOf),
            [.. files.SelectMany(file => file.Rejects.InOrder)], [.. files.SelectMany(file => file.Unread.InOrder)], _clock.Timings, request.Threads);
    }

    private (DateOnly AsOf, string From) FindAsOf(SourceReader sources, RegisterStore register)
    {
        if (request.AsOf is { } given)
        {
            return (given, "argument");
        }

        if (sources.ReadRecorded(cancellation).Latest() is var (day, mistaken, latestOfAll))
        {
            if (mistaken > 0)
            {
                _notes.Add(new InputFault(
                    "", 0, "recorded_at",
                    FormattableString.Invariant($"recorded_at: {mistaken} source rows are dated long after all the others, up to {DayNumber.ToDate(latestOfAll):yyyy-MM-dd}, which is taken as a mistake; the day looked back from is {DayNumber.ToDate(day):yyyy-MM-dd}. Give another with --as-of."),
                    FormattableString.Invariant($"记录日期：有 {mistaken} 条来源记录的日期远在其余记录之后（最晚 {DayNumber.ToDate(latestOfAll):yyyy-MM-dd}），视为误填；核验基准日取 {DayNumber.ToDate(day):yyyy-MM-dd}，可用 --as-of 另行指定。")));
            }

            return (DayNumber.ToDate(day), "recorded_at");
        }

        int latest = Math.Max(
            register.RegisteredOn.DefaultIfEmpty(RegisterStore.NoDay).Max(),
            Math.Max(register.MovedInOn.DefaultIfEmpty(RegisterStore.NoDay).Max(), register.CancelledOn.DefaultIfEmpty(RegisterStore.NoDay).Max()));
        return latest != RegisterStore.NoDay
            ? (DayNumber.ToDate(latest), "register")
            : throw InputFaultException.Of(
                "",
                "nothing tells which day to look back from: there are no sources and no dates of registration. Give it with --as-of.",
                "没有来源记录，也没有登记日期，无法确定核验基准日，请用 --as-of 指定。");
    }

    private VerificationResult? Refuse(IReadOnlyList<FileCounts> files)
    {
        IReadOnlyList<InputFault> faults = InputCheck.TooManyRejects(files, request.MaxRejectShare);
        return faults.Count == 0 ? null : new VerificationResult(VerificationOutcome.TooManyRejects, faults);
    }

    /// <summary>The fields to fetch of each category: those that the indicators whose findings rest on it quote.</summary>
    private static IReadOnlyList<string>[] EvidenceByCategory(FindingList findings, CheckRun checks)
    {
        int[] indicators = new int[32];
        foreach (ref readonly Suspicion suspicion in findings.Suspicions)
        {
            indicators[suspicion.Source.Category] |= 1 << (int)suspicion.Indicator;
            indicators[suspicion.OtherSource.Category] |= 1 << (int)suspicion.Indicator;
        }

        return [.. indicators.Select(set => checks.EvidenceOf(check => (set >> (int)check.Id & 1) != 0))];
    }

    private static IEnumerable<SourceRef> References(FindingList findings)
    {
        for (int i = 0; i < findings.Suspicions.Length; i++)
        {
            yield return findings.Suspicions[i].Source;
            yield return findings.Suspicions[i].OtherSource;
        }
    }

    private void Report(VerificationStage stage, double share) => progress?.Report(new VerificationProgress(stage, share));
}

/// <summary>Tells of the search for duplicates as a stage of the verification.</summary>
internal sealed class LinkingProgress(IProgress<VerificationProgress> progress) : IProgress<double>
{
    public void Report(double value) => progress.Report(new VerificationProgress(VerificationStage.Linking, value));
}
