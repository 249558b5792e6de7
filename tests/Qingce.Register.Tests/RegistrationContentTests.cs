using System.Text;
using CsCheck;
using Qingce.Exchange.Files;
using Qingce.Exchange.Values;

namespace Qingce.Register.Tests;

public sealed class RegistrationContentTests
{
    private static readonly string[] Written = ["2026-01-02", "男", "11010519491231002X", "110105", "户主"];

    private static readonly Gen<RegistrationContent> Contents =
        Gen.OneOf(Gen.Const(""), Gen.String[0, 12], Gen.Int[0, Written.Length - 1].Select(i => Written[i])).Array[RegisterFields.InFile]
            .Select(texts => RegistrationContent.Read(
                texts.Select((text, i) => new KeyValuePair<RegisterField, string>((RegisterField)i, text)), out _));

    [Fact]
    public void Changes_AppliedToTheOld_GiveTheNew() =>
        Gen.Select(Contents, Contents).Sample((left, right) =>
        {
            Assert.Equal(right, left.With(left.ChangesTo(right)));
            Assert.Equal(left, right.With(right.ChangesTo(left)));
            Assert.All(left.ChangesTo(right), change => Assert.NotEqual(change.Old, change.New));
        }, iter: 2000);

    [Fact]
    public void Read_OfWhatWasRead_IsTheSame() =>
        Gen.Select(Gen.Int[0, RegisterFields.InFile - 1], Gen.String[0, 20]).Sample((number, text) =>
        {
            FieldShape shape = FileShapes.Register[number];
            FieldReading first = FieldReading.Of(shape, text);
            FieldReading second = FieldReading.Of(shape, Encoding.UTF8.GetBytes(first.Text));

            Assert.Equal(first.Text, second.Text);
            Assert.DoesNotContain('\0', first.Text);
        }, iter: 5000);

    [Theory]
    [InlineData("sex", "男", "1", FieldFault.None)]
    [InlineData("relation", "户主", "02", FieldFault.None)]
    [InlineData("relation", "3", "30", FieldFault.None)]
    [InlineData("ethnicity", "汉族", "01", FieldFault.None)]
    [InlineData("marital_status", "离异", "40", FieldFault.None)]
    [InlineData("household_type", "家庭户", "family", FieldFault.None)]
    [InlineData("cancelled_for", "死亡", "death", FieldFault.None)]
    [InlineData("cancelled_for", "飞走", "飞走", FieldFault.NotOnTheList)]
    [InlineData("registered_on", "20260102", "2026-01-02", FieldFault.None)]
    [InlineData("registered_on", "2026-02-30", "2026-02-30", FieldFault.NoSuchDay)]
    [InlineData("registered_on", "昨天", "昨天", FieldFault.NoDate)]
    [InlineData("birth_date", "1990年5月", "1990-05", FieldFault.None)]
    [InlineData("citizen_number", "11010519491231002x", "11010519491231002X", FieldFault.None)]
    [InlineData("citizen_number", "110105194912310021", "110105194912310021", FieldFault.None)]
    [InlineData("citizen_number", "110105491231002", "110105491231002", FieldFault.None)]
    [InlineData("citizen_number", "无", "", FieldFault.None)]
    [InlineData("citizen_number", "12345", "12345", FieldFault.NoNumber)]
    [InlineData("division", "110105", "110105000000", FieldFault.None)]
    [InlineData("division", "990105", "990105", FieldFault.NoDivision)]
    [InlineData("name", " 王　建国　", "王　建国", FieldFault.None)]
    [InlineData("name", "王\0建国", "王建国", FieldFault.BrokenText)]
    public void Read_OfAField_GivesTheKeptForm(string name, string text, string expected, FieldFault fault)
    {
        FieldShape shape = FileShapes.Register.Single(field => field.Name == name);

        Assert.Equal(new FieldReading(expected, fault), FieldReading.Of(shape, text));
        Assert.Equal(new FieldReading(expected, fault), FieldReading.Of(shape, Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void Content_WithoutPerson_IsItsOwnPerson() =>
        Assert.Equal("R1", RegistrationContent.FromFields([new(RegisterField.RegistrationId, "R1")]).PersonId);
}
