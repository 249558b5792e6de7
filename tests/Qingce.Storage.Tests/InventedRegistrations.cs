using System.Globalization;
using System.Text;
using Qingce.Register;
using Qingce.Storage.Registrations;

namespace Qingce.Storage.Tests;

/// <summary>Contents of registrations with every field that is sealed or searched.</summary>
internal static class InventedRegistrations
{
    public static DateTimeOffset Noon { get; } = new(2025, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static RegistrationContent One(int number, params (RegisterField Field, string Text)[] texts)
    {
        Dictionary<RegisterField, string> all = new()
        {
            [RegisterField.RegistrationId] = string.Create(CultureInfo.InvariantCulture, $"R{number:D6}"),
            [RegisterField.HouseholdId] = string.Create(CultureInfo.InvariantCulture, $"H{number / 3:D6}"),
            [RegisterField.Relation] = number % 3 == 0 ? "02" : "20",
            [RegisterField.Name] = number % 2 == 0 ? "王伟" : "張三",
            [RegisterField.Sex] = "1",
            [RegisterField.BirthDate] = "1980-01-02",
            [RegisterField.CitizenNumber] = string.Create(CultureInfo.InvariantCulture, $"33010619800102{number % 1000:D3}X"),
            [RegisterField.Division] = number % 5 == 0 ? "330203001002" : "330106001001",
            [RegisterField.Address] = string.Create(CultureInfo.InvariantCulture, $"浙江省杭州市西湖区文三路{number % 10}号3幢{number}室"),
            [RegisterField.Phone] = string.Create(CultureInfo.InvariantCulture, $"138{number:D8}"),
        };
        foreach ((RegisterField field, string text) in texts)
        {
            all[field] = text;
        }

        return RegistrationContent.FromFields(all);
    }

    public static void Append(this RegistrationRows rows, RegistrationContent content, long digest = 0)
    {
        byte[] texts = Encoding.UTF8.GetBytes(string.Concat(content.Texts[..RegisterFields.InFile].ToArray()));
        int[] ends = new int[RegisterFields.InFile];
        int end = 1000;
        for (int i = 0; i < ends.Length; i++)
        {
            ends[i] = end += Encoding.UTF8.GetByteCount(content[(RegisterField)i]);
        }

        rows.Append(texts, ends, 1000, digest);
    }

    public static async Task InsertAsync(Store store, IEnumerable<RegistrationContent> contents, CancellationToken cancellation)
    {
        RegistrationRows rows = store.NewRegistrations(null, Noon);
        foreach (RegistrationContent content in contents)
        {
            rows.Append(content);
        }

        await using StoreWrite write = await store.WriteAsync(cancellation);
        await store.InsertAsync(write, rows, cancellation);
        await write.CommitAsync(cancellation);
    }
}
