namespace Qingce.Cli.Results;

/// <summary>A row of findings.parquet.</summary>
/// <param name="Id">Sixteen hex digits.</param>
/// <param name="Indicator">I01 to I12.</param>
/// <param name="Class">D W S F A.</param>
/// <param name="Weight">Strength, 0 to 20, comparable within an indicator.</param>
/// <param name="Reportable">Whether it counts in figures; otherwise a hint.</param>
/// <param name="Registrations">The registrations it names.</param>
/// <param name="Evidence">JSON as documented with the results.</param>
/// <param name="Chinese">The sentence in Chinese.</param>
/// <param name="English">The sentence in English.</param>
/// <param name="Task">The suggested task.</param>
internal sealed record FindingRow(
    string Id,
    string Indicator,
    string Class,
    double Weight,
    bool Reportable,
    IReadOnlyList<string> Registrations,
    string Evidence,
    string Chinese,
    string English,
    string Task);
