using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Qingce.Server.Languages;
using Qingce.Storage;
using Qingce.Storage.Importing;

namespace Qingce.Server.Deliveries;

/// <summary>
/// The rejected rows of a delivery as CSV: row, column, code, reason. The values of the rows are not in it: whoever delivered the file has them, and the row
/// number leads there.
/// </summary>
internal sealed class RejectsFile(long deliveryId, Store store, AnswerLanguage language) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"rejects-{deliveryId}.csv\"");
        await using StreamWriter writer = new(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await writer.WriteLineAsync("row,column,code,reason");
        await using RegisterContext context = store.Read();
        IAsyncEnumerable<DeliveryReject> rejects = context.DeliveryRejects.AsNoTracking()
            .Where(reject => reject.DeliveryId == deliveryId && reject.Row > 0).OrderBy(reject => reject.Row).ThenBy(reject => reject.Column).AsAsyncEnumerable();
        await foreach (DeliveryReject reject in rejects.WithCancellation(httpContext.RequestAborted))
        {
            string reason = language == AnswerLanguage.Chinese ? reject.Chinese : reject.English;
            await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{reject.Row},{Quoted(reject.Column)},{reject.Code},{Quoted(reason)}"));
        }
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
