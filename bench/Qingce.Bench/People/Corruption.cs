namespace Qingce.Bench.People;

/// <summary>What happens to a row when a person is registered a second time.</summary>
internal static class Corruption
{
    /// <summary>Makes one to three errors.</summary>
    public static void Apply(ref PersonDraw draw, InventedPopulation people, InventedRow row)
    {
        int errors = draw.Chance(0.5) ? 1 : draw.Chance(0.7) ? 2 : 3;
        while (errors-- > 0)
        {
            switch (draw.Below(8))
            {
                case 0:
                    row.Name[^(1 + draw.Below(row.Name.Count - 1))] = people.AnyCharacter(ref draw);
                    break;
                case 1:
                    int at = draw.Below(row.Name.Count);
                    row.Name[at] = people.Homophone(ref draw, row.Name[at]);
                    break;
                case 2:
                    row.Birth = BirthSlip(ref draw, row.Birth);
                    break;
                case 3:
                    NumberSlip(ref draw, row);
                    break;
                case 4:
                    row.Phone = draw.Chance(0.5) ? 0 : InventedPopulation.NewPhone(ref draw);
                    break;
                case 5:
                    people.Move(ref draw, row);
                    break;
                case 6:
                    ShortenAddress(row);
                    break;
                default:
                    row.HasNumber = false;
                    break;
            }
        }
    }

    private static int BirthSlip(ref PersonDraw draw, int birth)
    {
        (int year, int month, int day) = (birth / 10_000, birth / 100 % 100, birth % 100);
        return draw.Below(4) switch
        {
            0 => ((year + (draw.Chance(0.5) ? 1 : -1)) * 10_000) + (month * 100) + Math.Min(day, 28),
            1 when day <= 12 => (year * 10_000) + (day * 100) + month,
            2 => (year * 10_000) + ((1 + draw.Below(12)) * 100) + Math.Min(day, 28),
            _ => (year * 10_000) + (month * 100) + 1 + draw.Below(28),
        };
    }

    private static void NumberSlip(ref PersonDraw draw, InventedRow row)
    {
        int at = draw.Below(17);
        if (draw.Chance(0.3))
        {
            (row.Number[at], row.Number[at + 1]) = (row.Number[at + 1], row.Number[at]);
        }
        else
        {
            row.Number[at] = (char)('0' + draw.Below(10));
        }
    }

    private static void ShortenAddress(InventedRow row)
    {
        string text = row.Address.ToString();
        int door = text.IndexOf('号', StringComparison.Ordinal);
        row.Address.Clear().Append(door > 0 ? text.AsSpan(0, door + 1) : text);
    }
}
