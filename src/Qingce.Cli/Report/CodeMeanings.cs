using System.Globalization;
using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Cli.Report;

/// <summary>What the codes in evidence mean: by field and code, in Chinese and English.</summary>
internal static class CodeMeanings
{
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string[]>> All { get; } =
        new Dictionary<string, IReadOnlyDictionary<string, string[]>>
        {
            ["sex"] = Enum.GetValues<Sex>().ToDictionary(sex => ((int)sex).ToString(CultureInfo.InvariantCulture), sex => (string[])[sex.ChineseName, sex.EnglishName]),
            ["marital_status"] = Enum.GetValues<MaritalStatus>().Where(status => status != MaritalStatus.None)
                .ToDictionary(status => ((int)status).ToString(CultureInfo.InvariantCulture), status => (string[])[status.ChineseName, status.EnglishName]),
            ["relation"] = Relation.All.ToDictionary(relation => relation.CodeDigits, relation => (string[])[relation.ChineseName, relation.EnglishName]),
            ["education"] = Enumerable.Range(1, 99).Select(code => code.ToString("00", CultureInfo.InvariantCulture))
                .Where(code => Education.TryRead(code, out _))
                .ToDictionary(code => code, code => Education.TryRead(code, out Education education) ? (string[])[education.ChineseName, education.EnglishName] : [code, code]),
            ["ethnicity"] = Enumerable.Range(1, 99).Select(code => code.ToString("00", CultureInfo.InvariantCulture))
                .Where(code => Ethnicity.TryRead(code, out _))
                .ToDictionary(code => code, code => Ethnicity.TryRead(code, out Ethnicity ethnicity) ? (string[])[ethnicity.ChineseName, ethnicity.EnglishName] : [code, code]),
            ["household_type"] = Of(CodeLists.HouseholdTypes),
            ["registered_for"] = Of(CodeLists.RegistrationReasons),
            ["moved_in_for"] = Of(CodeLists.RegistrationReasons),
            ["reason"] = Of(CodeLists.RegistrationReasons),
            ["cancelled_for"] = Of(CodeLists.CancellationReasons),
            ["event_kind"] = Of(CodeLists.EventKinds),
            ["status"] = Of(CodeLists.SourceStatuses),
            ["document_kind"] = Of(CodeLists.DocumentKinds),
        };

    /// <summary>A value with what it means before it, where it is a code; else the value.</summary>
    /// <param name="field">The field it stands in.</param>
    /// <param name="value">The value.</param>
    public static Phrase Told(string field, string value) =>
        All.TryGetValue(field, out IReadOnlyDictionary<string, string[]>? codes) && codes.TryGetValue(value, out string[]? names)
            ? value.All(char.IsAsciiDigit) ? new Phrase($"{names[0]} {value}", $"{names[1]} {value}") : new Phrase(names[0], names[1])
            : new Phrase(value, value);

    private static Dictionary<string, string[]> Of<TCode>(CodeList<TCode> list)
        where TCode : struct, Enum =>
        list.Codes.ToDictionary(list.Token, code => (string[])[list.Chinese(code), list.English(code)], StringComparer.Ordinal);
}
