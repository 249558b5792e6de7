using Qingce.Storage;
using Qingce.Storage.Sealing;
using Qingce.Testing;

namespace Qingce.Server.Tests.Hosting;

public sealed class KeysOfARunningServerTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keys_ChangedBesideTheServer_AreTakenInAndALostFileIsNamed()
    {
        await server.DeliverAsync("register", "registration_id,household_id,relation,name,sex,birth_date,citizen_number,division\nK1,H1,02,王芳,2,1949-12-31,11010519491231002X,320505001002\n");
        string file = server.Store.Options.KeyFilePath;
        byte[] before = await File.ReadAllBytesAsync(file, Cancellation);
        byte[] after;
        await using (Store beside = await TestStore.OpenAsync(server.Store.Options))
        {
            await RotateKeys.RewrapAsync(beside, Cancellation);
            after = await File.ReadAllBytesAsync(file, Cancellation);
            await File.WriteAllBytesAsync(file, before, Cancellation);
            await RotateKeys.RunAsync(beside, null, null, Cancellation);
        }

        JsonElement wrong = await server.GetAsync("/api/v1/registrations/K1", HttpStatusCode.ServiceUnavailable, ("Accept-Language", "zh"));
        File.Delete(file);
        JsonElement missing = await server.GetAsync("/api/v1/registrations/K1", HttpStatusCode.ServiceUnavailable);
        await File.WriteAllBytesAsync(file, after, Cancellation);
        JsonElement read = await server.GetAsync("/api/v1/registrations/K1");

        Assert.Equal("key-file-wrong", wrong.GetProperty("code").GetString());
        Assert.Contains("密钥文件不属于本库", wrong.GetProperty("detail").GetString());
        Assert.Equal("key-file-missing", missing.GetProperty("code").GetString());
        Assert.Contains("Put back the copy", missing.GetProperty("detail").GetString());
        Assert.Equal("王芳", read.GetProperty("fields").GetProperty("name").GetString());
    }
}
