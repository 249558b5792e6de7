using Qingce.Checks.Findings;
using Qingce.Checks.Registrations;
using Qingce.Exchange.Catalogue;

namespace Qingce.Checks.Verification;

/// <summary>What a check cannot look for because a column or a category is not there.</summary>
internal sealed class Silence
{
    private readonly HashSet<string> _causes = new(StringComparer.Ordinal);
    private readonly bool _everything;

    public Silence(Check check, CheckContext context)
    {
        List<string> messages = [];
        foreach (ColumnNeed need in check.OptionalColumns)
        {
            RegisterColumn column = Enum.GetValues<RegisterColumn>().First(column => column.Header() == need.Column);
            if (!context.Register.Has(column))
            {
                _everything |= need.Causes.Length == 0;
                _causes.UnionWith(need.Causes);
                messages.Add(need.Causes.Length == 0
                    ? $"column {need.Column} missing: nothing is looked for"
                    : $"column {need.Column} missing: {string.Join(", ", need.Causes)} not looked for");
            }
        }

        if (check.ReadsChanges && !context.HasChanges)
        {
            messages.Add("no changes delivered: what rests on them is not looked for");
        }

        foreach (int category in check.Sources.Select(need => need.Category).Distinct().Order())
        {
            if (context.SourceRows[category] == 0)
            {
                messages.Add($"{SourceCatalogue.National[category].FileName} not delivered: what rests on it is not looked for");
            }
        }

        Messages = messages;
    }

    public IReadOnlyList<string> Messages { get; }

    /// <summary>Whether a suspicion rests on a column that is not there.</summary>
    public bool Hides(Check check, in Suspicion suspicion) => _everything || _causes.Contains(check.Causes[suspicion.Cause]);

    public bool HidesAny => _everything || _causes.Count > 0;
}
