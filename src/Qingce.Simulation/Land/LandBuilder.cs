using Qingce.Simulation.Chance;
using Qingce.Standards;

namespace Qingce.Simulation.Land;

/// <summary>Chooses real provinces and counties and invents the villages and streets below their townships.</summary>
internal static class LandBuilder
{
    private const int PeopleInCounty = 90_000;

    // Every province chosen from has more, so that some counties are left outside the simulation.
    private const int MostCounties = 40;

    private static readonly string[] StreetStems =
    [
        "人民", "解放", "建设", "中山", "和平", "新华", "文化", "胜利", "东风", "光明", "幸福", "朝阳", "滨河", "团结", "青年", "育才", "迎宾", "长江", "黄河", "友谊",
        "府前", "学府", "体育", "站前", "环城", "民主", "工农", "红旗", "振兴", "兴隆",
    ];

    private static readonly string[] VillageStems =
    [
        "东庄", "西庄", "李家", "王家", "张庄", "赵家", "陈村", "刘庄", "上河", "下河", "柳树", "杨树", "石桥", "新民", "光荣", "前进", "红星", "永丰", "太平", "大营",
        "小营", "南坡", "北岭", "桃园", "梅林", "松树", "双井", "三合", "五里", "十里", "高庙", "清水", "龙泉", "凤山", "马场", "沙河", "白石", "黑山", "向阳", "民主",
    ];

    public static LandPlan Build(SimulationOptions options)
    {
        Draw draw = Draw.For((ulong)options.Seed, Stage.Land);
        Division[] provinces = ChooseProvinces(ref draw, options.Provinces);
        int wanted = Math.Max(options.Provinces, options.People < 2_000 ? 1 : Math.Max(2, (int)Math.Round(options.People / (double)PeopleInCounty)));
        wanted = Math.Min(wanted, provinces.Sum(province => Math.Min(MostCounties, Usable(province.Code / 10_000).Length)));
        List<CountyPlan> counties = [];
        List<Elsewhere> nearby = [];
        int[] shares = Shares(ref draw, wanted);
        int given = 0;
        for (int p = 0; p < provinces.Length; p++)
        {
            int here = wanted / provinces.Length + (p < wanted % provinces.Length ? 1 : 0);
            Division[] chosen = Usable(provinces[p].Code / 10_000);
            Shuffle(ref draw, chosen);
            for (int i = 0; i < Math.Min(here, chosen.Length); i++)
            {
                bool last = p == provinces.Length - 1 && i == here - 1;
                int people = last ? options.People - given : (int)((long)options.People * shares[counties.Count] / shares.Sum());
                given += people;
                counties.Add(Plan(ref draw, chosen[i], counties.Count, p, people, options.ErrorRate));
            }

            foreach (Division other in chosen.Skip(here).Take(40))
            {
                AddPlace(ref draw, other, nearby);
            }
        }

        BalanceErrors(counties, options);
        List<Elsewhere> far = [];
        foreach (Division province in Divisions.Provinces)
        {
            if (!provinces.Any(own => own.Code == province.Code))
            {
                Division[] others = Usable(province.Code / 10_000);
                for (int i = 0; i < 5 && others.Length > 0; i++)
                {
                    AddPlace(ref draw, others[draw.Below(others.Length)], far);
                }
            }
        }

        return new LandPlan
        {
            Counties = [.. counties],
            Provinces = [.. provinces.Select(province => province.Code / 10_000)],
            Nearby = [.. nearby],
            FarAway = [.. far],
            AbolishedCounties = Abolished(provinces),
            Until = DayNumber.Of(options.Until),
        };
    }

    private static Division[] ChooseProvinces(ref Draw draw, int count)
    {
        Division[] provinces = [.. Divisions.Provinces.Where(province => Usable(province.Code / 10_000).Length >= 45)];
        Shuffle(ref draw, provinces);
        return provinces[..Math.Min(count, provinces.Length)];
    }

    private static Division[] Usable(int province) =>
        [.. Divisions.CountiesOfProvince(province).Where(county => county.IsCurrent && Divisions.TownshipsOf(county.Code).Count >= 4)];

    private static int[] Shares(ref Draw draw, int count)
    {
        int[] shares = new int[count];
        for (int i = 0; i < count; i++)
        {
            shares[i] = draw.Between(60, 140);
        }

        return shares;
    }

    private static CountyPlan Plan(ref Draw draw, Division county, int index, int province, int people, double errorRate)
    {
        Town[] townships = [.. Divisions.TownshipsOf(county.Code).Where(row => row.Code % 1000 < 400).Select(row => new Town(row.Code, row.Name, false, [], []))];
        if (townships.Length == 0)
        {
            townships = [.. Divisions.TownshipsOf(county.Code).Select(row => new Town(row.Code, row.Name, false, [], []))];
        }

        int most = Math.Clamp(people / 1500, 3, 24);
        Shuffle(ref draw, townships);
        townships = [.. townships.Take(most).OrderBy(row => row.Code)];
        for (int i = 0; i < townships.Length; i++)
        {
            int kind = townships[i].Code % 1000;
            bool urban = kind < 100 || (kind < 200 && i % 2 == 0) || i == 0;
            townships[i] = Furnish(ref draw, townships[i], urban);
        }

        // A factor between 0.12 and 1.81 takes 8.3% to counties of 1% to 15%; the mean is set afterwards.
        double factor = 0.12 + 1.69 * (index * 0.6180339887 + 0.35) % 1.69;
        return new CountyPlan
        {
            Index = index,
            Province = province,
            Code = county.Code,
            FullName = county.FullName,
            Name = county.Name,
            IsAutonomous = county.FullName.Contains("自治", StringComparison.Ordinal),
            People = people,
            ErrorRate = errorRate * factor,
            Townships = townships,
        };
    }

    private static Town Furnish(ref Draw draw, Town township, bool urban)
    {
        string[] stems = [.. urban ? StreetStems : VillageStems];
        Shuffle(ref draw, stems);
        string[] villages = [.. stems.Take(draw.Between(6, 14)).Select(stem => urban ? stem + "社区" : stem + "村")];
        if (!urban)
        {
            return township with { IsUrban = false, Villages = villages };
        }

        Shuffle(ref draw, stems);
        return township with { IsUrban = true, Villages = villages, Streets = [.. stems.Take(12).Select((stem, i) => stem + (i % 3 == 0 ? "路" : i % 3 == 1 ? "街" : "大道"))] };
    }

    private static void BalanceErrors(List<CountyPlan> counties, SimulationOptions options)
    {
        double mean = counties.Sum(county => county.ErrorRate * county.People) / Math.Max(1, options.People);
        if (mean <= 0)
        {
            return;
        }

        for (int i = 0; i < counties.Count; i++)
        {
            double rate = counties[i].ErrorRate * options.ErrorRate / mean;
            counties[i] = counties[i].WithErrorRate(Math.Min(rate, Math.Max(0.15, 1.5 * options.ErrorRate)));
        }
    }

    private static void AddPlace(ref Draw draw, Division county, List<Elsewhere> into)
    {
        IReadOnlyList<Standards.Township> townships = Divisions.TownshipsOf(county.Code);
        Standards.Township township = townships[draw.Below(townships.Count)];
        into.Add(new Elsewhere(township.Code, county.FullName + township.Name));
    }

    private static int[] Abolished(Division[] provinces)
    {
        List<int> codes = [];
        foreach (Division province in provinces)
        {
            for (int code = province.Code + 101; code < province.Code + 10_000; code++)
            {
                ReadOnlySpan<Division> history = Divisions.History(code);
                if (!history.IsEmpty && history[0].Level == DivisionLevel.County && !history[^1].IsCurrent && history[0].From <= 1982 && history[^1].To > 1995)
                {
                    codes.Add(code);
                }
            }
        }

        return [.. codes];
    }

    private static void Shuffle<T>(ref Draw draw, T[] items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int other = draw.Below(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }
}
