using Qingce.Checks.Findings;
using Qingce.Checks.Registrations;
using Qingce.Checks.Results;
using Qingce.Exchange.Catalogue;

namespace Qingce.Checks.Verification;

/// <summary>What a check cannot look for because a column or a category is not there.</summary>
internal sealed class Silence
{
    private readonly HashSet<string> _causes = new(StringComparer.Ordinal);
    private readonly bool _everything;

    public Silence(Check check, CheckContext context)
    {
        List<SilencedMetrics> messages = [];
        foreach (ColumnNeed need in check.OptionalColumns)
        {
            RegisterColumn column = Enum.GetValues<RegisterColumn>().First(column => column.Header() == need.Column);
            if (!context.Register.Has(column))
            {
                _everything |= need.Causes.Length == 0;
                _causes.UnionWith(need.Causes);
                messages.Add(new SilencedMetrics("column", need.Column, need.Causes));
            }
        }

        if (check.ReadsChanges && !context.HasChanges)
        {
            messages.Add(new SilencedMetrics("changes", "changes", []));
        }

        foreach (int category in check.Sources.Select(need => need.Category).Distinct().Order())
        {
            if (context.SourceRows[category] == 0)
            {
                messages.Add(new SilencedMetrics("source", SourceCatalogue.National[category].FileName, []));
            }
        }

        Messages = messages;
    }

    public IReadOnlyList<SilencedMetrics> Messages { get; }

    /// <summary>Whether a suspicion rests on a column that is not there.</summary>
    public bool Hides(Check check, in Suspicion suspicion) => _everything || _causes.Contains(check.Causes[suspicion.Cause]);

    public bool HidesAny => _everything || _causes.Count > 0;
}
