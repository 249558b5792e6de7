using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Qingce.Cli.Report;

/// <summary>
/// The page: one file with its style, script and data inside. Its content security policy allows that style and that script by their
/// hashes and nothing else, no network above all.
/// </summary>
internal static class ReportPage
{
    private const string Prefix = "Qingce.Cli.Page.";

    /// <summary>Makes the page.</summary>
    public static string Make(ReportData data)
    {
        string style = Join(".css");
        string script = $"(() => {{\n'use strict';\n{Join(".js")}}})();\n";
        return Read("report.html")
            .Replace("{{version}}", Program.Version, StringComparison.Ordinal)
            .Replace("{{style-hash}}", Hash(style), StringComparison.Ordinal)
            .Replace("{{script-hash}}", Hash(script), StringComparison.Ordinal)
            .Replace("{{style}}", style, StringComparison.Ordinal)
            .Replace("{{script}}", script, StringComparison.Ordinal)
            .Replace("{{data}}", Escape(JsonSerializer.Serialize(data, ReportJson.Readable.ReportData)), StringComparison.Ordinal);
    }

    /// <summary>
    /// Makes JSON safe inside a script element: no end tag, no comment, no line separator. These characters stand in strings alone, where
    /// the escape means the same.
    /// </summary>
    internal static string Escape(string json) => json
        .Replace("<", "\\u003C", StringComparison.Ordinal)
        .Replace(">", "\\u003E", StringComparison.Ordinal)
        .Replace("&", "\\u0026", StringComparison.Ordinal)
        .Replace("\u2028", "\\u2028", StringComparison.Ordinal)
        .Replace("\u2029", "\\u2029", StringComparison.Ordinal);

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Join(string extension) => string.Concat(typeof(ReportPage).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(extension, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(name => Read(name[Prefix.Length..])));

    private static string Read(string name)
    {
        using Stream stream = typeof(ReportPage).Assembly.GetManifestResourceStream(Prefix + name)!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
