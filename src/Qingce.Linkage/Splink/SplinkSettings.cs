namespace Qingce.Linkage;

/// <summary>A model that came from Splink, with what its settings say beside it.</summary>
/// <param name="Model">The model. Its weights are those of the settings.</param>
/// <param name="IdColumn">The column of the record id.</param>
/// <param name="LinkOnly">Whether pairs within one source are left out.</param>
/// <param name="Notes">What was read otherwise than Splink would, in words.</param>
public sealed record SplinkSettings(LinkageModel Model, string IdColumn, bool LinkOnly, IReadOnlyList<Wording> Notes)
{
    /// <summary>Whether a JSON document is Splink's settings rather than a model of our own.</summary>
    /// <param name="json">UTF-8 JSON.</param>
    public static bool Recognises(ReadOnlySpan<byte> json) =>
        json.IndexOf("\"comparison_levels\""u8) >= 0 && json.IndexOf("\"sql_condition\""u8) >= 0;

    /// <summary>Reads the settings of a trained Splink 3 or 4 model, as <c>save_model_to_json</c> writes them.</summary>
    /// <param name="json">UTF-8 JSON.</param>
    /// <exception cref="LinkageModelException">
    /// It is no such JSON, the model is not trained, or an SQL condition or rule says something that models cannot say; the message names it.
    /// </exception>
    public static SplinkSettings Read(ReadOnlySpan<byte> json) => SplinkReader.Read(json);

    /// <summary>Writes a model as Splink 4 settings for DuckDB.</summary>
    /// <param name="model">A trained model of columns.</param>
    /// <param name="rows">Rows of the table it was trained on, which decide the prior.</param>
    /// <param name="idColumn">The column of the record id.</param>
    /// <exception cref="LinkageModelException">A level or rule cannot be said in SQL; the message names it.</exception>
    public static byte[] Write(LinkageModel model, long rows, string idColumn) => SplinkWriter.Write(model, rows, idColumn);

    /// <summary>Writes the nearest model that Splink 4 settings for DuckDB can say: levels without words in SQL are left out, and their pairs fall to the next.</summary>
    /// <param name="model">A trained model of columns.</param>
    /// <param name="rows">Rows of the table it was trained on, which decide the prior.</param>
    /// <param name="idColumn">The column of the record id.</param>
    /// <param name="notes">What was left out, in words; none where the settings weigh as the model does.</param>
    /// <exception cref="LinkageModelException">A column, or all comparisons or rules, cannot be said.</exception>
    public static byte[] WriteNearest(LinkageModel model, long rows, string idColumn, out IReadOnlyList<Wording> notes)
    {
        ArgumentNullException.ThrowIfNull(model);
        List<Wording> told = [];
        notes = told;
        return SplinkWriter.Write(SayableModel.Of(model, told), rows, idColumn);
    }
}
