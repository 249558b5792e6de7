using System.Text.Json;
using Qingce.Checks.Findings;
using Qingce.Checks.Indicators;
using Qingce.Server.Languages;
using Qingce.Storage.Sealing;
using Qingce.Storage.Verifications;

namespace Qingce.Server.Findings;

/// <summary>A finding as its row: what says something of a person is sealed.</summary>
public static class FindingTexts
{
    /// <summary>The row of a finding.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="verificationId">The verification; all zeros for one from an event.</param>
    /// <param name="keys">Seals it.</param>
    /// <param name="now">Instant of recording.</param>
    public static StoredFinding Row(RenderedFinding finding, Guid verificationId, Keyring keys, DateTimeOffset now) => new()
    {
        VerificationId = verificationId,
        FindingId = finding.FindingId,
        Indicator = (int)finding.Indicator,
        Class = finding.Class.ToString(),
        Weight = finding.Weight,
        IsReportable = finding.IsReportable,
        RegistrationIds = finding.RegistrationIds,
        RegistrationId = First(finding.RegistrationIds),
        Task = finding.Task.Token(),
        Sealed = keys.Seal(EnvelopePurpose.Finding, finding.FindingId, FindingContent.Write(finding.TextChinese, finding.TextEnglish, finding.Evidence)),
        RecordedAt = now,
    };

    /// <summary>The first of the registrations of a finding, by which it is found.</summary>
    internal static string First(string registrationIds) => registrationIds.Split(';')[0];

    /// <summary>The sentence of a row in a language, and its evidence.</summary>
    internal static (string Text, JsonElement Evidence) Read(StoredFinding finding, Keyring keys, AnswerLanguage language)
    {
        JsonElement opened = JsonDocument.Parse(keys.Open(EnvelopePurpose.Finding, finding.FindingId, finding.Sealed)).RootElement;
        return (opened.GetProperty(language == AnswerLanguage.Chinese ? "text_zh" : "text_en").GetString()!, opened.GetProperty("evidence"));
    }
}
