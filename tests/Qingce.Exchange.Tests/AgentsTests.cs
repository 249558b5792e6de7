using Qingce.Exchange.Codes;

namespace Qingce.Exchange.Tests;

public sealed class AgentsTests
{
    [Theory]
    [InlineData("学校:3大学", true)]
    [InlineData("单位：某某厂", true)]
    [InlineData("第一中学", true)]
    [InlineData("南方科技大学 ", true)]
    [InlineData("华兴机械有限公司", true)]
    [InlineData("单位代办王某", false)]
    [InlineData("学校", false)]
    [InlineData("王建国", false)]
    [InlineData("顺达代办服务部", false)]
    [InlineData("顺达人力资源有限公司", false)]
    [InlineData("安居落户咨询公司", false)]
    [InlineData("", false)]
    public void FileForMembers_ByName_TellsSchoolsAndEmployersFromAgents(string agent, bool expected) =>
        Assert.Equal(expected, Agents.FileForMembers(agent));
}
