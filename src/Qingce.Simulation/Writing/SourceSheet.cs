using Qingce.Exchange.Catalogue;
using Qingce.Exchange.Codes;
using Qingce.Exchange.Files;
using Qingce.Tables;

namespace Qingce.Simulation.Writing;

/// <summary>What a source row says beyond who, what and when. Empty texts and zeros are left out.</summary>
internal ref struct SourceRow
{
    public EventKind Kind;
    public int Date;
    public int Recorded;
    public ReadOnlySpan<byte> Number;
    public ReadOnlySpan<byte> Name;
    public byte Sex;
    public int Birth;
    public byte Relation;
    public ReadOnlySpan<byte> CounterpartNumber;
    public ReadOnlySpan<byte> CounterpartName;
    public long Division;
    public ReadOnlySpan<byte> Address;
    public DocumentKind Document;
    public ReadOnlySpan<byte> DocumentNumber;
    public int IssuedOn;
    public int ValidUntil;
    public SourceStatus Status;
    public long EventPlace;
}

/// <summary>The rows of one category of a county.</summary>
internal sealed class SourceSheet
{
    private readonly BatchBuilder _batch;
    private readonly DivisionCodes _divisions;
    private readonly bool[] _carried;
    private readonly int _category;
    private readonly int _department;
    private long _next;

    public SourceSheet(SourceCategory category, DivisionCodes divisions)
    {
        _category = category.Number;
        _divisions = divisions;
        _department = 0;
        while (SourceCatalogue.National.Departments[_department].Id != category.Department)
        {
            _department++;
        }

        _batch = new BatchBuilder(Schema);
        string[] always = ["source", "source_record_id", "event_kind", "event_date", "recorded_at"];
        _carried = [.. FileShapes.Source.Select(field => always.Contains(field.Name) || category.Must.Contains(field.Name) || category.May.Contains(field.Name))];
    }

    /// <summary>The columns of all categories; one object, because all counties go into one file.</summary>
    public static TableSchema Schema { get; } = new(FileShapes.Source.Select(field => field.Name switch
    {
        "source" or "issuing_authority" => ColumnSpec.Text(field.Name, repeats: true),
        "event_kind" => ColumnSpec.Coded(field.Name, Codes.EventKinds),
        "sex" => ColumnSpec.Coded(field.Name, Codes.OneDigit),
        "ethnicity" or "relation" => ColumnSpec.Coded(field.Name, Codes.TwoDigits),
        "division" or "event_place" => ColumnSpec.Text(field.Name, repeats: true),
        "document_kind" => ColumnSpec.Coded(field.Name, Codes.Documents),
        "status" => ColumnSpec.Coded(field.Name, Codes.Statuses),
        _ when field.Kind is FieldKind.Date or FieldKind.BirthDate => ColumnSpec.Date(field.Name),
        _ => ColumnSpec.Text(field.Name),
    }));

    public BatchBuilder Batch => _batch;

    public long Rows { get; private set; }

    public void Begin(long firstRecord, TextCodes departments, TextCodes authorities)
    {
        _batch.Clear();
        _batch.Text(0).UseDictionary(departments);
        _batch.Text(16).UseDictionary(authorities);
        _batch.Text(12).UseDictionary(_divisions.Dictionary);
        _batch.Text(20).UseDictionary(_divisions.Dictionary);
        _next = firstRecord;
    }

    public void Add(in SourceRow row)
    {
        Span<byte> id = stackalloc byte[20];
        Scribe scribe = new(id);
        scribe.Digits(_category, 2);
        scribe.Digits(_next++, 14);
        Rows++;
        _batch.Text(0).AppendCode(_department);
        _batch.Text(1).Append(scribe.Text);
        _batch.Text(2).AppendCode((int)row.Kind);
        _batch.Date(3).Append(row.Date);
        Text(4, row.Number);
        Text(5, row.Name);
        Code(6, row.Sex);
        Day(7, row.Birth);
        Code(8, 0);
        Code(9, row.Relation);
        Text(10, row.CounterpartNumber);
        Text(11, row.CounterpartName);
        Code(12, row.Division == 0 ? 0 : _divisions[row.Division], row.Division != 0);
        Text(13, row.Address);
        Code(14, (int)row.Document);
        Text(15, row.DocumentNumber);
        Code(16, _department, row.IssuedOn != 0);
        Day(17, row.IssuedOn);
        Day(18, row.ValidUntil);
        Code(19, (int)row.Status);
        Code(20, row.EventPlace == 0 ? 0 : _divisions[row.EventPlace], row.EventPlace != 0);
        _batch.Date(22).Append(row.Recorded);
    }

    private void Text(int column, ReadOnlySpan<byte> text)
    {
        if (!_carried[column])
        {
            return;
        }

        if (text.IsEmpty)
        {
            _batch[column].AppendNull();
        }
        else
        {
            _batch.Text(column).Append(text);
        }
    }

    private void Code(int column, int code) => Code(column, code, code != 0);

    private void Code(int column, int code, bool isGiven)
    {
        if (!_carried[column])
        {
            return;
        }

        if (isGiven)
        {
            _batch.Text(column).AppendCode(code);
        }
        else
        {
            _batch[column].AppendNull();
        }
    }

    private void Day(int column, int day)
    {
        if (_carried[column])
        {
            _batch.Date(column).Append(day == 0 ? DateColumn.Null : day);
        }
    }
}
