using System.Text;
using Qingce.Checks.Loading;
using Qingce.Checks.Registrations;
using Qingce.Exchange.Codes;
using Qingce.Exchange.Files;
using Qingce.Tables;

namespace Qingce.Checks.Sources;

internal sealed partial class ChangeBatch
{
    private static readonly Dictionary<string, ChangedField> FieldWords = MakeFieldWords();

    private readonly CellReader<int> _dayReader = new(CellParsers.Day, remembers: false);
    private readonly CellReader<ChangedField> _fieldReader = new(FieldOf, remembers: true);
    private readonly CellReader<RegistrationReason> _reasonReader = new(CellParsers.Code(CodeLists.RegistrationReasons), remembers: true);
    private readonly CellReader<DocumentKind> _documentKindReader = new(CellParsers.Code(CodeLists.DocumentKinds), remembers: true);
    private readonly TextColumn?[] _texts = new TextColumn?[FileShapes.Changes.Count];
    private int[] _rows = [];
    private int[] _changedDays = [];
    private ChangedField[] _fields = [];
    private RegistrationReason[] _reasons = [];
    private DocumentKind[] _documentKinds = [];
    private Batch? _batch;
    private int _part;

    public ChangeBatch(RegisterStore register, int lane)
    {
        Register = register;
        Lane = lane;
    }

    // The positions of the columns in FileShapes.Changes.
    private enum Column
    {
        RegistrationId,
        ChangedOn,
        Field,
        OldValue,
        NewValue,
        Reason,
        DocumentKind,
        DocumentNumber,
        Handler,
        Agent,
    }

    /// <summary>Takes the next batch; its columns stand at their positions in <see cref="FileShapes.Changes"/>, null where the file has none.</summary>
    internal void Begin(Batch batch, int part, Tables.Column?[] columns, FileCounts counts)
    {
        _batch = batch;
        _part = part;
        Count = batch.RowCount;
        if (_rows.Length < Count)
        {
            int room = Count + Count / 4;
            _rows = new int[room];
            _changedDays = new int[room];
            _fields = new ChangedField[room];
            _reasons = new RegistrationReason[room];
            _documentKinds = new DocumentKind[room];
        }

        for (int i = 0; i < _texts.Length; i++)
        {
            _texts[i] = columns[i] as TextColumn;
        }

        Read(Column.ChangedOn, _dayReader, _dayReader.ReadDays(columns[(int)Column.ChangedOn], Count, _changedDays));
        Read(Column.Field, _fieldReader, _fieldReader.Read(columns[(int)Column.Field], Count, _fields));
        _reasonReader.Read(columns[(int)Column.Reason], Count, _reasons);
        Read(Column.DocumentKind, _documentKindReader, _documentKindReader.Read(columns[(int)Column.DocumentKind], Count, _documentKinds));
        Reject(columns, counts.Rejects);

        void Read(Column column, CellReader reader, int invalid)
        {
            // A change without its day is rejected as a whole.
            if (invalid > 0 && column != Column.ChangedOn)
            {
                counts.Unread.Add(batch, FileShapes.Changes[(int)column], columns[(int)column]!, reader, invalid);
            }
        }
    }

    private void Reject(Tables.Column?[] columns, Rejects rejects)
    {
        Unknown = 0;
        Span<byte> scratch = stackalloc byte[Tables.Column.ScratchLength];
        for (int row = 0; row < Count; row++)
        {
            ReadOnlySpan<byte> id = columns[(int)Column.RegistrationId]!.GetText(row, scratch);
            _rows[row] = Register.FindId(id);
            if (id.IsEmpty)
            {
                rejects.Add(_batch!.RowNumber(row), "registration_id", default,
                    "the change names no registration. Fill registration_id.", "变更记录缺少登记编号，请补填。");
            }
            else if (_changedDays[row] == RegistrationRow.NoDay)
            {
                _rows[row] = -1;
                rejects.Add(_batch!.RowNumber(row), "changed_on", columns[(int)Column.ChangedOn]!.GetText(row, scratch),
                    "no day of the change. Write yyyy-MM-dd.", "变更日期不可读，应为 yyyy-MM-dd。");
            }
            else if (_rows[row] < 0)
            {
                Unknown++;
            }
        }
    }

    private ReadOnlySpan<byte> Text(Column column, int row) => _texts[(int)column] is { } text ? text[row] : default;

    private static CellState FieldOf(ReadOnlySpan<byte> text, out ChangedField field)
    {
        field = ChangedField.None;
        return text.IsEmpty ? CellState.Empty
            : FieldWords.TryGetValue(Encoding.UTF8.GetString(text).Trim(), out field) ? CellState.Read
            : CellState.Invalid;
    }

    private static Dictionary<string, ChangedField> MakeFieldWords()
    {
        Dictionary<string, ChangedField> words = new(StringComparer.OrdinalIgnoreCase)
        {
            ["registration"] = ChangedField.Registration,
            ["登记"] = ChangedField.Registration,
            ["户口登记"] = ChangedField.Registration,
        };
        foreach (FieldShape shape in FileShapes.Register)
        {
            ChangedField field = shape.Name switch
            {
                "name" => ChangedField.Name,
                "sex" => ChangedField.Sex,
                "birth_date" => ChangedField.BirthDate,
                "citizen_number" => ChangedField.CitizenNumber,
                "marital_status" => ChangedField.MaritalStatus,
                "relation" => ChangedField.Relation,
                "address" => ChangedField.Address,
                _ => ChangedField.Other,
            };
            words[shape.Name] = field;
            words.TryAdd(shape.Chinese, field);
        }

        return words;
    }
}
