using System.Runtime.Intrinsics;
using CsCheck;

namespace Qingce.Tables.Tests;

public sealed unsafe class StructureMaskTests
{
    [Fact]
    public void Mask_VectorAndScalar_Agree()
    {
        Gen.Int[0, 5].Select(i => ",\"\n\r;a"u8[i]).Array[StructureMask.Width].Sample(bytes =>
        {
            fixed (byte* at = bytes)
            {
                uint scalar = StructureMask.Scalar(at, (byte)',', (byte)'\n', (byte)'"');
                uint vector = StructureMask.Vector(
                    at, Vector256.Create((byte)','), Vector256.Create((byte)'\n'), Vector256.Create((byte)'"'));
                Assert.Equal(scalar, vector);
            }
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Scan_AnyBytes_GivesTheSameRecordsByEitherPathAndAnyBlockSize(bool scalar)
    {
        using TempFolder folder = new();
        Gen<string> genText = Gen.String[Gen.Char["aaaa,,\"\"\n\n\r\0张"], 0, 400];
        Gen.Select(genText, Gen.Int[1, 200]).Sample((text, blockBytes) =>
        {
            string path = folder.Write("t.csv", "x,y\n" + text);
            ReadOptions options = new() { Encoding = TextEncoding.Utf8, Delimiter = ',', MaxRecordBytes = 60 };
            StructureMask.ForceScalar = scalar;
            try
            {
                string? small = Outcome(path, options with { BlockBytes = blockBytes });
                Assert.Equal(Reference(text, options.MaxRecordBytes), Outcome(path, options));
                if (small is not null)
                {
                    Assert.Equal(Outcome(path, options), small);
                }
            }
            finally
            {
                StructureMask.ForceScalar = false;
            }
        }, iter: 500, threads: 1);
    }

    /// <summary>All rows and rejects, in order; null where a record turned out too long to be read in such blocks.</summary>
    private static string? Outcome(string path, ReadOptions options)
    {
        try
        {
            using TableReader reader = TableReader.Open(path, options);
            List<(long Row, string Text)> all = [];
            foreach (Batch batch in reader.Read())
            {
                List<string?[]> rows = [];
                Tables.Append(batch, rows);
                all.AddRange(rows.Select((row, i) => (batch.RowNumber(i), string.Join('|', row))));
                all.AddRange(batch.Rejects.Select(reject => (reject.Row, $"{reject.Reason} at {reject.Line}: {reject.RawText}")));
            }

            return string.Join('\u0001', all.OrderBy(row => row.Row).Select(row => $"{row.Row} {row.Text}"));
        }
        catch (TableFormatException error) when (error.Fault == TableFault.RecordTooLong)
        {
            return null;
        }
    }

    /// <summary>The same rules a character at a time.</summary>
    private static string Reference(string text, int maxRecordBytes)
    {
        List<string> all = [];
        int row = 0;
        int at = 0;
        while (at < text.Length)
        {
            int record = at;
            int line = 2 + text[..record].Count(c => c == '\n');
            List<string> fields = [];
            RejectReason? reason = null;
            int end;
            bool bare = false;
            while (true)
            {
                if (at < text.Length && text[at] == '"')
                {
                    (string? field, int behind) = Quoted(text, at, record, maxRecordBytes);
                    if (field is null)
                    {
                        reason = RejectReason.BrokenQuote;
                        end = text.IndexOf('\n', record);
                        end = end < 0 ? text.Length : end;
                        break;
                    }

                    fields.Add(field);
                    at = behind;
                    bare = false;
                }
                else
                {
                    int stop = text.AsSpan(at).IndexOfAny(',', '\n');
                    stop = stop < 0 ? text.Length : at + stop;
                    bool last = stop == text.Length || text[stop] == '\n';
                    string field = text[at..stop];
                    fields.Add(last && field.EndsWith('\r') ? field[..^1] : field);
                    at = stop;
                    bare = true;
                }

                if (at < text.Length && text[at] == ',')
                {
                    at++;
                    continue;
                }

                end = at < text.Length && text[at] == '\r' ? at + 1 : at;
                break;
            }

            at = Math.Min(end + 1, text.Length);
            if (reason is null && bare && fields is [""])
            {
                continue;
            }

            reason ??= fields.Count > 2 ? RejectReason.TooManyFields : fields.Count < 2 ? RejectReason.TooFewFields
                : text[record..end].Contains('\0') ? RejectReason.NulByte : null;
            all.Add($"{++row} " + (reason is null ? string.Join('|', fields) : $"{reason} at {line}: {text[record..end].TrimEnd('\r')}"));
        }

        return string.Join('\u0001', all);
    }

    private static (string? Field, int Behind) Quoted(string text, int open, int record, int maxRecordBytes)
    {
        System.Text.StringBuilder field = new();
        for (int at = open + 1; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                _ = field.Append(text[at]);
                continue;
            }

            if (System.Text.Encoding.UTF8.GetByteCount(text.AsSpan(record, at - record)) > maxRecordBytes)
            {
                return (null, 0);
            }

            if (at + 1 < text.Length && text[at + 1] == '"')
            {
                _ = field.Append('"');
                at++;
                continue;
            }

            bool ends = at + 1 == text.Length || text[at + 1] is ',' or '\n'
                || text[at + 1] == '\r' && (at + 2 == text.Length || text[at + 2] == '\n');
            return (ends ? field.ToString() : null, at + 1);
        }

        return (null, 0);
    }
}
