namespace Qingce.Linkage;

/// <summary>What the model of an index says of its rows: how they are cleaned, blocked, compared and counted.</summary>
internal sealed class IndexScheme
{
    /// <summary>Looks up what a model names.</summary>
    /// <exception cref="LinkageModelException">The model has no columns or rules, or names what there is not.</exception>
    public IndexScheme(LinkageModel model, LinkageVocabulary vocabulary)
    {
        model.Validate();
        if (model.Columns is not { Count: > 0 and <= 31 } columns || model.Blocking is not { Count: > 0 })
        {
            throw new LinkageModelException(
                $"Model '{model.Name}': an index needs 1 to 31 columns and at least one blocking rule.", $"模型“{model.Name}”：索引须有 1 至 31 列，且至少一条分块规则。");
        }

        if (model.Blocking.FirstOrDefault(r => r.Window is not null) is { } window)
        {
            throw new LinkageModelException(
                $"Model '{model.Name}': an index cannot keep the rule '{window.Name}', for each new row would move the places of others. Leave it out of the model of the index.",
                $"模型“{model.Name}”：索引无法保存规则“{window.Name}”，因为每条新记录都会移动其他记录的位置。请从索引的模型中去掉它。");
        }

        Model = model;
        Columns = columns;
        Width = LinkTable.WidthOf(columns.Count);
        Kinds = [.. columns.Select(vocabulary.KindOf)];
        Comparer = new RowComparer(model, columns, vocabulary);
        Blocking = new RowBlocking(model, columns, vocabulary);
        Grader = new RowGrader(Comparer);
        Frequencies = new TermFrequencies(model, columns, Comparer);
        Counted = Frequencies.Columns;
    }

    public LinkageModel Model { get; }

    public IReadOnlyList<ModelColumn> Columns { get; }

    public int Width { get; }

    public ColumnKind[] Kinds { get; }

    public RowComparer Comparer { get; }

    public RowGrader Grader { get; }

    public RowBlocking Blocking { get; }

    public TermFrequencies Frequencies { get; }

    /// <summary>The columns whose values are counted, ascending.</summary>
    public int[] Counted { get; }
}
