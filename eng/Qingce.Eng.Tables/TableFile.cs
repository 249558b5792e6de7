using System.IO.Compression;
using System.Text;

namespace Qingce.Eng.Tables;

/// <summary>A table is UTF-8 text, compressed with Brotli.</summary>
internal static class TableFile
{
    public static long Write(string path, string text)
    {
        using (var file = File.Create(path))
        using (var brotli = new BrotliStream(file, CompressionLevel.SmallestSize))
        {
            brotli.Write(Encoding.UTF8.GetBytes(text));
        }

        return new FileInfo(path).Length;
    }
}
