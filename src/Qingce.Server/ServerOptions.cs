using Qingce.Server.Hosting;
using Qingce.Server.Languages;

namespace Qingce.Server;

/// <summary>How a server is to run.</summary>
/// <param name="Urls">Where it listens.</param>
/// <param name="DataFolder">The folder of the embedded store, of keys, uploads and the live index; made when it is not there.</param>
/// <param name="Database">A PostgreSQL connection string, or null for the embedded store.</param>
/// <param name="FillsEmptyStore">Whether an empty store is filled with an invented county.</param>
/// <param name="RulesFile">A file of the province's own rules, or null for the common ones.</param>
/// <param name="Language">The language of answers to those who wish for none.</param>
public sealed record ServerOptions(
    LoopbackUrls Urls, string DataFolder, string? Database = null, bool FillsEmptyStore = false, string? RulesFile = null,
    AnswerLanguage Language = AnswerLanguage.English);
