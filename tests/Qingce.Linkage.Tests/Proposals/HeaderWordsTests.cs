namespace Qingce.Linkage.Tests;

public sealed class HeaderWordsTests
{
    [Theory]
    [InlineData("ФИО", ColumnRole.FullName)]
    [InlineData("Дата рождения", ColumnRole.Date)]
    [InlineData("Номер телефона", ColumnRole.Phone)]
    [InlineData("Họ và tên", ColumnRole.FullName)]
    [InlineData("Ngày sinh", ColumnRole.Date)]
    [InlineData("Địa chỉ", ColumnRole.Address)]
    [InlineData("Fødselsdato", ColumnRole.Date)]
    [InlineData("Förnamn", ColumnRole.GivenName)]
    [InlineData("telefoon", ColumnRole.Phone)]
    [InlineData("Imię i nazwisko", ColumnRole.FullName)]
    [InlineData("data_de_nascimento", ColumnRole.Date)]
    [InlineData("生年月日", ColumnRole.Date)]
    [InlineData("전화번호", ColumnRole.Phone)]
    [InlineData("Prénom", ColumnRole.GivenName)]
    [InlineData("Straße", ColumnRole.Address)]
    [InlineData("name_suffix_lbl", ColumnRole.Category)]
    public void RoleOf_HeaderOfSomeLanguage_IsKnown(string header, ColumnRole role) => Assert.Equal(role, HeaderWords.RoleOf(Of(header)));

    [Theory]
    [InlineData("age", true)]
    [InlineData("Age at visit", true)]
    [InlineData("Возраст", true)]
    [InlineData("page", false)]
    [InlineData("birth year", false)]
    public void IsAge_Header_IsTold(string header, bool expected) => Assert.Equal(expected, HeaderWords.IsAge(Of(header)));

    private static ColumnProfile Of(string header) => new()
    {
        Header = header,
        Words = HeaderWords.Split(header),
        Rows = 0,
        Present = 0,
        Distinct = 0,
        Commonest = 0,
        Values = [],
    };
}
