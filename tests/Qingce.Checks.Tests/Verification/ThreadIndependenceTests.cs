using Qingce.Checks.Tests.Input;

namespace Qingce.Checks.Tests.Verification;

public sealed class ThreadIndependenceTests
{
    [Fact]
    public void Findings_WithOneThreadAndWithFour_AreTheSame()
    {
        using InputFolder folder = new();
        folder.Cover("110000", 2004, 4, 5, 6, 10, 12, 16, 20);
        for (int i = 0; i < 60; i++)
        {
            string number = Numbers.Of("1980-05-17", 11 + (2 * i));
            folder.Register(new Person($"R{i}") { Household = $"H{i / 3}", Relation = i % 3 == 0 ? "02" : "20", Number = number, Marital = "10", MovedInOn = "2015-01-01", MovedInFrom = "110101" })
                .Source("11-death-certificate", "event_kind=died", $"event_date=2024-01-{(i % 28) + 1:00}", $"citizen_number={number}", "name=王建国", "status=")
                .Source("11-death-certificate", "event_kind=died", "event_date=2024-01-01", $"citizen_number={number}", "name=王建国", "status=")
                .Source("05-marriage", "event_kind=married", "event_date=2015-05-01", $"citizen_number={number}", "name=王建国", $"counterpart_name=李{i}", "division=110105")
                .Source("21-lease", "event_kind=leased", "event_date=2020-01-01", $"citizen_number={number}", "name=王建国", "division=440105001")
                .Change($"registration_id=R{i}", "changed_on=2015-01-01", "field=registration", "reason=points", "document_kind=labour_contract", $"document_number=C{i / 2}", "agent=张三");
        }

        string[] one = Rendered(folder, 1);
        Assert.True(one.Length > 100);
        Assert.Equal(one, Rendered(folder, 4));
    }

    private static string[] Rendered(InputFolder folder, int threads) =>
        [.. folder.Verify(request => request with { Threads = threads }).Findings().Select(finding => finding.ToString()!)];
}
