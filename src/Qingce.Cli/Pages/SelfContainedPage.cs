using System.Security.Cryptography;
using System.Text;

namespace Qingce.Cli.Pages;

/// <summary>
/// A page: one file with its style, script and data inside. Its content security policy allows that style and that script by their
/// hashes and nothing else, no network above all. Styles and scripts are those of the frame and of the page itself, by name.
/// </summary>
internal static class SelfContainedPage
{
    private const string Prefix = "Qingce.Cli.Pages.";

    /// <summary>Makes a page.</summary>
    /// <param name="page">Whose styles and scripts: <c>Verify</c> or <c>Link</c>.</param>
    /// <param name="title">Title until the script sets it.</param>
    /// <param name="json">The data.</param>
    public static string Make(string page, string title, string json)
    {
        string style = Join(page, ".css");
        string script = $"(() => {{\n'use strict';\n{Join(page, ".js")}}})();\n";
        return Read(Prefix + "Frame.page.html")
            .Replace("{{version}}", Program.Version, StringComparison.Ordinal)
            .Replace("{{title}}", title, StringComparison.Ordinal)
            .Replace("{{style-hash}}", Hash(style), StringComparison.Ordinal)
            .Replace("{{script-hash}}", Hash(script), StringComparison.Ordinal)
            .Replace("{{style}}", style, StringComparison.Ordinal)
            .Replace("{{script}}", script, StringComparison.Ordinal)
            .Replace("{{data}}", Escape(json), StringComparison.Ordinal);
    }

    /// <summary>What the script calls a language.</summary>
    public static string Code(Language language) => language == Language.Chinese ? "zh" : "en";

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

    // By the name of the file alone, so that parts of the page can stand between those of the frame.
    private static string Join(string page, string extension) => string.Concat(typeof(SelfContainedPage).Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(extension, StringComparison.Ordinal))
        .Select(name => (Name: name, File: FileOf(name, "Frame") ?? FileOf(name, page)))
        .Where(part => part.File is not null)
        .OrderBy(part => part.File, StringComparer.Ordinal)
        .Select(part => Read(part.Name)));

    private static string? FileOf(string name, string page) =>
        name.StartsWith(Prefix + page + ".", StringComparison.Ordinal) ? name[(Prefix.Length + page.Length + 1)..] : null;

    private static string Read(string name)
    {
        using Stream stream = typeof(SelfContainedPage).Assembly.GetManifestResourceStream(name)!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
