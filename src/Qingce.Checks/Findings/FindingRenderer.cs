using Qingce.Checks.Indicators;
using Qingce.Checks.Registrations;
using Qingce.Checks.Sources;
using Qingce.Checks.Verification;

namespace Qingce.Checks.Findings;

/// <summary>Turns findings into sentences and evidence. For one thread at a time; several renderers may work side by side.</summary>
internal sealed class FindingRenderer
{
    private readonly FindingList _findings;
    private readonly Check?[] _checks = new Check?[16];
    private readonly Explanation _explanation;
    private readonly FindingId _identifier;
    private readonly List<int> _rows = [];
    private readonly List<int> _sorted = [];
    private readonly Utf8Writer _ids = new();
    private readonly Utf8Writer _id = new();

    public FindingRenderer(FindingList findings, RegisterStore register, SourceExcerpts excerpts, IReadOnlyList<Check> checks, DateOnly asOf)
    {
        _findings = findings;
        _identifier = new FindingId(register);
        _explanation = new Explanation(register, excerpts, asOf);
        foreach (Check check in checks)
        {
            _checks[(int)check.Id] = check;
        }
    }

    public ReadOnlySpan<byte> Id => _id.Written;

    public ReadOnlySpan<byte> RegistrationIds => _ids.Written;

    public ReadOnlySpan<byte> Evidence => _explanation.EvidenceText;

    public ReadOnlySpan<byte> Chinese => _explanation.ChineseText;

    public ReadOnlySpan<byte> English => _explanation.EnglishText;

    public ProblemClass Class { get; private set; }

    public TaskKind Task { get; private set; }

    /// <summary>Renders one finding; the texts are good until the next.</summary>
    public void Render(in FindingList.Entry entry)
    {
        ReadOnlySpan<Suspicion> suspicions = _findings.Of(entry);
        _findings.Rows(suspicions[0], _rows);
        _sorted.Clear();
        _sorted.AddRange(_rows);
        _identifier.Sort(_sorted);
        _ids.Clear();
        _identifier.WriteIds(_sorted, _ids);
        _id.Clear();
        FindingId.Write(entry.Id, _id);

        Check check = _checks[(int)entry.Indicator]!;
        _explanation.Begin(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_rows));
        float strongest = -1;
        foreach (ref readonly Suspicion suspicion in suspicions)
        {
            // Class and task are those of the strongest cause that counts.
            float strength = suspicion.Weight + (suspicion.IsReportable ? 100 : 0);
            if (strength > strongest)
            {
                strongest = strength;
                Class = suspicion.Class;
                Task = suspicion.Task;
            }

            if (!check.NamesItsCauses)
            {
                _explanation.Cause(check.Causes[suspicion.Cause], suspicion.Weight);
            }

            check.Explain(suspicion, _explanation);
        }

        _explanation.End();
    }

    public RenderedFinding ToRecord(in FindingList.Entry entry)
    {
        Render(entry);
        return new RenderedFinding(
            Text(Id), entry.Indicator, Class, Math.Round(entry.Weight, 1), entry.IsReportable, Text(RegistrationIds), Text(Evidence), Text(Chinese),
            Text(English), Task);
    }

    private static string Text(ReadOnlySpan<byte> utf8) => System.Text.Encoding.UTF8.GetString(utf8);
}
