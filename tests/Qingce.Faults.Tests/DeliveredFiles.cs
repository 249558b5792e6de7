using System.Text;

namespace Qingce.Faults.Tests;

/// <summary>
/// Files of which it is known what a store must hold once all are taken: a register, past changes, a source category, and later files of register and
/// source with some rows new, some changed, some of no use.
/// </summary>
internal sealed class DeliveredFiles : IDisposable
{
    public const int Households = 900;

    private readonly string _folder = Directory.CreateTempSubdirectory("qingce-faults-").FullName;

    public DeliveredFiles()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "later"));
        Write("register.csv", Register(Households, later: false));
        Write("changes.csv", "registration_id,changed_on,field,old_value,new_value\n"
            + string.Concat(Enumerable.Range(0, Households).Select(i => $"{(i % 50 == 0 ? "X" : "R")}{i}a,2020-01-02,name,王国,王建国\n")));
        Write("12-health.csv", Source(Households, later: false));
        Write("later/register.csv", Register(Households + 30, later: true));
        Write("later/12-health.csv", Source(Households + 20, later: true));
    }

    /// <summary>All files, in the order in which they are taken.</summary>
    public IReadOnlyList<string> All =>
        [.. new[] { "register.csv", "changes.csv", "12-health.csv", "later/register.csv", "later/12-health.csv" }.Select(name => Path.Combine(_folder, name))];

    /// <summary>The receipts they must get: kind, read, taken, unchanged, updated, rejected.</summary>
    public static IReadOnlyList<string> Receipts =>
    [
        "register 1800 1791 0 0 9", "changes 900 882 0 0 18", "12 900 890 0 0 10", "register 1860 59 1701 90 10", "12 920 19 800 90 11",
    ];

    public static string NameAt(int household, bool later) => later && household % 10 == 3 ? "王建新" : "王建国";

    public static string RecordedAt(int record, bool later) => later && record % 10 == 4 ? "2024-05-06" : "2024-03-02";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text, new UTF8Encoding(false));

    private static string Register(int households, bool later)
    {
        StringBuilder text = new("registration_id,household_id,relation,name,sex,birth_date,citizen_number,division,address,phone\n");
        for (int i = 0; i < households; i++)
        {
            text.Append($"R{i}a,H{i},02,{NameAt(i, later)},1,1980-05-17,11010519491231002X,3301020{i % 3}1002,北京路{i}号,1390000{i:0000}\n");
            text.Append(i % 100 == 7 ? "" : $"R{i}b").Append($",H{i},10,李娜,2,1981-06-18,440524188001010014,330102001002,北京路{i}号,\n");
        }

        return text.ToString();
    }

    private static string Source(int records, bool later)
    {
        StringBuilder text = new("source_record_id,event_kind,event_date,citizen_number,name,division,recorded_at\n");
        for (int i = 0; i < records; i++)
        {
            text.Append($"S{i},{(i % 90 == 5 ? "slept" : "contact")},2024-03-01,11010519491231002X,王建国,110105,{RecordedAt(i, later)}\n");
        }

        return text.ToString();
    }
}
