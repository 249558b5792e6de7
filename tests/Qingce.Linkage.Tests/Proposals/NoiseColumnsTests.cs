using System.Globalization;

namespace Qingce.Linkage.Tests;

public sealed class NoiseColumnsTests
{
    [Fact]
    public void Of_ColumnsThatSecondRecordsDoNotKeep_AreNeitherComparedNorBlockedBy()
    {
        var proposal = Propose("lot", "ticket", kept: false);

        string[] noise = ["lot", "ticket"];
        Assert.All(noise, name => Assert.Contains("no more often than others", proposal.Columns.Single(c => c.Name == name).Reason!.Value.English, StringComparison.Ordinal));
        Assert.DoesNotContain(proposal.Model.Comparisons, c => noise.Contains(c.Name));
        Assert.DoesNotContain(proposal.Model.Blocking!, rule => rule.Parts.Any(p => noise.Contains(p.Column)));
        Assert.Contains(proposal.Model.Comparisons, c => c.Name == "surname");
    }

    [Fact]
    public void Of_ColumnsThatSecondRecordsKeep_AreCompared()
    {
        var proposal = Propose("lot", "ticket", kept: true);

        Assert.Contains(proposal.Model.Comparisons, c => c.Name == "lot");
        Assert.Contains(proposal.Model.Comparisons, c => c.Name == "ticket");
    }

    // Members of a household agree in all but what tells them apart, which is no noise for it.
    [Fact]
    public void Of_HouseholdsWithoutGivenNames_BirthDatesStayCompared()
    {
        var random = new Random(72);
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, Enumerable.Range(0, 700).SelectMany(household =>
            {
                var home = $"{(char)('a' + random.Next(26))}berg{(char)('a' + random.Next(26))},{random.Next(200)} Street {random.Next(1000)},0176{random.Next(10_000_000):0000000}";
                return Enumerable.Range(0, 3).Select(member => $"{3 * household + member},{new DateOnly(1940, 1, 1).AddDays(random.Next(25_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)},{home}");
            }).Prepend("id,dob,surname,street,phone"));

            Assert.Contains(ModelProposal.Of([("people", [file])], LinkageVocabulary.General).Model.Comparisons, c => c.Name == "dob");
        }
        finally
        {
            File.Delete(file);
        }
    }

    // Nor are those who moved in together one person, though the day is a date of theirs.
    [Fact]
    public void Of_HouseholdsThatMovedInTogether_BirthDatesStayCompared()
    {
        var random = new Random(73);
        var file = Path.GetTempFileName();
        string Day() => new DateOnly(1940, 1, 1).AddDays(random.Next(25_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        try
        {
            File.WriteAllLines(file, Enumerable.Range(0, 2500).SelectMany(household =>
            {
                var home = $"{random.Next(200)} Street {random.Next(1000)},0176{random.Next(10_000_000):0000000},{Day()}";
                return Enumerable.Range(0, 3).Select(member => $"{3 * household + member},{Word()} {Word()},{Day()},{home}");
            }).Prepend("id,name,birth_date,street,phone,moved_in_on"));

            Assert.Contains(ModelProposal.Of([("people", [file])], LinkageVocabulary.General).Model.Comparisons, c => c.Name == "birth_date");
        }
        finally
        {
            File.Delete(file);
        }

        string Word() => string.Concat(Enumerable.Range(0, 6).Select(_ => (char)('a' + random.Next(26))));
    }

    // Every second row is the one before it with a slip in the surname.
    private static ModelProposal Propose(string category, string number, bool kept)
    {
        var random = new Random(71);
        var file = Path.GetTempFileName();
        try
        {
            var lines = new List<string> { $"id,given_name,surname,dob,phone,{category},{number}" };
            for (var row = 0; row < 2400; row += 2)
            {
                var name = string.Concat(Enumerable.Range(0, 8).Select(_ => (char)('a' + random.Next(26))));
                var born = new DateOnly(1940, 1, 1).AddDays(random.Next(25_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                var (phone, lot, ticket) = ($"0176{random.Next(10_000_000):0000000}", random.Next(9), random.Next(100_000));
                var (otherLot, otherTicket) = kept ? (lot, ticket) : (random.Next(9), random.Next(100_000));
                lines.Add($"{row},{name[..4]},{name[2..]},{born},{phone},lot{(char)('a' + lot)},{ticket}");
                lines.Add($"{row + 1},{name[..4]},{name[2..]}e,{born},{phone},lot{(char)('a' + otherLot)},{otherTicket}");
            }

            File.WriteAllLines(file, lines);
            return ModelProposal.Of([("people", [file])], LinkageVocabulary.General);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
