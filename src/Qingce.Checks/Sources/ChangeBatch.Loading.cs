using Qingce.Checks.Registrations;
using Qingce.Exchange.Codes;
using Qingce.Tables;

namespace Qingce.Checks.Sources;

internal sealed partial class ChangeBatch
{
    private readonly TextColumn?[] _texts = new TextColumn?[6];
    private readonly int[] _rows = [];
    private readonly int[] _changedDays = [];
    private readonly ChangedField[] _fields = [];
    private readonly RegistrationReason[] _reasons = [];
    private readonly DocumentKind[] _documentKinds = [];
    private readonly Batch _batch;
    private readonly int _part;

    public ChangeBatch(RegisterStore register, Batch batch, int part, int lane)
    {
        Register = register;
        _batch = batch;
        _part = part;
        Lane = lane;
    }

    private enum Column
    {
        OldValue,
        NewValue,
        Reason,
        DocumentNumber,
        Handler,
        Agent,
    }

    private ReadOnlySpan<byte> Text(Column column, int row) => _texts[(int)column] is { } text ? text[row] : default;
}
