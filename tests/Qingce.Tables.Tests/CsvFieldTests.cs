using System.Text;
using CsCheck;

namespace Qingce.Tables.Tests;

public sealed class CsvFieldTests
{
    [Fact]
    public void Write_TextWithManyQuotes_DoublesEachInTheRoomPromised() =>
        Gen.Char["ab\",户\n"].Array[0, 90].Sample(characters =>
        {
            string text = new(characters);
            byte[] utf8 = Encoding.UTF8.GetBytes(text);
            byte[] room = new byte[CsvField.MostBytes(utf8.Length)];
            int written = CsvField.Write(utf8, room, formulaGuard: true);

            string expected = text.IndexOfAny(['"', ',', '\n']) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
            Assert.Equal(expected, Encoding.UTF8.GetString(room.AsSpan(0, written)));
        });
}
