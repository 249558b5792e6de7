using Qingce.Checks.Findings;
using Qingce.Checks.Registrations;

namespace Qingce.Checks.Sources;

/// <summary>The source rows and changes that findings rest on, fetched in one more reading. Safe for several readers.</summary>
internal sealed class SourceExcerpts
{
    private readonly Dictionary<SourceRef, int> _numbers = [];
    private readonly Dictionary<string, int>[] _fields = [.. Enumerable.Range(0, 32).Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
    private readonly TextPool _texts = new();

    public SourceExcerpt this[SourceRef reference] => throw new NotSupportedException($"{reference} {_numbers.Count} {_fields.Length} {_texts.Count}");
}
