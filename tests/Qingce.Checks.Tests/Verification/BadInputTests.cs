using Qingce.Checks.Loading;
using Qingce.Checks.Tests.Input;
using Qingce.Checks.Verification;

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
