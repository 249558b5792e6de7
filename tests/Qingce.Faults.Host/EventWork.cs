using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingce.Register;
using Qingce.Server;
using Qingce.Server.Hosting;
using Qingce.Server.Linking;
using Qingce.Standards;
using Qingce.Storage;

namespace Qingce.Faults.Host;

/// <summary>
/// The server with events coming in from several senders: cards, births and deaths of families of which each is concerned by one event, so that what comes of
/// all of them is the same in whatever order they are taken. Some are sent twice at once.
/// </summary>
internal static class EventWork
{
    /// <summary>Families, and events.</summary>
    public const int Families = 60;

    private const int Senders = 6;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    /// <summary>The families as they are before: Fn with the couple FnA and FnB.</summary>
    public static IEnumerable<RegistrationContent> Registrations() => Enumerable.Range(0, Families).SelectMany(family => new[]
    {
        Person(family, 'A', "02", "1"),
        Person(family, 'B', "10", "2"),
    });

    /// <summary>Serves, sends all events and ends once subscribers were told of everything that came of them.</summary>
    /// <param name="store">The store.</param>
    /// <param name="seed">Draws the order.</param>
    /// <param name="saying">Told what was answered.</param>
    public static async Task RunAsync(Store store, int seed, Saying saying)
    {
        if (!LoopbackUrls.TryParse("http://127.0.0.1:0", out LoopbackUrls? urls, out _))
        {
            throw new InvalidOperationException("There is no loopback address.");
        }

        await using WebApplication app = QingceServer.Build(new ServerOptions(urls, store.Options.DataFolder, store.Options.Database), store);
        await app.StartAsync();

        // Whether a newborn is likely to be somebody known is answered by the index alone.
        LiveIndex index = app.Services.GetRequiredService<LiveIndex>();
        await UntilAsync(() => Task.FromResult(index.IsReady));
        saying.Say("serving");
        using HttpClient client = new() { BaseAddress = new Uri(app.Urls.First()) };
        int[] order = [.. Enumerable.Range(0, Families), .. Enumerable.Range(0, Families).Where(family => family % 5 == 0)];
        new Random(seed).Shuffle(order);
        await Parallel.ForEachAsync(order.Index(), new ParallelOptions { MaxDegreeOfParallelism = Senders }, async (sent, _) =>
        {
            using StringContent content = new(Event(sent.Item), Encoding.UTF8, "application/cloudevents+json");
            using HttpResponseMessage answer = await client.PostAsync("/api/v1/events", content, CancellationToken.None);
            JsonElement outcomes = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(CancellationToken.None);
            string status = outcomes[0].GetProperty("status").GetString()!;
            if (status is not ("taken" or "duplicate"))
            {
                throw new InvalidOperationException($"event {sent.Item}: {outcomes}");
            }

            saying.SayDone(sent.Item.ToString(CultureInfo.InvariantCulture), status == "duplicate");
        });
        await UntilAsync(async () =>
        {
            await using RegisterContext context = store.Read();
            return !await context.Outbox.AnyAsync(message => message.SentAt == null);
        });
        await app.StopAsync();
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using PeriodicTimer timer = new(Look);
        while (!await condition())
        {
            await timer.WaitForNextTickAsync();
        }
    }

    private static string Event(int family)
    {
        RegistrationContent husband = Person(family, 'A', "02", "1");
        RegistrationContent wife = Person(family, 'B', "10", "2");
        (string type, (string Field, string Text)[] fields) = (family % 3) switch
        {
            0 => ("qingce.identity-card",
            [
                ("event_kind", "issued"), ("event_date", "2026-01-05"), ("citizen_number", husband[RegisterField.CitizenNumber]), ("name", husband.Name),
                ("issued_on", "2026-01-05"),
            ]),
            1 => ("qingce.birth",
            [
                ("event_kind", "born"), ("event_date", Born(family)), ("name", $"{Family(family)}新苗"), ("sex", "1"), ("birth_date", Born(family)),
                ("counterpart_citizen_number", wife[RegisterField.CitizenNumber]), ("counterpart_name", wife.Name), ("document_kind", "birth_certificate"),
                ("document_number", $"B-{family}"), ("issued_on", "2026-02-03"), ("event_place", "320505"), ("issuing_authority", "市人民医院"),
            ]),
            _ => ("qingce.death", ((string, string)[])
            [
                ("event_kind", "died"), ("event_date", "2026-01-05"), ("citizen_number", husband[RegisterField.CitizenNumber]), ("name", husband.Name),
                ("document_kind", "death_certificate"), ("document_number", $"D-{family}"), ("issued_on", "2026-01-06"), ("issuing_authority", "市人民医院"),
            ]),
        };
        Dictionary<string, string> data = fields.ToDictionary(field => field.Field, field => field.Text, StringComparer.Ordinal);
        (data["source_record_id"], data["division"], data["recorded_at"]) = ($"E-{family}", "320505", "2026-02-05");
        return JsonSerializer.Serialize(new { specversion = "1.0", id = $"e-{family}", source = "/faults/3205", type, data });
    }

    private static string Born(int family) => $"2026-01-{1 + (family % 28):00}";

    private static RegistrationContent Person(int family, char letter, string relation, string sex)
    {
        string birth = $"{1960 + (family % 30)}-{1 + (family % 12):00}-{(letter == 'A' ? 7 : 21):00}";
        string number = $"320505{birth.Replace("-", "", StringComparison.Ordinal)}{(2 * family) + (letter == 'A' ? 1 : 2):000}0";
        return RegistrationContent.FromFields(
        [
            new(RegisterField.RegistrationId, $"F{family}{letter}"), new(RegisterField.HouseholdId, $"F{family}"), new(RegisterField.Relation, relation),
            new(RegisterField.HouseholdType, "family"), new(RegisterField.Name, letter == 'A' ? $"{Family(family)}建国" : $"{Family(family + 7)}秀英"),
            new(RegisterField.Sex, sex), new(RegisterField.BirthDate, birth), new(RegisterField.CitizenNumber, CitizenNumber.Read(number).Number.Rechecked().ToString()),
            new(RegisterField.MaritalStatus, "21"), new(RegisterField.Division, "320505001001"), new(RegisterField.Address, $"幸福街{family + 1}号"),
        ]);
    }

    private static char Family(int number) => "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"[number % 20];
}
