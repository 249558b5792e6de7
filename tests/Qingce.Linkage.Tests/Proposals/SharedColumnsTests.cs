using System.Globalization;

namespace Qingce.Linkage.Tests;

public sealed class SharedColumnsTests
{
    private const int Homes = 500;

    [Theory]
    [InlineData("household_id")]
    [InlineData("policy")]
    [InlineData("contact")]
    public void Of_NumberOfAHousehold_IsShared(string header)
    {
        var proposal = Propose(header, (home, _) => $"{40_000_000 + 7 * home}");

        Assert.Contains(header, proposal.Model.Shared!.Comparisons);
        Assert.Contains(proposal.Notes, note => note.Chinese.Contains($"“{header}”，因此它计入一家人共有的信息", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_NameOfAParent_IsSharedAndTellsNobody()
    {
        var proposal = Propose("mother_name", (home, _) => $"Mother {(char)('a' + home % 26)}{(char)('a' + home / 26)}berg");

        Assert.Contains("mother_name", proposal.Model.Shared!.Comparisons);
        Assert.Contains(proposal.Model.Comparisons, c => c.Name == "dob");
    }

    [Fact]
    public void Of_NumberOfAPerson_IsNot()
    {
        var proposal = Propose("account", (_, person) => $"{40_000_000 + 7 * person}");

        Assert.DoesNotContain("account", proposal.Model.Shared!.Comparisons);
        Assert.Contains(proposal.Model.Comparisons, c => c.Name == "account");
    }

    [Fact]
    public void Of_Ages_TellAParentFromAChild()
    {
        var proposal = Propose("age", (_, person) => $"{person * 37 % 90}");

        Assert.Equal(ProposedLevels.AGeneration, proposal.Model.Comparisons.Single(c => c.Name == "age").Levels[^1].Name);
    }

    // Four people a home, of whom one has a second record.
    private static ModelProposal Propose(string header, Func<int, int, string> value)
    {
        var random = new Random(74);
        var file = Path.GetTempFileName();
        string Word() => string.Concat(Enumerable.Range(0, 6).Select(_ => (char)('a' + random.Next(26))));
        try
        {
            var lines = new List<string>();
            for (var home = 0; home < Homes; home++)
            {
                var (family, street) = (Word(), $"{random.Next(200)} {Word()} Street");
                for (var member = 0; member < 4; member++)
                {
                    var born = new DateOnly(1940, 1, 1).AddDays(random.Next(25_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                    var person = $"{Word()},{family},{born},{street},{value(home, 4 * home + member)}";
                    lines.Add(person);
                    lines.AddRange(member == 0 ? [person] : Array.Empty<string>());
                }
            }

            File.WriteAllLines(file, lines.Select((line, i) => $"{i},{line}").Prepend($"id,given_name,surname,dob,street,{header}"));
            return ModelProposal.Of([("people", [file])], LinkageVocabulary.General);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
