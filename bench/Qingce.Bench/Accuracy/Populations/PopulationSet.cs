using System.Globalization;

namespace Qingce.Bench.Accuracy;

/// <summary>
/// Records of an invented population in a layout of columns. Beside the entity each row tells the kin of its person, so that it can be counted how many
/// twins, namesakes, parents and siblings were taken for one.
/// </summary>
/// <param name="Name">What the layout is like.</param>
/// <param name="Namer">Whose names.</param>
/// <param name="Header">Its columns, without id, entity and kin.</param>
/// <param name="Layout">The values of a person in those columns.</param>
/// <param name="Rows">About how many records.</param>
/// <param name="MostRecords">Records of one person, 1 to this many.</param>
/// <param name="Single">Share of persons with one record.</param>
/// <param name="Errors">Mean number of errors of a further record.</param>
/// <param name="Missing">Share of values missing in any record.</param>
/// <param name="Lone">Share of households of one.</param>
internal sealed record PopulationSet(
    string Name, Namer Namer, string[] Header, Func<Citizen, string[]> Layout, int Rows, int MostRecords, double Single, double Errors, double Missing, double Lone)
{
    /// <summary>Share of records whose birth date is the default one.</summary>
    public double DefaultBirths { get; init; }

    public static IReadOnlyList<PopulationSet> All { get; } =
    [
        new("en split", Namer.English, ["given", "surname", "dob", "street", "town", "postcode", "phone", "email"],
            p => [p.Given, p.Family, Born(p), p.House + " " + p.Street, p.Town, p.Postcode, p.Phone, p.Email], 6_000, 2, 0.7, 2, 0.1, 0.3),
        new("en full", Namer.English, ["full_name", "sex", "dob", "address", "telephone"],
            p => [p.Given + " " + p.Family, Sex(p), Born(p), $"{p.House} {p.Street} {p.Town}", p.Phone], 8_000, 2, 0.7, 1.5, 0.08, 0.2),
        new("en names", Namer.English, ["first_name", "last_name", "birth_date"], p => [p.Given, p.Family, Born(p)], 6_000, 3, 0.7, 0.8, 0.04, 0.4),
        new("en undated", Namer.English, ["name", "street", "city", "zip", "phone"],
            p => [p.Given + " " + p.Family, p.House + " " + p.Street, p.Town, p.Postcode, p.Phone], 4_000, 3, 0.6, 1.2, 0.08, 0.4),
        new("en many", Namer.English, ["forename", "surname", "date_of_birth", "postcode", "email", "national_id"],
            p => [p.Given, p.Family, Born(p), p.Postcode, p.Email, p.Number], 8_000, 10, 0.3, 1.5, 0.25, 0.3),
        new("en poor", Namer.English, ["forename", "surname", "dob", "address", "phone"],
            p => [p.Given, p.Family, Born(p), $"{p.House} {p.Street}, {p.Town}", p.Phone], 6_000, 4, 0.5, 1.5, 0.4, 0.3),
        new("de split", Namer.German, ["Vorname", "Nachname", "Geburtsdatum", "Straße", "Hausnr", "PLZ", "Ort"],
            p => [p.Given, p.Family, German(p), p.Street, p.House, p.Postcode, p.Town], 6_000, 2, 0.7, 1.8, 0.05, 0.2),
        new("de full", Namer.German, ["Name", "Geburtstag", "Anschrift", "Telefon"],
            p => [$"{p.Family}, {p.Given}", German(p), $"{p.Street} {p.House}, {p.Postcode} {p.Town}", p.Phone], 5_000, 3, 0.6, 1.3, 0.08, 0.3),
        new("zh number", Namer.Chinese, ["姓名", "性别", "出生日期", "身份证号", "电话", "住址"],
            p => [Han(p), p.IsFemale ? "女" : "男", Born(p), p.Number, p.Phone, Address(p)], 8_000, 3, 0.7, 1.5, 0.06, 0.2),
        new("zh plain", Namer.Chinese, ["姓名", "性别", "出生日期", "电话", "住址"],
            p => [Han(p), p.IsFemale ? "女" : "男", Born(p), p.Phone, Address(p)], 8_000, 3, 0.7, 1, 0.06, 0.2),
        new("zh sexless", Namer.Chinese, ["name", "dob", "phone", "addr"], p => [Han(p), Born(p), p.Phone, Address(p)], 6_000, 2, 0.8, 1, 0.04, 0.2),
        new("zh two", Namer.Chinese, ["姓", "名", "性别", "出生日期", "电话", "住址"],
            p => [.. Apart(p), p.IsFemale ? "女" : "男", Born(p), p.Phone, Address(p)], 8_000, 3, 0.7, 1, 0.06, 0.2),
        new("zh default", Namer.Chinese, ["姓名", "性别", "出生日期", "身份证号", "电话", "住址"],
            p => [Han(p), p.IsFemale ? "女" : "男", Born(p), p.Number, p.Phone, Address(p)], 8_000, 3, 0.7, 1.5, 0.06, 0.2) { DefaultBirths = 0.3 },
    ];

    /// <summary>Writes the records to a CSV file with columns id, entity and kin, shuffled.</summary>
    public void Write(string path, int seed)
    {
        Random random = new(seed * 7919 + Name.Sum(c => c));
        Population population = new(Namer, Math.Clamp(Rows / 60, 20, 600), Lone, random);
        Recorder recorder = new(Namer, population, random);
        List<(int Entity, string[] Values)> records = [];
        while (records.Count < Rows)
        {
            foreach (Citizen person in population.Household())
            {
                int count = random.NextDouble() < Single ? 1 : random.Next(2, Math.Max(3, MostRecords + 1));
                for (int record = 0; record < count; record++)
                {
                    Citizen written = record == 0 ? person : recorder.Write(person, (int)Math.Floor(Errors * 2 * random.NextDouble() + random.NextDouble()));
                    written = random.NextDouble() < DefaultBirths ? written with { BornAs = "1900-01-01" } : written;
                    records.Add((person.Entity, [.. Layout(written).Select((v, i) => i > 0 && random.NextDouble() < Missing ? "" : v)]));
                }
            }
        }

        ILookup<int, string> kin = population.Kin.ToLookup(k => k.Other, k => $"{k.One}:{k.Kin}");
        (int Entity, string[] Values)[] shuffled = [.. records];
        random.Shuffle(shuffled);
        File.WriteAllLines(
            path,
            shuffled.Select((r, i) => $"r{i},{string.Join(',', r.Values.Select(Cell))},{r.Entity},{string.Join(' ', kin[r.Entity])}").Prepend($"id,{string.Join(',', Header)},entity,kin"));
    }

    private static string Cell(string value) => value.Contains(',', StringComparison.Ordinal) ? $"\"{value}\"" : value;

    private static string Born(Citizen p) => p.BornAs ?? p.Born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string German(Citizen p) => Born(p) is var born ? $"{born[8..]}.{born[5..7]}.{born[..4]}" : "";

    private static string Sex(Citizen p) => p.IsFemale ? "F" : "M";

    private static string Han(Citizen p) => p.NameAs ?? p.Family + p.Given;

    private static string[] Apart(Citizen p) => p.NameAs?.Split(' ') ?? [p.Family, p.Given];

    private static string Address(Citizen p) => $"{p.Town}{p.Street}{p.House}号{p.Postcode[^1]}栋{p.Postcode[^2]}0{(p.Postcode[^3] - '0') % 5 + 1}室";
}
