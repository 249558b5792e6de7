using Qingce.Cli.Results;

namespace Qingce.Cli.Report;

/// <summary>All that one registration, one past change or one source row says in the evidence of a finding.</summary>
/// <param name="Of">registration, changes or the name of a source category's file.</param>
/// <param name="Id">The id of it; of a change that of the registration it changed.</param>
internal sealed record EvidenceColumn(string Of, string Id)
{
    /// <summary>By field.</summary>
    public Dictionary<string, EvidenceValue> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// Arranges values in columns: registrations first. Several changes of one registration bear one id; a value that contradicts what
    /// a column says begins another.
    /// </summary>
    public static List<EvidenceColumn> Arrange(IEnumerable<EvidenceValue> values)
    {
        List<EvidenceColumn> columns = [];
        foreach (EvidenceValue value in values)
        {
            EvidenceColumn? column = columns.FindLast(column => column.Of == value.Of && column.Id == value.Id);
            if (column is null || (column.Values.TryGetValue(value.Field, out EvidenceValue? said) && said.Value != value.Value))
            {
                columns.Add(column = new EvidenceColumn(value.Of, value.Id));
            }

            column.Values[value.Field] = value;
        }

        return [.. columns
            .DistinctBy(column => (column.Of, column.Id, string.Join('\n', column.Values.Values.Select(value => value.Field + value.Value).Order(StringComparer.Ordinal))))
            .OrderBy(column => column.Of switch { "registration" => 0, "changes" => 1, _ => 2 })
            .ThenBy(column => column.Of, StringComparer.Ordinal)
            .ThenBy(column => column.Id, StringComparer.Ordinal)];
    }
}
