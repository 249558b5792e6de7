using Qingce.Exchange.Codes;
using Qingce.Exchange.Files;
using Qingce.Tables;

namespace Qingce.Simulation.Writing;

/// <summary>One past change.</summary>
internal ref struct ChangeRow
{
    public ReadOnlySpan<byte> Registration;
    public int ChangedOn;
    public ChangeField Field;
    public ReadOnlySpan<byte> Old;
    public ReadOnlySpan<byte> New;
    public RegistrationReason Registered;
    public ReadOnlySpan<byte> Reason;
    public DocumentKind Document;
    public ReadOnlySpan<byte> DocumentNumber;
    public ReadOnlySpan<byte> Handler;
    public ReadOnlySpan<byte> Agent;
}

/// <summary>The register column that changed, or the registration itself.</summary>
internal enum ChangeField
{
    Registration,
    Name,
    BirthDate,
    CitizenNumber,
    Sex,
    MaritalStatus,
    Address,
}

/// <summary>The past changes of the register of a county.</summary>
internal sealed class ChangeSheet
{
    private static readonly TextCodes Fields = new(["registration", "name", "birth_date", "citizen_number", "sex", "marital_status", "address"]);

    private readonly BatchBuilder _batch = new(Schema);

    /// <summary>The columns; one object, because all counties go into one file.</summary>
    public static TableSchema Schema { get; } = new(FileShapes.Changes.Select(field => field.Name switch
    {
        "changed_on" => ColumnSpec.Date(field.Name),
        "field" => ColumnSpec.Coded(field.Name, Fields),
        "document_kind" => ColumnSpec.Coded(field.Name, Codes.Documents),
        "reason" or "handler" or "agent" => ColumnSpec.Text(field.Name, repeats: true),
        _ => ColumnSpec.Text(field.Name),
    }));

    public BatchBuilder Batch => _batch;

    public void Begin() => _batch.Clear();

    public void Add(in ChangeRow row)
    {
        _batch.Text(0).Append(row.Registration);
        _batch.Date(1).Append(row.ChangedOn);
        _batch.Text(2).AppendCode((int)row.Field);
        Text(3, row.Old);
        Text(4, row.New);
        Text(5, row.Field == ChangeField.Registration ? Codes.Reasons[(int)row.Registered] : row.Reason);
        if (row.Document == DocumentKind.None)
        {
            _batch[6].AppendNull();
        }
        else
        {
            _batch.Text(6).AppendCode((int)row.Document);
        }

        Text(7, row.DocumentNumber);
        Text(8, row.Handler);
        Text(9, row.Agent);
    }

    private void Text(int column, ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            _batch[column].AppendNull();
        }
        else
        {
            _batch.Text(column).Append(text);
        }
    }
}
