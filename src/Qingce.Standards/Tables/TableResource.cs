using System.IO.Compression;
using System.Text;

namespace Qingce.Standards.Tables;

/// <summary>The tables built into this assembly: UTF-8 text compressed with Brotli, made by eng/Qingce.Eng.Tables.</summary>
internal static class TableResource
{
    /// <summary>The whole text of a table.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(TableResource).Assembly.GetManifestResourceStream(name + ".bin")
            ?? throw new InvalidOperationException($"The table {name} is not built into the assembly.");
        using var reader = new StreamReader(new BrotliStream(stream, CompressionMode.Decompress), Encoding.UTF8, false, 1 << 16);
        return reader.ReadToEnd();
    }
}
