namespace Qingce.Cli.Tests.Samples;

/// <summary>Two small registers with the same people in them, and a model whose weights are set by hand.</summary>
internal sealed class LinkSample : IDisposable
{
    public const string Header = "id,name,born,phone\n";

    public const string First =
        Header
        + "a1,anna berger,1970-01-02,5551\n"
        + "a2,anna bergr,1970-01-02,5551\n"
        + "a3,tom ulrich,1955-06-30,7788\n"
        + "a4,li wei,1999-12-31,9090\n";

    public const string Second =
        Header
        + "b1,anna berger,1970-01-02,\n"
        + "b2,tom ulrich,1955-06-30,7788\n"
        + "b3,\"wu, ming\",1981-03-04,1212\n";

    private readonly TemporaryFolder _folder = new();

    public LinkSample()
    {
        File.WriteAllText(_folder["first.csv"], First);
        File.WriteAllText(_folder["second.csv"], Second);
        File.WriteAllText(_folder["model.json"], Model);
    }

    public string this[string name] => _folder[name];

    /// <summary>A model of the three columns; name and phone are compared by grades.</summary>
    public static string Model => $$"""
        {
          "version": 1,
          "model": {
            "name": "sample",
            "matchesPerRow": 0.4,
            "columns": [
              { "name": "name", "kind": "text" },
              { "name": "born", "kind": "text" },
              { "name": "phone", "kind": "text" }
            ],
            "blocking": [
              { "parts": [{ "column": "born" }] },
              { "parts": [{ "column": "phone" }, { "column": "name", "take": "first-1" }] }
            ],
            "comparisons": [
              { "name": "name", "levels": [
                { "name": "equal", "when": { "measure": "exact" }, "m": 0.8, "u": 0.01 },
                { "name": "close", "when": { "measure": "jaro-winkler", "bound": 0.9 }, "m": 0.15, "u": 0.02 },
                { "name": "different", "m": 0.05, "u": 0.97 }] },
              { "name": "born", "levels": [
                { "name": "equal", "when": { "measure": "exact" }, "m": 0.9, "u": 0.01 },
                { "name": "different", "m": 0.1, "u": 0.99 }] },
              { "name": "phone", "levels": [
                { "name": "equal", "when": { "measure": "exact" }, "m": 0.9, "u": 0.01 },
                { "name": "different", "m": 0.1, "u": 0.99 }] }
            ]
          }
        }
        """;

    /// <summary>Links the first register, or the files given, by the model.</summary>
    public (int ExitCode, string Output, string Error) Link(params string[] arguments) => QingceProgram.Run(
        ["link", _folder["first.csv"], "--id", "id", "--model", _folder["model.json"], "--out", _folder["out"], .. arguments]);

    public string Result(string file) => File.ReadAllText(Path.Combine(_folder["out"], file));

    public void Replace(string file, string what, string by) => File.WriteAllText(_folder[file], File.ReadAllText(_folder[file]).Replace(what, by));

    public void Dispose() => _folder.Dispose();
}
