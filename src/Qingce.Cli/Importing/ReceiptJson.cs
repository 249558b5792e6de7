using System.Text;
using System.Text.Json;
using Qingce.Storage.Importing;

namespace Qingce.Cli.Importing;

/// <summary>Receipts for a machine: <c>{"deliveries": [...]}</c>.</summary>
internal static class ReceiptJson
{
    public static string Write(IEnumerable<DeliveryReceipt> receipts)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("deliveries");
            foreach (DeliveryReceipt receipt in receipts)
            {
                Write(json, receipt);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, DeliveryReceipt receipt)
    {
        json.WriteStartObject();
        json.WriteNumber("delivery", receipt.DeliveryId);
        json.WriteString("category", receipt.Category);
        json.WriteString("file", receipt.FileName);
        json.WriteString("sha256", receipt.Sha256);
        json.WriteNumber("bytes", receipt.Bytes);
        json.WriteString("format", receipt.Format);
        json.WriteString("deliveredBy", receipt.DeliveredBy);
        json.WriteString("startedAt", receipt.StartedAt);
        if (receipt.FinishedAt is { } finished)
        {
            json.WriteString("finishedAt", finished);
        }

        json.WriteBoolean("takenBefore", receipt.WasTakenBefore);
        json.WriteNumber("read", receipt.Read);
        json.WriteNumber("taken", receipt.Taken);
        json.WriteNumber("unchanged", receipt.Unchanged);
        json.WriteNumber("updated", receipt.Updated);
        json.WriteNumber("rejected", receipt.Rejected);
        json.WriteStartArray("reasons");
        foreach (RejectCount reason in receipt.Reasons)
        {
            json.WriteStartObject();
            json.WriteString("code", reason.Code);
            json.WriteString("column", reason.Column);
            json.WriteNumber("rows", reason.Count);
            json.WriteString("en", reason.English);
            json.WriteString("zh", reason.Chinese);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (DeliveryNote note in receipt.Notes)
        {
            json.WriteStartObject();
            json.WriteString("code", note.Code);
            json.WriteString("column", note.Column);
            json.WriteString("en", note.English);
            json.WriteString("zh", note.Chinese);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
