using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Qingce.Server.Changes;
using Qingce.Server.Divisions;
using Qingce.Server.Events;
using Qingce.Server.Idempotency;
using Qingce.Server.Persons;
using Qingce.Server.Problems;
using Qingce.Server.Proposals;
using Qingce.Server.Requests;
using Qingce.Server.Verifications;

namespace Qingce.Server.OpenApi;

/// <summary>The description of the API: what endpoints say of themselves, and what they have in common.</summary>
internal static class ApiDescription
{
    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Qingce",
                Version = "v1",
                License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
                Description =
                    "The register of record: registrations with their whole history, changes under named rules, deliveries, live events, verifications. "
                    + "Errors are application/problem+json (RFC 9457) with a stable `code`, in Chinese or English by Accept-Language; `GET /problems` lists them. "
                    + "Every write names who acts in the header Qingce-Actor. Names of other scripts are percent-encoded UTF-8.",
            };
            // Relative, since it is asked for at the address at which the server is.
            document.Servers = [new OpenApiServer { Url = "/" }];
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            DescribeSchema(schema, context);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, cancellation) => DescribeAsync(operation, context, cancellation));
    });

    // What an answer may leave out is not required of it, and what an act about a change never takes is not offered.
    private static void DescribeSchema(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        foreach (JsonPropertyInfo property in context.JsonTypeInfo.Properties.Where(property => property.IsGetNullable))
        {
            schema.Required?.Remove(property.Name);
        }

        if (IsRead(context.JsonTypeInfo.Type))
        {
            schema.AdditionalPropertiesAllowed = false;
        }

        if (context.JsonTypeInfo.Type == typeof(ActBody))
        {
            schema.Properties?.Remove(JsonNamingPolicy.CamelCase.ConvertName(nameof(ActBody.NewRelations)));
        }
    }

    // A body with a member that there is not is refused; answers may get more members. An event has extensions, which are its sender's.
    private static bool IsRead(Type type) => !type.IsAbstract && (typeof(ChangeGrounds).IsAssignableFrom(type)
        || type == typeof(EvidenceBody) || type == typeof(MemberRelationBody) || type == typeof(DeclineBody) || type == typeof(DecisionBody)
        || type == typeof(DivisionChangeBody) || type == typeof(VerificationBody));

    private static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        IList<object> metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        foreach (OpenApiParameter parameter in operation.Parameters.OfType<OpenApiParameter>())
        {
            if (ParameterTexts.Of(parameter.Name) is var (description, example))
            {
                parameter.Description = description;
                parameter.Example = example is null || parameter.Schema?.Type != JsonSchemaType.Integer ? example : long.Parse(example, CultureInfo.InvariantCulture);
            }
        }

        if (metadata.OfType<ActorNeeded>().Any())
        {
            operation.Parameters.Add(Header(Actor.Header, true, "Who acts: name or staff id, percent-encoded UTF-8, 1 to 100 characters.", "%E7%8E%8B%E8%8A%B3"));
        }

        if (metadata.OfType<VersionNeeded>().Any())
        {
            operation.Parameters.Add(Header("If-Match", true, "The ETag of the registration that this rests on.", "\"1\""));
        }

        if (metadata.OfType<IdempotencyKeyTaken>().Any())
        {
            operation.Parameters.Add(Header(IdempotencyKey.Header, false, "1 to 200 visible ASCII characters. Sent again with the same body, the same answer comes back and nothing is done twice.", "7d0c2f6e-1"));
        }

        if (metadata.OfType<Paged>().Any())
        {
            operation.Parameters.Add(Query("after", JsonSchemaType.String, "The `next` of the page before."));
            operation.Parameters.Add(Query("limit", JsonSchemaType.Integer, "Items a page, 1 to 200; 50 when not given."));
        }

        if (metadata.OfType<Revealing>().Any())
        {
            operation.Parameters = [.. operation.Parameters.Where(parameter => parameter.Name != "reveal")];
            operation.Parameters.Add(Query("reveal", JsonSchemaType.Boolean, "Whether sensitive values are shown unmasked. Needs Qingce-Actor and Qingce-Purpose, and the look is recorded."));
            operation.Parameters.Add(Header(Actor.Header, false, "Who looks, when reveal=true.", "%E7%8E%8B%E8%8A%B3"));
            operation.Parameters.Add(Header(Actor.PurposeHeader, false, "Why, when reveal=true; percent-encoded UTF-8.", "visit"));
        }

        if (operation.RequestBody?.Content?.TryGetValue(EventEndpoints.Batch, out OpenApiMediaType? batch) == true)
        {
            batch.Schema = new OpenApiSchema { Type = JsonSchemaType.Array, Items = batch.Schema };
        }

        await DescribeProblemsAsync(operation, context, metadata, cancellation);
    }

    private static async Task DescribeProblemsAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, IList<object> metadata, CancellationToken cancellation)
    {
        operation.Responses ??= [];
        bool takesOneType = metadata.OfType<IAcceptsMetadata>().Any(accepts => !accepts.ContentTypes.Contains("*/*"));
        ProblemKind[] common = takesOneType
            ? [ProblemCatalogue.ParameterInvalid, ProblemCatalogue.MediaTypeUnsupported, ProblemCatalogue.BodyTooLarge, ProblemCatalogue.Unforeseen]
            : [ProblemCatalogue.ParameterInvalid, ProblemCatalogue.Unforeseen];
        ProblemKind[] kinds = [.. metadata.OfType<ProblemMetadata>().SelectMany(one => one.Kinds).Concat(common).Distinct()];
        foreach (IGrouping<int, ProblemKind> group in kinds.GroupBy(kind => kind.Status).OrderBy(group => group.Key))
        {
            string status = group.Key.ToString(CultureInfo.InvariantCulture);
            if (operation.Responses.ContainsKey(status))
            {
                continue;
            }

            operation.Responses[status] = new OpenApiResponse
            {
                Description = string.Join("; ", group.Select(kind => $"`{kind.Code}`: {kind.Title.English}")),
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [ProblemResult.MediaType] = new OpenApiMediaType
                    {
                        Schema = await context.GetOrCreateSchemaAsync(typeof(ProblemBody), null, cancellation),
                        Examples = group.ToDictionary(kind => kind.Code, IOpenApiExample (kind) => new OpenApiExample { Value = Example(kind) }),
                    },
                },
            };
        }
    }

    private static System.Text.Json.Nodes.JsonObject Example(ProblemKind kind) => new()
    {
        ["type"] = $"/problems/{kind.Code}",
        ["title"] = kind.Title.English,
        ["status"] = kind.Status,
        ["detail"] = kind.Remedy.English,
        ["instance"] = "/api/v1/...",
        ["code"] = kind.Code,
        ["traceId"] = "0af7651916cd43dd8448eb211c80319c",
    };

    private static OpenApiParameter Header(string name, bool required, string description, string example) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = required,
        Description = description,
        Example = example,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static OpenApiParameter Query(string name, JsonSchemaType type, string description) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = description,
        Schema = new OpenApiSchema { Type = type },
    };
}
