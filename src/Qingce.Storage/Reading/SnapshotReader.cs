using Qingce.Storage.Sealing;
using Qingce.Tables;

namespace Qingce.Storage.Reading;

/// <summary>Gives a table of a snapshot as the file that it would be: envelopes are opened on the thread that reads.</summary>
internal sealed class SnapshotReader(string name, StoreSnapshot snapshot, ReadTable table, int? category, IReadOnlyList<TablePart> parts, Keyring keys)
    : BuiltReader(name, [.. table.Shape.Select(field => field.Name)], snapshot.RowHint(parts))
{
    protected override int Parts => parts.Count;

    protected override IPartFiller BeginReading(IReadOnlyList<int> columns) => new Filler(snapshot, table, category, parts, keys, columns);

    protected override void Dispose(bool disposing)
    {
    }

    private sealed class Filler : IPartFiller
    {
        private readonly IReadOnlyList<TablePart> _parts;
        private readonly ReadTable _table;
        private readonly Keyring _keys;
        private readonly RowCursor _cursor;

        // Per column of the builder: where its plain value stands in the row of the cursor, or which of the envelope's texts it is.
        private readonly int[] _plain;
        private readonly byte[] _sealed;
        private readonly int _envelope = -1;
        private readonly (int Start, int Length)[] _texts = new (int, int)[64];
        private byte[] _opened = new byte[4096];

        public Filler(StoreSnapshot snapshot, ReadTable table, int? category, IReadOnlyList<TablePart> parts, Keyring keys, IReadOnlyList<int> columns)
        {
            _parts = parts;
            _table = table;
            _keys = keys;
            _plain = new int[columns.Count];
            _sealed = new byte[columns.Count];
            List<string> wanted = [];
            for (int i = 0; i < columns.Count; i++)
            {
                string column = table.Shape[columns[i]].Name;
                if (table.Sealed.TryGetValue(column, out byte number))
                {
                    _plain[i] = -1;
                    _sealed[i] = number;
                }
                else
                {
                    _plain[i] = wanted.Count;
                    wanted.Add(column);
                }
            }

            if (Array.IndexOf(_plain, -1) >= 0)
            {
                _envelope = wanted.Count;
                wanted.Add(table.Subject);
                wanted.Add("sealed");
            }

            _cursor = snapshot.Open(wanted, category);
        }

        public void Fill(int part, BatchBuilder rows)
        {
            _cursor.Start(_parts[part]);
            while (_cursor.Next())
            {
                if (_envelope >= 0)
                {
                    OpenEnvelope();
                }

                for (int i = 0; i < _plain.Length; i++)
                {
                    ReadOnlySpan<byte> text = _plain[i] >= 0 ? _cursor[_plain[i]] : _opened.AsSpan(_texts[_sealed[i]].Start, _texts[_sealed[i]].Length);
                    if (text.IsEmpty)
                    {
                        rows.Text(i).AppendNull();
                    }
                    else
                    {
                        rows.Text(i).Append(text);
                    }
                }
            }
        }

        public void Dispose() => _cursor.Dispose();

        private void OpenEnvelope()
        {
            Array.Clear(_texts);
            ReadOnlySpan<byte> envelope = _cursor[_envelope + 1];
            if (envelope.IsEmpty)
            {
                return;
            }

            if (_opened.Length < envelope.Length)
            {
                _opened = new byte[envelope.Length * 2];
            }

            int length = _keys.Open(_table.Purpose, _cursor[_envelope], envelope, _opened);
            ReadOnlySpan<byte> rest = _opened.AsSpan(0, length);
            while (SealedFields.TryRead(ref rest, out byte field, out ReadOnlySpan<byte> text))
            {
                _texts[field & 63] = (length - rest.Length - text.Length, text.Length);
            }
        }
    }
}
