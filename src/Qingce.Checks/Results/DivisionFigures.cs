using System.Globalization;
using Qingce.Checks.Findings;
using Qingce.Checks.Indicators;
using Qingce.Checks.Registrations;
using Qingce.Standards;

namespace Qingce.Checks.Results;

/// <summary>Counts registrations by county and turns the counts into rate, colour and stars. See docs/guide/figures.md.</summary>
internal sealed class DivisionFigures
{
    private const int IndicatorCount = 13;

    // The indicators whose reportable findings make a registration suspected; I07 and I08 are reported beside them.
    private const int SuspectingMask = (1 << IndicatorCount) - 2 - (1 << (int)Indicator.I07) - (1 << (int)Indicator.I08);

    private readonly RegisterStore _register;
    private readonly Timeliness _timeliness;
    private readonly int _lookedAt;
    private readonly ushort[] _indicatorsOfRow;
    private readonly SortedDictionary<int, Counts> _counties = [];
    private readonly long[] _registrations = new long[IndicatorCount];

    public DivisionFigures(RegisterStore register, FindingList findings, Timeliness timeliness, IEnumerable<Indicator> lookedAt)
    {
        _register = register;
        _timeliness = timeliness;
        _lookedAt = lookedAt.Aggregate(0, (set, indicator) => set | 1 << (int)indicator);
        _indicatorsOfRow = new ushort[register.Count];
        List<int> rows = [];
        foreach (ref readonly FindingList.Entry entry in findings.Entries)
        {
            if (entry.IsReportable)
            {
                findings.Rows(findings.Of(entry)[0], rows);
                foreach (int row in rows)
                {
                    _indicatorsOfRow[row] |= (ushort)(1 << (int)entry.Indicator);
                }
            }
        }

        Count();
    }

    /// <summary>Living registrations with a reportable finding of an indicator.</summary>
    public long Registrations(Indicator indicator) => _registrations[(int)indicator];

    public IReadOnlyList<DivisionMetrics> Counties =>
        [.. _counties.Where(county => county.Value.Living > 0).Select(county => Figures(county.Key, county.Value, _timeliness.Of(county.Key)))];

    public DivisionMetrics Total
    {
        get
        {
            Counts total = new();
            (long Events, long InTime) timely = (0, 0);
            foreach ((int code, Counts county) in _counties)
            {
                total.Add(county);
                (long events, long inTime) = _timeliness.Of(code);
                timely = (timely.Events + events, timely.InTime + inTime);
            }

            return Figures(0, total, timely);
        }
    }

    private void Count()
    {
        Dictionary<int, Counts> byDivision = [];
        for (int row = 0; row < _register.Count; row++)
        {
            if (!_register.IsLiving(row))
            {
                continue;
            }

            int division = _register.DivisionIds[row];
            if (!byDivision.TryGetValue(division, out Counts? counts))
            {
                int county = _register.Divisions[division].County;
                if (!_counties.TryGetValue(county, out counts))
                {
                    _counties.Add(county, counts = new Counts());
                }

                byDivision.Add(division, counts);
            }

            counts.Living++;
            counts.Filled += Completeness.FilledCells(_register, row);
            int indicators = _indicatorsOfRow[row];
            counts.Suspected += (indicators & SuspectingMask) != 0 ? 1 : 0;
            for (int rest = indicators; rest != 0; rest &= rest - 1)
            {
                int indicator = System.Numerics.BitOperations.TrailingZeroCount(rest);
                counts.Indicators[indicator]++;
                _registrations[indicator]++;
            }
        }
    }

    private bool LooksAt(Indicator indicator) => (_lookedAt >> (int)indicator & 1) != 0;

    private DivisionMetrics Figures(int code, Counts counts, (long Events, long InTime) timely)
    {
        // A rate of some of the errors, and a rating by it, would say that the rest is in order.
        bool rated = (_lookedAt & SuspectingMask) == SuspectingMask;
        double rate = counts.Living == 0 ? 0 : (double)counts.Suspected / counts.Living;
        double accuracy = Scores.Accuracy(rate);
        double completeness = counts.Living == 0 ? 100 : 100.0 * counts.Filled / (counts.Living * (double)Completeness.Cells);
        double? timeliness = timely.Events == 0 ? null : 100.0 * timely.InTime / timely.Events;
        double score = Scores.Score(accuracy, completeness, timeliness);
        Division? division = null;
        bool known = code != 0 && Divisions.TryFind(code, out division);
        SortedDictionary<string, long> indicators = new(StringComparer.Ordinal);
        for (int i = 1; i < IndicatorCount; i++)
        {
            if (counts.Indicators[i] > 0)
            {
                indicators.Add(IndicatorNames.Of((Indicator)i), counts.Indicators[i]);
            }
        }

        return new DivisionMetrics(
            code == 0 ? "" : code.ToString(CultureInfo.InvariantCulture),
            known ? division!.Name : "",
            known ? division!.ProvinceName : Divisions.TryFind(code / 10_000 * 10_000, out Division? province) ? province.Name : "",
            known ? division!.CityName : "",
            counts.Living, counts.Suspected, null, rated ? Math.Round(rate, 6) : null, rated ? Scores.Colour(counts.Suspected, counts.Living) : null,
            "suspected", rated ? Scores.Stars(score) : null, rated ? Math.Round(score, 2) : null, rated ? Math.Round(accuracy, 2) : null,
            Math.Round(completeness, 2),
            timeliness is { } share ? Math.Round(share, 2) : null,
            LooksAt(Indicator.I07) ? counts.Indicators[(int)Indicator.I07] : null,
            LooksAt(Indicator.I08) ? counts.Indicators[(int)Indicator.I08] : null, indicators);
    }

    private sealed class Counts
    {
        public long Living;
        public long Suspected;
        public long Filled;

        public long[] Indicators { get; } = new long[IndicatorCount];

        public void Add(Counts other)
        {
            Living += other.Living;
            Suspected += other.Suspected;
            Filled += other.Filled;
            for (int i = 0; i < IndicatorCount; i++)
            {
                Indicators[i] += other.Indicators[i];
            }
        }
    }
}
