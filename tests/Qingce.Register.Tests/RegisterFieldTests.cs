using Qingce.Exchange.Files;

namespace Qingce.Register.Tests;

public sealed class RegisterFieldTests
{
    [Fact]
    public void Numbers_OfFileFields_AreThePlacesOfTheirColumns()
    {
        Assert.Equal(RegisterFields.InFile, FileShapes.Register.Count);
        Assert.All(RegisterFields.All().Take(RegisterFields.InFile), field =>
            Assert.Equal(field.ToString(), string.Concat(field.Shape.Name.Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]))));
    }

    [Fact]
    public void Find_ByEitherHeader_GivesTheField() => Assert.All(RegisterFields.All(), expected =>
    {
        Assert.True(RegisterFields.TryFind(expected.Shape.Name, out RegisterField byName));
        Assert.True(RegisterFields.TryFind(expected.Shape.Chinese, out RegisterField byChinese));
        Assert.Equal((expected, expected), (byName, byChinese));
    });

    [Fact]
    public void Kinds_AllHaveATokenAndNames() => Assert.All(Enum.GetValues<ChangeKind>().Where(kind => kind != ChangeKind.None), kind =>
    {
        Assert.True(ChangeKinds.List.TryRead(ChangeKinds.List.Token(kind), out ChangeKind read));
        Assert.Equal(kind, read);
        Assert.NotEqual("", ChangeKinds.List.Chinese(kind));
    });
}
