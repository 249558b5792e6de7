using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Qingce.Exchange.Deliveries;
using Qingce.Server.Idempotency;
using Qingce.Server.Languages;
using Qingce.Server.Problems;
using Qingce.Server.Requests;
using Qingce.Storage;
using Qingce.Storage.Importing;

namespace Qingce.Server.Deliveries;

/// <summary>Deliveries over HTTP: a file is uploaded and taken as a job; its receipt and its rejected rows stay.</summary>
internal static class DeliveryEndpoints
{
    private const int LongestName = 200;
    private const string Command = "curl --data-binary @register.csv -H 'Content-Type: text/csv' -H 'Qingce-Actor: staff-0412' '.../api/v1/deliveries?category=register&fileName=register.csv'";
    private const string RawFile = "A form (multipart/form-data) is not taken: " + Command;

    public static void MapDeliveries(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder deliveries = routes.MapGroup("/deliveries").WithTags("Deliveries");
        deliveries.MapPost("/", UploadAsync).NeedsActor().TakesIdempotencyKey()
            .WithName("uploadDelivery").WithSummary("Upload a file")
            .WithDescription(
                "Uploads a file of the register, its past changes, the coverage or a source category, to be taken as a job. The body is the file itself (CSV, Parquet or Excel), however large; it is streamed to disk. The same file uploaded twice is taken once. "
                + RawFile)
            .Accepts<byte[]>("application/octet-stream", "text/csv", "*/*")
            .Produces<UploadAnswer>(StatusCodes.Status202Accepted)
            .Problems(ProblemCatalogue.ParameterInvalid, ProblemCatalogue.BodyInvalid, ProblemCatalogue.MediaTypeUnsupported);
        deliveries.MapGet("/uploads/{uploadId}", GetUpload)
            .WithName("getUpload").WithSummary("Show an upload")
            .WithDescription("How far an upload is: waiting, being taken with rows and time left, finished or failed.")
            .Produces<UploadAnswer>().Problems(ProblemCatalogue.DeliveryUnknown);
        deliveries.MapGet("/", ListAsync).IsPaged()
            .WithName("listDeliveries").WithSummary("List deliveries")
            .WithDescription("The deliveries, the latest first.").Produces<DeliveryPage>();
        deliveries.MapGet("/{deliveryId}/receipt", ReceiptAsync)
            .WithName("getReceipt").WithSummary("Show a receipt")
            .WithDescription("What became of a delivery: counts that add up, digest, reasons of rejection, notes.")
            .Produces<ReceiptAnswer>().Problems(ProblemCatalogue.DeliveryUnknown);
        deliveries.MapGet("/{deliveryId}/rejects", RejectsAsync)
            .WithName("getRejects").WithSummary("Download rejected rows")
            .WithDescription("The rows of a delivery that could not be used, with the reasons, as CSV to open in a spreadsheet.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv").Problems(ProblemCatalogue.DeliveryUnknown);
    }

    private static async Task<IResult> UploadAsync(
        string category, string? fileName, DateOnly? day, HttpContext http, WriteRequests writes, UploadFolder folder, TakeUploads queue, TimeProvider time)
    {
        if (http.Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true)
        {
            return ProblemCatalogue.MediaTypeUnsupported.Here(
                $"正文应为文件本身，不是表单（multipart）。例如：{Command}", $"The body is the file itself, not a form (multipart). For example: {Command}").Answer();
        }

        if (!DeliveryKind.TryParse(category, out DeliveryKind kind))
        {
            return ProblemCatalogue.ParameterInvalid.At(
                "category", "category 应为 register、changes、coverage 或 01 至 23。", "category is register, changes, coverage, or 01 to 23.").Answer();
        }

        string name = Path.GetFileName(fileName ?? kind.Name);
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            return ProblemCatalogue.ParameterInvalid.At("fileName", $"fileName 应为 1 至 {LongestName} 个字符。", $"fileName has 1 to {LongestName} characters.").Answer();
        }

        if (day > RegisterDay.Of(time.GetUtcNow()))
        {
            return ProblemCatalogue.ParameterInvalid.At("day", "day 在今天之后，应为文件数据的日期。", "day is yet to come; it is the day that the file describes.").Answer();
        }

        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = null;
        using ReceivedFile file = await folder.ReceiveAsync(http.Request.Body, http.RequestAborted);
        if (file.Bytes == 0)
        {
            return ProblemCatalogue.BodyInvalid.Here("文件为空。", "The file is empty.").Answer();
        }

        Upload upload = file.As(kind, name, http.ActorName(), day, time.GetUtcNow());
        return await writes.RunByItselfAsync(http, file.Sha256, _ =>
        {
            folder.Admit(file, upload);
            queue.Enqueue(upload);
            return Task.FromResult<WorkResult>(Answer.Of(
                StatusCodes.Status202Accepted, UploadAnswer.Of(upload, null, AcceptedLanguage.Of(http.Request)), ServerJson.Written.UploadAnswer,
                location: $"/api/v1/deliveries/uploads/{upload.UploadId}"));
        });
    }

    private static IResult GetUpload(string uploadId, HttpRequest request, UploadFolder folder, TakeUploads queue) =>
        folder.Find(uploadId) is { } upload
            ? TypedResults.Ok(UploadAnswer.Of(upload, queue.ProgressOf(uploadId), AcceptedLanguage.Of(request)))
            : ProblemCatalogue.DeliveryUnknown.Answer();

    private static async Task<DeliveryPage> ListAsync(PageRequest page, Store store, CancellationToken cancellation)
    {
        long before = page.After is null ? long.MaxValue
            : long.TryParse(page.After, NumberStyles.None, CultureInfo.InvariantCulture, out long position) ? position
            : throw new ProblemException(ProblemCatalogue.CursorInvalid.Here());
        await using RegisterContext context = store.Read();
        List<DeliveryItem> items = await context.Deliveries.AsNoTracking().Where(delivery => delivery.DeliveryId < before)
            .OrderByDescending(delivery => delivery.DeliveryId).Take(page.Limit + 1)
            .Select(delivery => new DeliveryItem(
                delivery.DeliveryId, delivery.Category, delivery.FileName, delivery.DeliveredBy, delivery.StartedAt, delivery.FinishedAt, delivery.RowsRead, delivery.Rejected))
            .ToListAsync(cancellation);
        return new DeliveryPage(
            [.. items.Take(page.Limit)],
            items.Count > page.Limit ? page.Cursor(items[page.Limit - 1].DeliveryId.ToString(CultureInfo.InvariantCulture)) : null);
    }

    private static async Task<IResult> ReceiptAsync(long deliveryId, HttpRequest request, Store store, CancellationToken cancellation)
    {
        await using RegisterContext context = store.Read();
        return await DeliveryReceipt.FindAsync(context, deliveryId, cancellation) is { } receipt
            ? TypedResults.Ok(ReceiptAnswer.Of(receipt, AcceptedLanguage.Of(request)))
            : ProblemCatalogue.DeliveryUnknown.Answer();
    }

    private static async Task<IResult> RejectsAsync(long deliveryId, HttpRequest request, Store store, CancellationToken cancellation)
    {
        await using RegisterContext context = store.Read();
        return await context.Deliveries.AnyAsync(delivery => delivery.DeliveryId == deliveryId, cancellation)
            ? new RejectsFile(deliveryId, store, AcceptedLanguage.Of(request))
            : ProblemCatalogue.DeliveryUnknown.Answer();
    }
}
