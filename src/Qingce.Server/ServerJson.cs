using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Qingce.Server.Changes;
using Qingce.Server.Deliveries;
using Qingce.Server.Divisions;
using Qingce.Server.Events;
using Qingce.Server.Findings;
using Qingce.Server.Health;
using Qingce.Server.Households;
using Qingce.Server.Idempotency;
using Qingce.Server.Live;
using Qingce.Server.Merges;
using Qingce.Server.Persons;
using Qingce.Server.Problems;
using Qingce.Server.Proposals;
using Qingce.Server.Registrations;
using Qingce.Server.Verifications;
using Qingce.Server.Views;

namespace Qingce.Server;

/// <summary>How the API writes and reads JSON: generated, since the program runs without reflection over JSON.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    NumberHandling = JsonNumberHandling.Strict,
    AllowDuplicateProperties = false,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(ProblemBody))]
[JsonSerializable(typeof(ProblemPage[]))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(LiveMessage[]))]
[JsonSerializable(typeof(RegistrationChangeBody))]
[JsonSerializable(typeof(RegisterChangeBody))]
[JsonSerializable(typeof(RegistrationAnswer))]
[JsonSerializable(typeof(RegistrationPage))]
[JsonSerializable(typeof(HistoryAnswer))]
[JsonSerializable(typeof(StateAnswer))]
[JsonSerializable(typeof(HouseholdAnswer))]
[JsonSerializable(typeof(PersonAnswer))]
[JsonSerializable(typeof(SourceRecordAnswer[]))]
[JsonSerializable(typeof(DecidedChange))]
[JsonSerializable(typeof(ChangeDetail))]
[JsonSerializable(typeof(ChangePage))]
[JsonSerializable(typeof(ActBody))]
[JsonSerializable(typeof(MergeBody))]
[JsonSerializable(typeof(AcceptBody))]
[JsonSerializable(typeof(ProposalPage))]
[JsonSerializable(typeof(ProposalItem))]
[JsonSerializable(typeof(Answer))]
[JsonSerializable(typeof(Upload))]
[JsonSerializable(typeof(UploadAnswer))]
[JsonSerializable(typeof(ReceiptAnswer))]
[JsonSerializable(typeof(DeliveryPage))]
[JsonSerializable(typeof(DeclineBody))]
[JsonSerializable(typeof(DecisionBody))]
[JsonSerializable(typeof(DivisionItem[]))]
[JsonSerializable(typeof(DivisionChangeBody))]
[JsonSerializable(typeof(DivisionChanged))]
[JsonSerializable(typeof(VerificationBody))]
[JsonSerializable(typeof(VerificationAnswer[]))]
[JsonSerializable(typeof(FindingDetail))]
[JsonSerializable(typeof(FindingPage))]
[JsonSerializable(typeof(ViewPage))]
[JsonSerializable(typeof(CloudEventBody))]
[JsonSerializable(typeof(EventOutcome[]))]
[JsonSerializable(typeof(DateOnly))]
[JsonSerializable(typeof(DateTimeOffset))]
[JsonSerializable(typeof(Guid))]
[JsonSerializable(typeof(byte[]))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(bool))]
internal sealed partial class ServerJson : JsonSerializerContext
{
    /// <summary>For what is answered: other scripts as they are, not as escapes. The answers are JSON and never part of a page.</summary>
    public static ServerJson Written => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The same settings for the framework's own reading and writing.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = Default.Options.DefaultIgnoreCondition;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowDuplicateProperties = false;
        options.AllowOutOfOrderMetadataProperties = true;
    }
}
