using System.Globalization;
using System.Text;
using Qingce.Exchange.Files;

namespace Qingce.Bench.Stores;

/// <summary>A register file of invented households, every column filled as often as in a real one. The same seed gives the same bytes.</summary>
internal static class InventedRegister
{
    private const int HouseholdSize = 3;

    private static readonly string[] Surnames = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "欧阳"];
    private static readonly string[] Given = ["伟", "芳", "娜", "敏", "静", "建国", "秀英", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "桂兰", "明", "超", "子轩", "梓涵"];
    private static readonly string[] Roads = ["人民路", "解放路", "中山路", "文化街", "和平路", "建设大道", "青年路", "东风街"];
    private static readonly string[] Jobs = ["务农", "企业职工", "个体经营", "学生", "离退休人员", "教师"];
    private static readonly int[] Counties = [330102, 330105, 330203, 330302, 330402, 330502, 330602, 330702, 330802, 330902, 331002, 331102];

    public static void Write(string path, int rows, int seed)
    {
        Random random = new(seed);
        using StreamWriter file = new(path, false, new UTF8Encoding(false), 1 << 20);
        file.Write(string.Join(',', FileShapes.Register.Select(field => field.Name)) + "\n");
        string address = "";
        int county = 0;
        for (int i = 0; i < rows; i++)
        {
            if (i % HouseholdSize == 0)
            {
                county = Counties[random.Next(Counties.Length)];
                address = $"{Roads[random.Next(Roads.Length)]}{random.Next(1, 999)}号{random.Next(1, 30)}幢{random.Next(101, 2000)}室";
            }

            Row(file, random, i, county, address);
        }
    }

    private static void Row(StreamWriter file, Random random, int i, int county, string address)
    {
        int sex = random.Next(1, 3);
        DateOnly born = new DateOnly(1935, 1, 1).AddDays(random.Next(32_000));
        string body = string.Create(CultureInfo.InvariantCulture, $"{county}{born:yyyyMMdd}{random.Next(1, 499) * 2 + sex % 2:000}");
        string number = body + CheckCharacter(body);
        string relation = (i % HouseholdSize) switch { 0 => "02", 1 => "10", _ => sex == 1 ? "20" : "30" };
        DateOnly registered = born.AddDays(random.Next(1, 40));
        bool moved = random.Next(5) == 0;
        file.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{county}{i:00000000},{county}H{i / HouseholdSize:0000000},family,{relation},{Surnames[random.Next(Surnames.Length)]}{Given[random.Next(Given.Length)]},,{sex},01,{born:yyyy-MM-dd},{number},,{county}001{random.Next(1, 20):000},{address},,浙江省{Roads[random.Next(8)]},浙江省,{(relation == "20" ? "10" : "20")},{(random.Next(3) == 0 ? "70" : "60")},{Jobs[random.Next(Jobs.Length)]},,1{random.Next(30, 99)}{random.Next(100_000_000):00000000},{registered:yyyy-MM-dd},birth,{(moved ? registered.AddYears(20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "")},{(moved ? "320500江苏省苏州市" : "")},{(moved ? "employment" : "")},{born.AddYears(18):yyyy-MM-dd},{(random.Next(30) == 0 ? "2020-01-01,death" : ",")},\n"));
    }

    private static char CheckCharacter(string body)
    {
        ReadOnlySpan<int> weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        int sum = 0;
        for (int i = 0; i < body.Length; i++)
        {
            sum += (body[i] - '0') * weights[i];
        }

        return "10X98765432"[sum % 11];
    }
}
