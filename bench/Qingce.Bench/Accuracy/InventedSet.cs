using System.Globalization;

namespace Qingce.Bench.Accuracy;

/// <summary>Records of invented persons with errors, missing values and relatives, in one of several layouts of columns.</summary>
/// <param name="Name">What the layout is like.</param>
/// <param name="Header">Its columns, without id and entity.</param>
/// <param name="Layout">The values of a person in those columns.</param>
/// <param name="Rows">About how many records.</param>
/// <param name="MostRecords">Records of one person, 1 to this many.</param>
/// <param name="Single">Share of persons with one record.</param>
/// <param name="Errors">Mean number of errors of a further record.</param>
/// <param name="Missing">Share of values missing in any record.</param>
/// <param name="Family">Share of persons who live with others: same family name, address and phone; one in forty of them a twin.</param>
internal sealed record InventedSet(
    string Name, string[] Header, Func<InventedPerson, Random, string[]> Layout, int Rows, int MostRecords, double Single, double Errors, double Missing, double Family)
{
    private const string Letters = "etaoinsrhldcumfpgwybvk";

    public static IReadOnlyList<InventedSet> All { get; } =
    [
        new("email", ["first_name", "last_name", "dob", "town", "email"], (p, _) => [p.Given, p.Family, p.Born, p.Town, p.Email], 2_000, 5, 0.3, 1.5, 0.15, 0.1),
        new("many", ["full_name", "given", "surname", "birth_date", "birth_place", "zip", "gender", "occupation"],
            (p, _) => [p.Given + " " + p.Family, p.Given, p.Family, p.Born, p.Town, p.Postcode, p.Sex, p.Job], 10_000, 12, 0.1, 1.5, 0.1, 0.2),
        new("german", ["Vorname", "Nachname", "Geburtsdatum", "Strasse", "Hausnr", "PLZ", "Ort"],
            (p, _) => [p.Given, p.Family, German(p.Born), p.Street + "strasse", p.House, p.Postcode, p.Town], 5_000, 2, 0.7, 2, 0.03, 0.6),
        new("split date", ["fname_c1", "lname_c1", "by", "bm", "bd"], (p, _) => [p.Given.ToUpperInvariant(), p.Family.ToUpperInvariant(), .. Parts(p.Born)], 10_000, 2, 0.85, 1, 0, 0.2),
        new("families", ["name", "sex", "born", "address", "phone"],
            (p, _) => [p.Given + " " + p.Family, p.Sex, p.Born, p.House + " " + p.Street + " st, " + p.Town, p.Phone], 20_000, 2, 0.8, 1.5, 0.08, 0.8),
        new("numbers", ["customer_no", "surname", "forename", "mobile", "city", "country"],
            (p, _) => [p.Number, p.Family, p.Given, p.Phone, p.Town, "UK"], 3_000, 3, 0.6, 2, 0.1, 0.3),
        new("sparse", ["forename", "surname", "dob", "postcode", "nhs_number"], (p, _) => [p.Given, p.Family, p.Born, p.Postcode, p.Number], 30_000, 3, 0.7, 1, 0.3, 0.4),
        new("large", ["given_name", "surname", "street_number", "address_1", "suburb", "postcode", "date_of_birth", "soc_sec_id"],
            (p, _) => [p.Given, p.Family, p.House, p.Street + " street", p.Town, p.Postcode, p.Born.Replace("-", "", StringComparison.Ordinal), p.Number], 100_000, 3, 0.8, 2, 0.04, 0.3),
        new("few", ["name", "town", "age"], (p, _) => [p.Given + " " + p.Family, p.Town, $"{2024 - int.Parse(p.Born[..4], CultureInfo.InvariantCulture)}"], 500, 2, 0.8, 0.7, 0.02, 0.1),
    ];

    /// <summary>Writes the records to a CSV file with columns id and entity, shuffled.</summary>
    public void Write(string path, int seed)
    {
        Random random = new(seed);
        PersonSource persons = new(Rows, seed);
        List<string> lines = [];
        for (int entity = 0; lines.Count < Rows; entity++)
        {
            InventedPerson person = persons.Next(random, Family);
            string[] original = Layout(person, random);
            int records = random.NextDouble() < Single ? 1 : random.Next(2, MostRecords + 1);
            for (int record = 0; record < records; record++)
            {
                string[] values = record == 0 ? [.. original] : Damage(original, random);
                for (int i = 0; i < values.Length; i++)
                {
                    values[i] = random.NextDouble() < Missing ? "" : values[i];
                }

                lines.Add($"{string.Join(',', values.Select(v => v.Contains(',', StringComparison.Ordinal) ? $"\"{v}\"" : v))},{entity}");
            }
        }

        string[] shuffled = [.. lines];
        random.Shuffle(shuffled);
        File.WriteAllLines(path, shuffled.Select((line, i) => $"r{i},{line}").Prepend($"id,{string.Join(',', Header)},entity"));
    }

    private string[] Damage(string[] original, Random random)
    {
        string[] values = [.. original];
        int errors = (int)Math.Floor(Errors * 2 * random.NextDouble() + random.NextDouble());
        for (int i = 0; i < errors; i++)
        {
            int at = random.Next(values.Length);
            double kind = random.NextDouble();
            values[at] = kind < 0.06 ? "" : kind < 0.12 ? Layout(PersonSource.Lone(random), random)[at] : Slip(values[at], random);
        }

        if (random.NextDouble() < 0.02)
        {
            (values[0], values[1]) = (values[1], values[0]);
        }

        return values;
    }

    private static string Slip(string text, Random random)
    {
        if (text.Length < 2)
        {
            return text;
        }

        int at = random.Next(text.Length - 1);
        char other = char.IsAsciiDigit(text[at]) ? (char)('0' + random.Next(10)) : Letters[random.Next(Letters.Length)];
        return random.Next(6) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, $"{other}"),
            2 => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
            3 when !char.IsAsciiDigit(text[0]) && !text.Contains('@', StringComparison.Ordinal) => text[..Math.Max(1, text.Length / 2)],
            _ => text[..at] + other + text[(at + 1)..],
        };
    }

    private static string German(string date) => $"{date[8..]}.{date[5..7]}.{date[..4]}";

    private static string[] Parts(string date) => [date[..4], date[5..7].TrimStart('0'), date[8..].TrimStart('0')];
}
