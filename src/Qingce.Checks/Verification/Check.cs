using Qingce.Checks.Findings;
using Qingce.Checks.Indicators;
using Qingce.Checks.Sources;

namespace Qingce.Checks.Verification;

/// <summary>
/// One indicator at work over a whole register. The run makes one instance and calls, in this order: <see cref="Begin"/> once;
/// <see cref="FoldChanges"/> for every batch, from several threads; <see cref="SettleChanges"/> once; <see cref="Fold"/> for every batch,
/// from several threads; <see cref="Settle"/> once; <see cref="Decide"/> for every range of rows, from several threads; <see cref="Conclude"/> once; and, for findings that are written,
/// <see cref="Explain"/> from several threads. What a fold keeps must not depend on the order of batches: keep the largest or smallest with
/// Interlocked, or lists per lane that <see cref="Settle"/> sorts. What is called once is called of several checks side by side, so a check
/// changes nothing but itself and its sink.
/// </summary>
internal abstract class Check
{
    public abstract Indicator Id { get; }

    /// <summary>Names of the causes, as in evidence and metrics; a suspicion's cause is a position in this list.</summary>
    public abstract IReadOnlyList<string> Causes { get; }

    /// <summary>The source categories it reads, with the fields; a category not named is not given to <see cref="Fold"/>.</summary>
    public virtual IReadOnlyList<SourceNeed> Sources => [];

    /// <summary>The fields of source rows and changes (by English header) that <see cref="Explain"/> quotes, beside source_record_id.</summary>
    public virtual IReadOnlyList<string> Evidence => [];

    /// <summary>Whether <see cref="Explain"/> begins the evidence of its causes itself, as of a pair with several comparisons.</summary>
    public virtual bool NamesItsCauses => false;

    /// <summary>Whether it reads the past changes.</summary>
    public virtual bool ReadsChanges => false;

    /// <summary>Optional register columns, with the causes that cannot be found without them.</summary>
    public virtual IReadOnlyList<ColumnNeed> OptionalColumns => [];

    public virtual void Begin(CheckContext context)
    {
    }

    public virtual void FoldChanges(ChangeBatch batch)
    {
    }

    /// <summary>
    /// Sorts or joins what the folds of the changes have kept, before any source is read, so that the sources can be looked through for
    /// what the changes name. Called also when there are no changes.
    /// </summary>
    public virtual void SettleChanges(CheckContext context)
    {
    }

    public virtual void Fold(SourceBatch batch)
    {
    }

    /// <summary>Sorts or joins what the folds have kept.</summary>
    public virtual void Settle(CheckContext context)
    {
    }

    /// <summary>Decides on some rows and households; together the ranges cover the register once.</summary>
    public virtual void Decide(CheckContext context, RegisterRange range, FindingSink sink)
    {
    }

    /// <summary>Decides what needs the whole register at once.</summary>
    public virtual void Conclude(CheckContext context, FindingSink sink)
    {
    }

    /// <summary>Writes the sentence and the evidence of one suspicion. Allocates as little as it can: millions are written.</summary>
    public abstract void Explain(in Suspicion suspicion, Explanation explanation);
}

/// <summary>An optional register column a check needs.</summary>
/// <param name="Column">English header.</param>
/// <param name="Causes">The causes that are not looked for without it; empty for the whole indicator.</param>
internal readonly record struct ColumnNeed(string Column, params string[] Causes);

/// <summary>A part of the register: rows and households, each from the first up to but not including the end.</summary>
internal readonly record struct RegisterRange(int FirstRow, int EndRow, int FirstHousehold, int EndHousehold);
