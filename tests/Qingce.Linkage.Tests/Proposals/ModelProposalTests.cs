namespace Qingce.Linkage.Tests;

public sealed class ModelProposalTests
{
    [Fact]
    public void Of_PeopleWithIds_RecognisesTheColumns()
    {
        var proposal = Propose(
            "rec_id,vorname,last_name,dob,plz,e-mail,mobile,by,ethnicity,cluster",
            row => $"r{row},anna{row % 40},berg{row % 90},{1 + row % 28}.03.19{50 + row % 50},{10000 + row % 300},a{row}@b.org,0176{row * 7919 % 1000000:000000},{1950 + row % 50},x,{row / 2}");

        Assert.Equal("rec_id", proposal.IdColumn);
        Assert.Equal(
            [ColumnRole.None, ColumnRole.GivenName, ColumnRole.FamilyName, ColumnRole.Date, ColumnRole.Postcode, ColumnRole.Email, ColumnRole.Phone, ColumnRole.Year, ColumnRole.None, ColumnRole.None],
            proposal.Columns.Select(c => c.Role));
        proposal.Model.Validate();
    }

    [Theory]
    [InlineData("Identifiant,Nom,Prénom", true)]
    [InlineData("Nom,Identifiant,Prénom", false)]
    public void Of_FirstColumnOfOwnValues_IsTheRecordIdWhateverItIsCalled(string header, bool isId)
    {
        var proposal = Propose(header, row => string.Join(',', header.Split(',').Select(name => name switch
        {
            "Identifiant" => $"{700 + row}",
            "Nom" => $"xbor{(char)('a' + row % 23)}",
            _ => $"xan{(char)('a' + row % 26)}",
        })));

        Assert.Equal(isId ? "Identifiant" : null, proposal.IdColumn);
    }

    [Theory]
    [InlineData(300, 300, true)]
    [InlineData(300, 290, true)]
    [InlineData(300, 200, false)]
    public void Of_TwoFilesThatNumberTheirRowsAlike_TakesTheNumbersForIds(int rows, int numbers, bool isId)
    {
        string[] files = [.. Enumerable.Range(0, 2).Select(_ => Path.GetTempFileName())];
        foreach (var file in files)
        {
            File.WriteAllLines(file, Enumerable.Range(0, rows).Select(row => $"{row % numbers},xan{(char)('a' + row % 26)},{1 + row % 28}.03.19{50 + row % 50}").Prepend("id,vorname,dob"));
        }

        var proposal = ModelProposal.Of([("one", [files[0]]), ("two", [files[1]])], LinkageVocabulary.General);

        Assert.Equal(isId ? "id" : null, proposal.IdColumn);
        Assert.Equal(isId ? "id" : null, proposal.Model.IdColumn);
        Array.ForEach(files, File.Delete);
    }

    [Theory]
    [InlineData("first_name,surname,maiden_name", "surname", "maiden_name")]
    [InlineData("Vorname,Nachname,Geburtsname", "Nachname", "Geburtsname")]
    [InlineData("id,full_name,former_name", "full_name", "former_name")]
    [InlineData("first_name,surname,middle_name", "surname", null)]
    public void Of_FormerNames_AreComparedWithTheNames(string header, string name, string? former)
    {
        var model = Propose(header, row => $"xan{(char)('a' + row % 26)},berg{(char)('a' + row % 23)},{(row % 3 == 0 ? $"tal{(char)('a' + row % 19)}" : "")}").Model;

        var level = model.Comparisons.Single(c => c.Name == name).Levels.SingleOrDefault(l => l.Name == "former name");
        Assert.Equal(former, level?.When!.Any![0].Other);
        Assert.Equal(name, level?.When!.Any![1].Other ?? name);
        model.Validate();
    }

    [Theory]
    [InlineData("id,full_name,former_name", "anna ", "full_name (family)", "former_name (family)")]
    [InlineData("id,former_name,full_name", "anna ", "full_name (family)", "former_name (family)")]
    [InlineData("id,Name,Geburtsname", "", "Name (family)", "Geburtsname")]
    public void Of_FormerNamesBesideFullNames_AreComparedWithTheFamilyNames(string header, string given, string name, string former)
    {
        var isFormerFirst = header.StartsWith("id,former", StringComparison.Ordinal);
        var model = Propose(header, row =>
        {
            var whole = $"xan{(char)('a' + row % 26)} berg{(char)('a' + row % 23)}";
            var before = row % 3 == 0 ? $"{given}tal{(char)('a' + row % 19)}" : "";
            return isFormerFirst ? $"{row},{before},{whole}" : $"{row},{whole},{before}";
        }).Model;

        var level = model.Comparisons.Single(c => c.Name == name).Levels.Single(l => l.Name == "former name");
        Assert.Equal(former, level.When!.Any![0].Other);
        Assert.Equal(name, level.When.Any[1].Other);
        model.Validate();
    }

    [Fact]
    public void Of_FormerNamesBesideFullNames_StillSeesNamesThatChangedPlaces()
    {
        var model = Propose("id,full_name,former_name,maiden_name", row => $"{row},xan{(char)('a' + row % 26)} berg{(char)('a' + row % 23)},{(row % 3 == 0 ? $"tal{(char)('a' + row % 19)}" : "")},{(row % 4 == 0 ? $"fels{(char)('a' + row % 17)}" : "")}").Model;

        var family = model.Comparisons.Single(c => c.Name == "full_name (family)");
        Assert.Contains(family.Levels, l => l.Name.StartsWith("swapped", StringComparison.Ordinal));
        Assert.Equal(["former_name", "maiden_name"], family.Levels.Single(l => l.Name == "former name").When!.Any!.Where(when => when.Column == family.Name).Select(when => when.Other));
        model.Validate();
    }

    [Fact]
    public void Of_MoreColumnsThanAModelCompares_KeepsRoomForRelatives()
    {
        var columns = Enumerable.Range(0, 20).ToArray();

        var model = Propose(
            $"vorname,nachname,dob,mobile,{string.Join(',', columns.Select(c => $"extra{c}"))}",
            row => $"xan{(char)('a' + row % 26)},berg{(char)('a' + row % 23)},{1 + row % 28}.03.19{50 + row % 50},0176{row * 7919 % 1000000:000000},{string.Join(',', columns.Select(c => $"w{row * (7 + 2 * c) % 97}"))}").Model;

        Assert.Equal(LinkageModel.MostComparisons, model.Comparisons.Count);
        Assert.Contains("kin", model.Comparisons.Select(c => c.Name));
    }

    [Fact]
    public void Of_OneColumnToCompare_ComparesItAlone()
    {
        var proposal = Propose("id,phone", row => $"{row},0176{row % 90 * 7919 % 1000000:000000}");

        Assert.Equal(["phone"], proposal.Model.Comparisons.Select(comparison => comparison.Name));
    }

    [Fact]
    public void Of_HeadersThatSayNothing_RecognisesTheColumnsByTheirValues()
    {
        string[] given = [.. "Anna Michael Sabine Thomas Olivia Jürgen Laura Peter Xana Xoro Bilba Drogo Ximi Zara Quorl Vexa Ola Uri Yve Ebo Ilo Oda".Split(' ')];
        string[] family = [.. "Müller Smith Weber Jones Schäfer Taylor Koch Brown Xanaby Xoron Bilbar Drogor Ximin Zaran Quorler Vexal Olaf Urin Yver Ebor Ilor".Split(' ')];

        var proposal = Propose(
            "a,b,c,d,e,f,g",
            row => $"{given[row % 22]},{family[row % 21]},{1 + row % 28}.03.19{50 + row % 50},{10000 + row % 100},0176{row * 7919 % 1000000:000000},{1950 + row % 50},a{row}@b.org");

        Assert.Equal(
            [ColumnRole.GivenName, ColumnRole.FamilyName, ColumnRole.Date, ColumnRole.Postcode, ColumnRole.Phone, ColumnRole.Year, ColumnRole.Email],
            proposal.Columns.Select(c => c.Role));
    }

    [Theory]
    [InlineData("VNAME,NNAME,GEBDAT,HNR")]
    [InlineData("fn,ln,bdt,hno")]
    [InlineData("nombre,apellidos,fecha_nacimiento,nummer")]
    public void Of_ShortAndForeignHeaders_RecognisesTheColumns(string header)
    {
        var proposal = Propose(header, row => $"xan{(char)('a' + row % 26)},xbor{(char)('a' + row % 23)},{1 + row % 28:00}.03.19{50 + row % 50},{row % 90}");

        Assert.Equal([ColumnRole.GivenName, ColumnRole.FamilyName, ColumnRole.Date, ColumnRole.HouseNumber], proposal.Columns.Select(c => c.Role));
    }

    [Fact]
    public void Of_BirthDateInColumns_WeighsTwinsByAllOfThem()
    {
        var proposal = Propose(
            "vorname,nachname,tag,monat,jahr,plz", row => $"xan{(char)('a' + row % 26)},xbor{(char)('a' + row % 23)},{1 + row % 28},{1 + row % 12},{1950 + row % 50},{10000 + row % 100}");

        var born = Assert.Single(proposal.Model.Shared!.BySome!, s => s.Comparison == "tag");
        Assert.Equal(["monat", "jahr"], born.With);
        Assert.Equal(proposal.Model.Write(), LinkageModel.Read(proposal.Model.Write()).Write());
    }

    [Fact]
    public void Of_GivenNamesOfSeveralWords_HaveALevelForOneLeftOut()
    {
        var proposal = Propose("given,surname", row => $"xan{(char)('a' + row % 26)}{(row % 5 == 0 ? " B" : "")},xbor{(char)('a' + row % 23)}");

        Assert.Contains("part of it", proposal.Model.Comparisons[0].Levels.Select(l => l.Name));
    }

    [Theory]
    [InlineData("Müller", true)]
    [InlineData("Mueller", false)]
    public void Of_NamesWithUmlauts_HaveALevelForTheirSpellings(string name, bool has)
    {
        var proposal = Propose("surname,given", row => $"{(row % 3 == 0 ? name : $"xbor{(char)('a' + row % 23)}")},xan{(char)('a' + row % 26)}");

        Assert.Equal(has, proposal.Model.Comparisons.Single(c => c.Name == "surname").Levels.Any(l => l.When?.Measure == "umlauts"));
    }

    [Fact]
    public void Of_FewRows_ComparesEveryPair()
    {
        var proposal = Propose("name,town", row => $"n{row % 50} m{row % 7},t{row % 20}");

        Assert.Empty(Assert.Single(proposal.Model.Blocking!).Parts);
        Assert.Null(proposal.IdColumn);
    }

    [Fact]
    public void Of_WholeNameBesideItsParts_ComparesTheParts()
    {
        var proposal = Propose("full_name,first_name,surname,dob", row => $"a{row % 50} b{row % 77},a{row % 50},b{row % 77},1970-01-{1 + row % 28}");

        Assert.Equal(["first_name", "surname", "dob"], proposal.Model.Comparisons.Select(c => c.Name));
    }

    [Fact]
    public void Of_ManyRows_KeepsWithinTheBoundOfPairs()
    {
        var proposal = Propose(
            "name,born,town", row => $"n{row % 500} m{row % 701},19{row % 60 + 10}-0{1 + row % 9}-1{row % 10},t{row % 300}", 6000, new ProposalOptions { MostPairs = 50_000 });

        Assert.NotEmpty(proposal.Model.Blocking!);
        Assert.All(proposal.Model.Blocking!, rule => Assert.NotEmpty(rule.Parts));
        Assert.Contains(proposal.Notes, note => note.English.Contains("blocking rules", StringComparison.Ordinal) && note.Chinese.Contains("分块规则", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_AnyOrderOfRows_ChoosesTheSameRules()
    {
        ModelProposal From(int first) => Propose(
            "full_name,phone,born,town", at => (at + first) % 6000 is var row ? $"n{row % 500} m{row % 701},555{row % 4000},19{row % 60 + 10}-0{1 + row % 9}-1{row % 10},t{row % 300}" : "", 6000);

        Assert.Equal(From(0).Model.Write(), From(1234).Model.Write());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Of_AnyNumberOfThreads_ProposesTheSame(int threads)
    {
        ModelProposal With(int used) => Propose(
            "id,full_name,phone,born,town", row => $"{row},n{row % 500} m{row % 701},555{row % 4000},19{row % 60 + 10}-0{1 + row % 9}-1{row % 10},t{row % 300}", 6000, new ProposalOptions { Threads = used });

        var (one, several) = (With(1), With(threads));

        Assert.Equal(one.Model.Write(), several.Model.Write());
        Assert.Equal(one.Notes, several.Notes);
    }

    [Fact]
    public void Of_NothingToCompare_SaysWhy()
    {
        var error = Assert.Throws<LinkageModelException>(() => Propose("id,religion", row => $"{row},x{row % 3}"));

        Assert.Contains("must not decide", error.Message);
    }

    [Fact]
    public void Of_OwnProposer_IsAskedFirst()
    {
        var vocabulary = LinkageVocabulary.General.With([], [], [], [new Towns()]);

        var proposal = Propose("name,town", row => $"n{row % 50} m{row % 7},t{row % 20}", 300, null, vocabulary);

        Assert.Equal(ColumnRole.Town, proposal.Columns[0].Role);
    }

    [Fact]
    public void Of_NumbersWithACheck_AreComparedByIt()
    {
        var proposal = Propose("name,member_no", row => $"n{row % 50} m{row % 7},{Checked(400_000 + (row % 100 * 37))}");

        var levels = proposal.Model.Comparisons.Single(c => c.Name == "member_no").Levels;
        Assert.Equal(["exact", "slip-mod-10", "slip-mod-10", "slip-mod-10", null], levels.Select(l => l.When?.Measure));
        Assert.Equal(proposal.Model.Write(), LinkageModel.Read(proposal.Model.Write()).Write());
    }

    private static string Checked(int body)
    {
        var sum = $"{body}".Reverse().Select((c, i) => (c - '0') * (i % 2 == 0 ? 3 : 1)).Sum();
        return $"{body}{(10 - (sum % 10)) % 10}";
    }

    private static ModelProposal Propose(string header, Func<int, string> row, int rows = 300, ProposalOptions? options = null, LinkageVocabulary? vocabulary = null)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, Enumerable.Range(0, rows).Select(row).Prepend(header));
            return ModelProposal.Of([("people", [file])], vocabulary ?? LinkageVocabulary.General, options);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private sealed class Towns : ColumnProposer
    {
        public override ProposedColumn Propose(ColumnProfile profile) => new()
        {
            Name = profile.Header,
            Role = ColumnRole.Town,
            Kind = "place",
            Levels = [new ComparisonLevel { Name = "equal", When = new LevelCondition { Measure = "exact" }, M = 0.9, U = 0.1 }, new ComparisonLevel { Name = "different", M = 0.1, U = 0.9 }],
        };
    }
}
