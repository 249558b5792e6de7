using Qingce.Checks.Loading;
using Qingce.Checks.Results;
using Qingce.Checks.Tests.Input;
using Qingce.Checks.Verification;
using Qingce.Exchange.Inputs;

namespace Qingce.Checks.Tests.Verification;

public sealed class BadInputTests : IDisposable
{
    private const string Header = "registration_id,household_id,relation,name,sex,birth_date,citizen_number,division,registered_on\n";
    private const string Row = "R1,H1,02,王建国,1,1980-05-17,,110105,2000-01-01\n";

    private readonly InputFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Cell_ThatIsNoValue_IsTakenAsEmptyAndToldWithItsPlace()
    {
        _folder.Write("register.csv", Header + Row + "R2,H1,10,李娜,x,1981-05-17,,110105,2020-13-45\n");
        _folder.Write("sources/12-health-record.csv", "source_record_id,event_kind,event_date,citizen_number,name,recorded_at\nS1,contact,2024-03-01,12,王建国,2024-03-02\n");
        VerificationResult result = _folder.Verify();
        Assert.Empty(result.Rejects);
        Assert.Equal(
            ["register.csv 2 registered_on 2020-13-45", "register.csv 2 sex x"],
            result.Unread.Where(cell => cell.File == "register.csv").Select(cell => $"{cell.File} {cell.Row} {cell.Column} {cell.Value}"));
        Assert.Equal(["registered_on", "sex"], result.Metrics!.Files[0].Unread.Select(cells => cells.Column));
    }

    [Fact]
    public void Cells_OfAStore_AreNamedByTheIdOfTheirRow()
    {
        string[] columns = [.. Header.Trim().Split(',')];
        string?[][] rows = [Row.Trim().Split(','), "R2,H1,10,李娜,x,1981-05-17,,110105,2020-01-01".Split(',')];
        InputFile table = new("register", "register", InputRole.Register) { Opens = () => new RowsReader("register", columns, rows, rows.Length) };

        VerificationResult result = RegisterVerification.Run(new VerificationRequest { Tables = [table] }, null, TestContext.Current.CancellationToken);

        Assert.Equal("R2 sex x", Assert.Single(result.Unread.Select(cell => $"{cell.Id} {cell.Column} {cell.Value}")));
        Assert.Equal("R2", Assert.Single(result.Metrics!.Files[0].Unread).FirstId);
    }

    [Fact]
    public void Cells_MoreThanAreKept_AreAllCounted()
    {
        string rows = string.Concat(Enumerable.Range(0, 3 * UnreadCells.MostKept).Select(i => $"R{i},H{i},02,王建国,?,1980-05-17,,110105,2000-01-01\n"));
        VerificationResult result = _folder.Write("register.csv", Header + rows).Verify();
        Assert.Equal(UnreadCells.MostKept, result.Unread.Count);
        Assert.Equal(3 * UnreadCells.MostKept, Assert.Single(result.Metrics!.Files[0].Unread).Cells);
    }

    [Fact]
    public void Change_WithoutADayThatIs_IsRejected()
    {
        _folder.Write("register.csv", Header + Row);
        _folder.Write("changes.csv", "registration_id,changed_on,field\nR1,2020-99-01,name\n");
        VerificationResult result = _folder.Verify(request => request with { MaxRejectShare = 1 });
        Assert.Equal("1 changed_on 2020-99-01", Assert.Single(result.Rejects.Select(reject => $"{reject.Row} {reject.Column} {reject.Value}")));
    }

    [Fact]
    public void Reject_OfARowThatCannotBeCut_DoesNotNameThePathOfThisMachine()
    {
        VerificationResult result = _folder.Write("register.csv", Header + Row + "R2,H1\n").Verify(request => request with { MaxRejectShare = 1 });
        Assert.DoesNotContain(_folder.Path, Assert.Single(result.Rejects).English, StringComparison.Ordinal);
        Assert.StartsWith("line 3: 2 fields", result.Rejects[0].English, StringComparison.Ordinal);
    }

    [Fact]
    public void Register_WithoutARow_IsRefused()
    {
        VerificationResult result = _folder.Write("register.csv", Header).Verify();
        Assert.Equal((VerificationOutcome.InputUnreadable, "register.csv"), (result.Outcome, Assert.Single(result.Faults).File));
    }

    [Fact]
    public void AsOf_OutOfAllBounds_IsRefused()
    {
        _folder.Write("register.csv", Header + Row);
        _folder.Write("sources/12-health-record.csv", "source_record_id,event_kind,event_date,citizen_number,name,recorded_at\nS1,contact,2024-03-01,,王建国,1950-12-31\n");
        VerificationResult result = _folder.Verify(request => request with { AsOf = null });
        Assert.Contains("--as-of", Assert.Single(result.Faults).English, StringComparison.Ordinal);
        Assert.Equal(
            VerificationOutcome.InputUnreadable, _folder.Verify(request => request with { AsOf = new DateOnly(1, 1, 1) }).Outcome);
    }

    [Theory]
    [InlineData("2,10,20,1,30", "02,10,20,01,30", 2)]
    [InlineData("2,2,2", "02,02,02", 3)]
    [InlineData("0,1,2,3", "02,10,20,30", 0)]
    [InlineData("户主,1,2,8", "02,10,20,80", 0)]
    [InlineData("02,1,2,3,12", "02,10,20,30,12", 0)]
    [InlineData("02,10,20", "02,10,20", 0)]
    public void Relations_OfASingleDigit_AreReadByTheFormOfTheFile(string written, string read, int lost)
    {
        string[] codes = written.Split(',');
        VerificationResult result = _folder.Write("register.csv", Header
            + string.Concat(codes.Select((code, i) => $"R{i},H{i},{code},王建国,1,1980-05-17,,110105,2000-01-01\n"))).Verify();

        Assert.Equal(read.Split(','), Relations());
        Assert.Equal(lost > 0 ? [$"register.csv relation {lost}"] : [], result.Metrics!.Notes.Select(note => $"{note.File} {note.Column} {note.English.Split(' ')[0]}"));
    }

    [Fact]
    public void Relations_OfTwoFiles_AreReadEachByItsOwnForm()
    {
        _folder.Write("register/a.csv", Header + "R1,H1,2,王建国,1,1980-05-17,,110105,2000-01-01\nR2,H1,12,李娜,2,1980-05-17,,110105,2000-01-01\n");
        _folder.Write("register/b.csv", Header + "R3,H2,0,王建国,1,1980-05-17,,110105,2000-01-01\nR4,H2,2,王小明,1,2010-05-17,,110105,2010-06-01\n");

        Assert.Equal(["02", "12", "02", "20"], Relations());
    }

    private IEnumerable<string> Relations()
    {
        InputFiles files = InputFiles.Find(_folder.Path, [], null, []);
        return new RegisterLoader(HeaderMapping.None, 2, forLinkage: false)
            .Load([.. files.Register], _ => { }, TestContext.Current.CancellationToken).Relations.Select(relation => relation.CodeDigits);
    }

    [Fact]
    public void Changes_OfUnknownRegistrations_AreCountedInANote()
    {
        _folder.Write("register.csv", Header + Row);
        _folder.Write("changes.csv", "registration_id,changed_on,field\nR1,2020-01-01,name\nR8,2020-01-01,name\nR9,2020-01-01,name\n");
        NoteMetrics note = Assert.Single(_folder.Verify().Metrics!.Notes);

        Assert.Equal(("changes.csv", "registration_id"), (note.File, note.Column));
        Assert.StartsWith("2 changes", note.English, StringComparison.Ordinal);
        Assert.StartsWith("2 条变更", note.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2000, "2052-03-01", "2025-03-01", 1)]
    [InlineData(500, "2052-03-01", "2052-03-01", 0)]
    [InlineData(2000, "2025-04-20", "2025-04-20", 0)]
    public void AsOf_OfFewRowsLongAfterTheOthers_IsNotMovedByThem(int rows, string last, string asOf, int notes)
    {
        _folder.Write("register.csv", Header + Row);
        _folder.Write(
            "sources/12-health-record.csv",
            "source_record_id,event_kind,event_date,citizen_number,name,recorded_at\n"
            + string.Concat(Enumerable.Range(0, rows).Select(i => $"S{i},contact,2024-03-01,,王建国,2025-03-01\n"))
            + $"L,contact,2024-03-01,,王建国,{last}\n");
        Metrics metrics = _folder.Verify(request => request with { AsOf = null }).Metrics!;

        Assert.Equal(DateOnly.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture), metrics.AsOf);
        Assert.Equal(notes, metrics.Notes.Count(note => note.Column == "recorded_at" && note.English.Contains(last, StringComparison.Ordinal)));
    }

    [Fact]
    public void Files_InOtherCaseOrLeftByExcelOrWithoutACategory_AreToldApart()
    {
        _folder.Write("REGISTER/a.CSV", Header + Row);
        _folder.Write("REGISTER/~$a.csv", "x");
        _folder.Write("sources/~$05-marriage.xlsx", "x");
        _folder.Write("sources/99-other.csv", "a\n1\n");
        VerificationResult result = _folder.Verify();
        Assert.Equal(VerificationOutcome.Done, result.Outcome);
        Assert.Equal(["REGISTER/a.CSV"], result.Metrics!.Files.Select(file => file.Path));
        Assert.Equal(["sources/99-other.csv"], result.Metrics.IgnoredFiles);
    }

    [Fact]
    public void Folder_ThatIsAFile_IsRefusedWithTheWayOut()
    {
        _folder.Write("register.csv", Header + Row);
        VerificationResult result = _folder.Verify(request => request with { Folder = Path.Combine(_folder.Path, "register.csv") });
        Assert.Contains("--register", Assert.Single(result.Faults).English, StringComparison.Ordinal);
    }

    [Fact]
    public void Mapping_ToAColumnThatIsNone_IsRefused()
    {
        _folder.Write("register.csv", Header + Row);
        _folder.Write("map.json", "{\"xm\": \"nme\"}");
        VerificationResult result = _folder.Verify(request => request with { MappingFile = Path.Combine(_folder.Path, "map.json") });
        Assert.Contains("'nme'", Assert.Single(result.Faults).English, StringComparison.Ordinal);
        Assert.Contains("nme", result.Faults[0].Chinese, StringComparison.Ordinal);
    }
}
