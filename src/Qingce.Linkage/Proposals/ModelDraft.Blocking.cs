using System.Globalization;

namespace Qingce.Linkage;

/// <summary>The blocking rules of a draft: those of the kind of table, those that its columns allow, and what of them a large table can afford.</summary>
internal sealed partial class ModelDraft
{
    /// <summary>What a rule of too many pairs is narrowed by is hardly ever wrong, and hardly ever missing.</summary>
    private const double HardlyWrong = 0.98, MostlyThere = 0.99;
    private const long FewPairs = 4_000_000, SmallTable = 50_000;

    // A text file of which only a sample was read does not say how many rows it has.
    private string About => _sample.Rows < _sample.AllRows ? "about " : "";

    private string AboutInChinese => _sample.Rows < _sample.AllRows ? "约" : "";

    private LinkageModel Affordable(LinkageModel model, int[] compared)
    {
        var rules = new LargeRules(model.Blocking!, part => KeysOf(part, model.Columns ?? []), _sample);
        var large = rules.LeftOut();
        foreach (var (rule, pairs) in large)
        {
            _notes.Add(new Wording(
                string.Create(CultureInfo.InvariantCulture, $"The blocking rule '{rule.Name}' is left out: it would bring together about {pairs:N0} pairs of {About}{_sample.AllRows:N0} rows."),
                string.Create(CultureInfo.InvariantCulture, $"未采用分块规则“{rule.Name}”：它会从{AboutInChinese} {_sample.AllRows:N0} 行中得出约 {pairs:N0} 对。")));
        }

        var parting = _parts.FirstOrDefault(p => compared.Contains(p.Column) && p.Rule.Take is null && p.Stability >= HardlyWrong
            && p.Keys.Count(key => key != 0) >= MostlyThere * p.Keys.Length);
        BlockingRule[] kept = [.. model.Blocking!.Except(large.Select(l => l.Rule)).Select(rule => rules.Narrowed(rule, parting?.Rule))];
        _notes.AddRange(kept.Except(model.Blocking!).Select(rule => new Wording(
            $"The blocking rule '{rule.Name}' takes '{parting!.Rule.Column}' as well, without which it would bring together too many pairs.",
            $"分块规则“{rule.Name}”另加“{parting.Rule.Column}”，否则得出的记录对过多。")));
        return model with { Blocking = kept };
    }

    // The rules that a proposer brings along take parts that no column proposed as its own.
    private ulong[] KeysOf(RulePart part, IReadOnlyList<ModelColumn> columns)
    {
        if (_parts.FirstOrDefault(p => p.Rule == part) is { } known)
        {
            return known.Keys;
        }

        var column = columns.First(c => c.Name == part.Column);
        var values = _sample.Columns[_at[Array.FindIndex(_columns, c => c.Name == part.Column)]];
        var (cells, keys) = values.Clean(_vocabulary.KindOf(column), part.Take is null ? [] : [_vocabulary.Derivation(part.Take)], _parallel);
        return part.Take is null ? cells : keys[0];
    }

    // In small tables the rules that a proposer leaves out cost little, and find rows that lack what its own rules take.
    private LinkageModel WithRules(LinkageModel completed, IReadOnlyList<BlockingRule>? rules, int[] compared)
    {
        if (completed.Blocking is null || ReferenceEquals(completed.Blocking, rules))
        {
            return completed with { Blocking = rules ?? Rules(compared) };
        }

        BlockingRule[] others = [.. (rules ?? []).Where(rule => !completed.Blocking.Any(r => r.Name == rule.Name))];
        var added = completed.Blocking.Count + others.Length - (rules?.Count ?? 0);
        if (added > 0)
        {
            _notes.Add(new Wording(
                $"Blocking rules of the kind of table{(rules is null ? "" : " beside these")}: {added}. Whichever one value is wrong, another rule brings two records of one entity together.",
                $"按表的种类{(rules is null ? "" : "另")}用分块规则 {added} 条：无论哪一项有误，仍有别的规则把同一实体的两条记录放在一起比较。"));
        }

        return completed with { Blocking = [.. completed.Blocking, .. others] };
    }

    private IReadOnlyList<BlockingRule> Rules(int[] compared)
    {
        if (_sample.AllRows <= _options.AllPairs)
        {
            _notes.Add(new Wording($"Every pair of the {_sample.AllRows} rows is compared.", $"{_sample.AllRows} 行两两比较。"));
            return [new BlockingRule { Parts = [] }];
        }

        var bound = _options.MostPairs ?? Math.Max(FewPairs, 6 * _sample.AllRows);
        var parts = _parts.Where(p => compared.Contains(p.Column)).ToArray();
        var (rules, pairs, coverage) = new RuleChoice(parts, _sample, _parallel).Choose(bound);
        if (rules.Count == 0)
        {
            throw new LinkageModelException(
                $"No blocking rule of these columns stays under {bound:N0} pairs; allow more, or write a model with rules of its own.",
                $"用这些列得不出少于 {bound:N0} 对的分块规则；请放宽上限，或自行编写带规则的模型。");
        }

        _notes.Add(new Wording(
            string.Create(CultureInfo.InvariantCulture, $"{(rules.Count == 1 ? "1 blocking rule brings" : $"{rules.Count} blocking rules bring")} together about {pairs:N0} pairs of {About}{_sample.AllRows:N0} rows, and {100 * coverage:0.0}% of invented second records with many errors."),
            string.Create(CultureInfo.InvariantCulture, $"{rules.Count} 条分块规则从{AboutInChinese} {_sample.AllRows:N0} 行中得出约 {pairs:N0} 对，能找到 {100 * coverage:0.0}% 带有许多差错的虚构第二条记录。")));
        return rules;
    }
}
