using System.Runtime.CompilerServices;
using Qingce.Checks.Registrations;
using Qingce.Checks.Sources;

namespace Qingce.Checks.Findings;

/// <summary>
/// Where a check writes the sentence and the evidence of a suspicion. The evidence values come out in the order of the calls. Every name,
/// number, phone number or address that a sentence quotes must be given as a value too, so that a report can mask it.
/// </summary>
internal sealed partial class Explanation
{
    private readonly SourceExcerpts _excerpts;
    private int[] _rows = new int[16];
    private int _rowCount;
    private SourceRef _lastSource = SourceRef.None;
    private int _lastPlace = -1;

    public Explanation(RegisterStore register, SourceExcerpts excerpts, DateOnly asOf)
    {
        Register = register;
        _excerpts = excerpts;
        AsOf = asOf;
    }

    public RegisterStore Register { get; }

    public DateOnly AsOf { get; }

    /// <summary>The registrations of the finding: one; the pair as named; of a household the living ones; of a group all, by row.</summary>
    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, _rowCount);

    /// <summary>Room in which a sentence is put together.</summary>
    internal Utf8Writer Scratch { get; } = new();

    /// <summary>What a source row or change says; empty for a reference to nothing.</summary>
    public SourceExcerpt Source(SourceRef reference)
    {
        // A check quotes several fields of one row, one after another.
        if (reference != _lastSource)
        {
            _lastSource = reference;
            _lastPlace = _excerpts.Find(reference);
        }

        return _excerpts.At(reference.Category, _lastPlace);
    }

    /// <summary>Gives values of a registration as evidence, as they stand in the register; nothing for empty ones.</summary>
    /// <param name="row">Row of the register.</param>
    /// <param name="columns">Columns of the register.</param>
    public void Quote(int row, params ReadOnlySpan<RegisterColumn> columns)
    {
        foreach (RegisterColumn column in columns)
        {
            Scratch.Clear();
            Register.WriteValue(row, column, Scratch);
            WriteValue("registration"u8, Register.Id(row), column.Header(), Scratch.Written);
        }

        Scratch.Clear();
    }

    /// <summary>Gives fields of a source row or change as evidence, as they stand in the file; nothing for empty ones.</summary>
    /// <param name="reference">The row. A reference to nothing writes nothing.</param>
    /// <param name="fields">Its fields, by their English headers; must be named in <c>Check.Evidence</c>.</param>
    public void Quote(SourceRef reference, params ReadOnlySpan<string> fields)
    {
        if (reference.IsNone)
        {
            return;
        }

        SourceExcerpt excerpt = Source(reference);
        ReadOnlySpan<byte> of = reference.Category == SourceRef.ChangesCategory ? "changes"u8 : SourceFileNames.Of(reference.Category);
        ReadOnlySpan<byte> id = reference.Category == SourceRef.ChangesCategory ? excerpt["registration_id"] : excerpt["source_record_id"];
        foreach (string field in fields)
        {
            WriteValue(of, id, field, excerpt[field]);
        }
    }

    /// <summary>The sentence in Chinese, with its full stop.</summary>
    public void Chinese([InterpolatedStringHandlerArgument("")] ref Sentence sentence) => sentence.MoveTo(_chinese, ""u8);

    /// <summary>The sentence in English, with its full stop.</summary>
    public void English([InterpolatedStringHandlerArgument("")] ref Sentence sentence) => sentence.MoveTo(_english, " "u8);
}
