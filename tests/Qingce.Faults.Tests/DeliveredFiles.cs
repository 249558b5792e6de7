using System.Text;

namespace Qingce.Faults.Tests;

/// <summary>
/// Files of which it is known what a store must hold once all are taken: a register, past changes, a source category, and later files of register and
/// source with some rows new, some changed, some of no use.
/// </summary>
internal sealed class DeliveredFiles : IDisposable
{
    // Registrations enough for two batches of a rotation of keys.
    public const int Households = 1100;

    private readonly string _folder = Directory.CreateTempSubdirectory("qingce-faults-").FullName;

    public DeliveredFiles()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "later"));
        Directory.CreateDirectory(Path.Combine(_folder, "large"));
        Write("register.csv", Register(Households, later: false));
        Write("changes.csv", "registration_id,changed_on,field,old_value,new_value\n"
            + string.Concat(Enumerable.Range(0, Households).Select(i => $"{(i % 50 == 0 ? "X" : "R")}{i}a,2020-01-02,name,王国,王建国\n")));
        Write("12-health.csv", Source(Households, later: false));
        Write("large/register.csv", Register(3 * Households, later: false));
        Write("later/register.csv", Register(Households + 30, later: true));
        Write("later/12-health.csv", Source(Households + 20, later: true));
    }

    /// <summary>All files, in the order in which they are taken.</summary>
    public IReadOnlyList<string> All => [.. First, .. Later];

    /// <summary>The files of an empty register.</summary>
    public IReadOnlyList<string> First => Paths("register.csv", "changes.csv", "12-health.csv");

    /// <summary>What is delivered after them.</summary>
    public IReadOnlyList<string> Later => Paths("later/register.csv", "later/12-health.csv");

    /// <summary>A register that takes longer to fill.</summary>
    public IReadOnlyList<string> Large => Paths("large/register.csv");

    /// <summary>The receipt of <see cref="Large"/>.</summary>
    public static IReadOnlyList<string> LargeReceipts => ["register 6600 6567 0 0 33"];

    /// <summary>The receipts they must get: kind, read, taken, unchanged, updated, rejected.</summary>
    public static IReadOnlyList<string> Receipts => [.. FirstReceipts, .. LaterReceipts];

    /// <summary>Those of <see cref="First"/>.</summary>
    public static IReadOnlyList<string> FirstReceipts => ["register 2200 2189 0 0 11", "changes 1100 1078 0 0 22", "12 1100 1087 0 0 13"];

    /// <summary>Those of <see cref="Later"/>.</summary>
    public static IReadOnlyList<string> LaterReceipts => ["register 2260 59 2079 110 12", "12 1120 20 977 110 13"];

    public static string NameAt(int household, bool later) => later && household % 10 == 3 ? "王建新" : "王建国";

    public static string RecordedAt(int record, bool later) => later && record % 10 == 4 ? "2024-05-06" : "2024-03-02";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string[] Paths(params string[] names) => [.. names.Select(name => Path.Combine(_folder, name))];

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
