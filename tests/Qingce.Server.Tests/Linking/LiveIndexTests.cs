using Qingce.Register;
using Qingce.Server.Linking;

namespace Qingce.Server.Tests.Linking;

public sealed class LiveIndexTests : IDisposable
{
    private const int People = 300;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Index_OpenedAgain_FindsAndKnowsHowManyWereCounted()
    {
        Make();
        using LiveIndex index = Of();

        Assert.True(index.TryOpen());
        Assert.Equal("R7", index.Find(Second(7), -1000)[0].RegistrationId);
        Assert.Equal(People, index.Counts!.Registrations);
        Assert.False(index.NeedsMaking);

        index.Put([.. Enumerable.Range(People, 2000).Select(Person)]);
        Assert.True(index.NeedsMaking);
    }

    [Fact]
    public void Alike_AreThoseOfNearlyTheNameOrTheNumber()
    {
        using LiveIndex index = Of();
        RegistrationContent first = Person(0).With(RegisterField.Name, "司马青云").With(RegisterField.CitizenNumber, "110105195001010010");
        index.Make([first, .. Enumerable.Range(1, People).Select(Person)], People, TestContext.Current.CancellationToken);
        RegistrationContent second = first.With(RegisterField.RegistrationId, "X").With(RegisterField.CitizenNumber, "");

        Assert.Equal(["R0"], Alike(second));
        Assert.Equal(["R0"], Alike(second.With(RegisterField.Name, "司马青芸")));
        Assert.Empty(Alike(second.With(RegisterField.Name, "司马超")));
        Assert.Equal(["R0"], Alike(second.With(RegisterField.Name, "欧阳超").With(RegisterField.CitizenNumber, "110105195001010010")));

        string[] Alike(RegistrationContent one) => [.. index.FindAlike(one).Select(like => like.RegistrationId)];
    }

    [Fact]
    public void Index_WithoutItsCounts_IsNotOpened()
    {
        Make();
        File.Delete(_folder["index.counts"]);
        using LiveIndex index = Of();

        Assert.False(index.TryOpen());
        Assert.Empty(index.Find(Second(7), -1000));
    }

    [Fact]
    public void Page_ThatIsDamaged_FindsNobodyAndHasTheIndexMadeAnew()
    {
        Make();
        string segment = Directory.EnumerateFiles(_folder["index"]).MaxBy(file => new FileInfo(file).Length)!;
        byte[] bytes = File.ReadAllBytes(segment);
        bytes.AsSpan(bytes.Length / 4, bytes.Length / 2).Fill(0x5A);
        File.WriteAllBytes(segment, bytes);
        using LiveIndex index = Of();

        Assert.True(index.TryOpen());
        Assert.Empty(index.Find(Second(7), -1000));
        Assert.True(index.NeedsMaking);

        index.Make(Enumerable.Range(0, People).Select(Person), People, TestContext.Current.CancellationToken);
        Assert.False(index.NeedsMaking);
        Assert.Equal("R7", index.Find(Second(7), -1000)[0].RegistrationId);
    }

    private static RegistrationContent Person(int i) => RegistrationContent.FromFields(
    [
        new(RegisterField.RegistrationId, $"R{i}"), new(RegisterField.HouseholdId, $"H{i}"), new(RegisterField.Relation, "02"),
        new(RegisterField.Name, $"{"王李张刘陈杨黄赵"[i % 8]}{"建国伟芳敏静丽强"[i / 8 % 8]}{"华明军平红霞"[i / 64 % 6]}"), new(RegisterField.Sex, i % 2 == 0 ? "1" : "2"),
        new(RegisterField.BirthDate, $"{1950 + i % 50}-{1 + i % 12:D2}-{1 + i % 28:D2}"), new(RegisterField.Division, "320505001001"),
    ]);

    private static RegistrationContent Second(int i) => Person(i).With(RegisterField.RegistrationId, "X");

    private LiveIndex Of() => new(_folder["index"], _folder["index.counts"]);

    private void Make()
    {
        using LiveIndex index = Of();
        index.Make(Enumerable.Range(0, People).Select(Person), People, TestContext.Current.CancellationToken);
    }
}
