using Microsoft.AspNetCore.Http;
using Qingce.Server.Events;

namespace Qingce.Server.Tests.Events;

public sealed class CloudEventReaderTests
{
    internal const string Death = """
        {"specversion":"1.0","id":"d-1","source":"/health/320500","type":"qingce.death","time":"2026-03-02T09:30:00+08:00","sequence":"7",
         "data":{"source":"苏州市卫健委","source_record_id":"DC-1","event_kind":"死亡","event_date":"20260301","citizen_number":"11010519491231002x",
          "name":" 王芳 ","division":"320505","document_kind":"死亡医学证明","document_number":"D-77","issuing_authority":"苏州市立医院","issued_on":"2026-03-02","recorded_at":"2026-03-02"}}
        """;

    [Fact]
    public void Event_Structured_IsReadInKeptForm()
    {
        CloudEventReading reading = Read(Death);

        Assert.Empty(reading.Faults);
        Assert.Equal(("died", "2026-03-01", "11010519491231002X", "王芳"),
            (reading.Event!["event_kind"], reading.Event["event_date"], reading.Event["citizen_number"], reading.Event["name"]));
        Assert.Equal("320505000000", reading.Event["division"]);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 1, 30, 0, TimeSpan.Zero), reading.Event.OccurredAt);
        Assert.Equal(("7", 11), (reading.Event.Order, reading.Event.Feed.Category.Number));
    }

    [Fact]
    public void Event_Binary_IsTheSameEvent()
    {
        using JsonDocument structured = JsonDocument.Parse(Death);
        HeaderDictionary headers = new()
        {
            ["ce-specversion"] = "1.0",
            ["ce-id"] = "d-1",
            ["ce-source"] = "/health/320500",
            ["ce-type"] = "qingce.death",
            ["ce-time"] = "2026-03-02T01:30:00Z",
            ["ce-sequence"] = "7",
        };

        CloudEventReading reading = CloudEventReader.Read(headers, structured.RootElement.GetProperty("data"));

        Assert.Equal(Read(Death).Event!.Canonical, reading.Event!.Canonical);
    }

    [Theory]
    [InlineData("\"1.0\"", "\"0.3\"", "specversion")]
    [InlineData("\"id\":\"d-1\"", "\"id\":\"\"", "id")]
    [InlineData("qingce.death", "qingce.deaths", "type")]
    [InlineData("2026-03-02T09:30:00+08:00", "yesterday", "time")]
    [InlineData("\"event_kind\":\"死亡\"", "\"event_kind\":\"married\"", "data.event_kind")]
    [InlineData("\"event_kind\":\"死亡\",", "", "data.event_kind")]
    [InlineData("20260301", "20260231", "data.event_date")]
    [InlineData("11010519491231002x", "1101051949", "data.citizen_number")]
    [InlineData("\"name\":\" 王芳 \"", "\"name\":7", "data.name")]
    [InlineData("\"name\":\" 王芳 \",", "", "data.name")]
    [InlineData("\"division\":\"320505\"", "\"division\":\"320505\",\"address\":\"x\"", "data.address")]
    [InlineData("\"division\":\"320505\"", "\"division\":\"320505\",\"diagnosis\":\"x\"", "data.diagnosis")]
    public void Event_WithAFault_IsRefusedAtItsPlace(string part, string instead, string place)
    {
        CloudEventReading reading = Read(Death.Replace(part, instead, StringComparison.Ordinal));

        Assert.Null(reading.Event);
        Assert.Equal($"events[0].{place}", Assert.Single(reading.Faults).Place);
    }

    private static CloudEventReading Read(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return CloudEventReader.Read(document.RootElement, "events[0].");
    }
}
