using System.Text;

namespace Qingce.Linkage.Tests;

public sealed class NamePartKindTests
{
    [Theory]
    [InlineData("John Smith", "john", "smith")]
    [InlineData("Smith, John Paul", "john paul", "smith")]
    [InlineData("Dr. Anna-Maria van der Berg", "anna maria", "van der berg")]
    [InlineData("Mr John Smith Jr.", "john", "smith")]
    [InlineData("Anna Smith-Jones", "anna", "smith jones")]
    [InlineData("Müller, Jürgen", "jurgen", "muller")]
    [InlineData(", Jürgen", "jurgen", "")]
    [InlineData("Smith", "", "smith")]
    [InlineData("  ", "", "")]
    public void Clean_FullName_GivesItsParts(string name, string given, string family)
    {
        Assert.Equal(given, Clean(new NamePartKind(isFamily: false), name));
        Assert.Equal(family, Clean(new NamePartKind(isFamily: true), name));
    }

    private static string Clean(NamePartKind kind, string name)
    {
        var cleaned = new byte[kind.MostBytes(Encoding.UTF8.GetByteCount(name)) + 8];
        return Encoding.UTF8.GetString(cleaned, 0, kind.Clean(Encoding.UTF8.GetBytes(name), cleaned));
    }
}
