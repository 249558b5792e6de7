using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Qingce.Server.Languages;

namespace Qingce.Server.Hosting;

/// <summary>
/// Where the server listens. While there is no sign-in it answers on this machine alone: an address that others could reach is refused.
/// </summary>
public sealed class LoopbackUrls
{
    private const string Example = "http://127.0.0.1:5080";

    private readonly List<Uri> _addresses;

    private LoopbackUrls(List<Uri> addresses) => _addresses = addresses;

    /// <summary>Reads addresses as <c>http://127.0.0.1:5080</c>, several with <c>;</c> between; port 0 takes a free one.</summary>
    /// <param name="text">The addresses.</param>
    /// <param name="urls">The addresses read, or null.</param>
    /// <param name="fault">What is wrong and what to do, when nothing was read.</param>
    /// <returns>Whether every address is one of the loopback range that the server can listen on.</returns>
    public static bool TryParse(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out LoopbackUrls? urls, out Phrase fault)
    {
        ArgumentNullException.ThrowIfNull(text);
        urls = null;
        fault = default;
        List<Uri> addresses = [];
        foreach (string part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Fault(part, out Uri? address) is { } found)
            {
                fault = found;
                return false;
            }

            addresses.Add(address!);
        }

        if (addresses.Count == 0)
        {
            fault = new Phrase($"--urls 为空，应如 {Example}。", $"--urls is empty; write it as {Example}.");
            return false;
        }

        urls = new LoopbackUrls(addresses);
        return true;
    }

    /// <summary>The addresses as they were given.</summary>
    public override string ToString() => string.Join(';', _addresses.Select(address => address.GetLeftPart(UriPartial.Authority)));

    internal void ListenOn(KestrelServerOptions options)
    {
        foreach (Uri address in _addresses)
        {
            if (address.Host == "localhost" && address.Port != 0)
            {
                options.ListenLocalhost(address.Port);
            }
            else
            {
                options.Listen(address.Host == "localhost" ? IPAddress.Loopback : IPAddress.Parse(address.DnsSafeHost), address.Port);
            }
        }
    }

    private static Phrase? Fault(string text, out Uri? address)
    {
        // Kestrel takes * and + for every address of the machine, which no Uri can hold.
        if (!Uri.TryCreate(text, UriKind.Absolute, out address))
        {
            return text.Contains("://*", StringComparison.Ordinal) || text.Contains("://+", StringComparison.Ordinal)
                ? Reachable(text)
                : new Phrase($"--urls：“{text}”不是地址，应如 {Example}。", $"--urls: '{text}' is no address; write it as {Example}.");
        }

        if (address.Scheme == Uri.UriSchemeHttps)
        {
            return new Phrase(
                $"--urls：“{text}”：本机回环上只提供 http，请改为 http。", $"--urls: '{text}': the server offers http alone, on the loopback address. Write http.");
        }

        if (address.Scheme != Uri.UriSchemeHttp || address.PathAndQuery != "/" || address.UserInfo.Length > 0 || address.Fragment.Length > 0)
        {
            return new Phrase($"--urls：“{text}”应只有协议、主机和端口，如 {Example}。", $"--urls: '{text}' should have scheme, host and port alone, as {Example}.");
        }

        bool isLoopback = address.Host == "localhost" || (IPAddress.TryParse(address.DnsSafeHost, out IPAddress? ip) && IPAddress.IsLoopback(ip));
        return isLoopback ? null : Reachable(text);
    }

    private static Phrase Reachable(string text) => new(
        string.Create(CultureInfo.InvariantCulture, $"--urls：“{text}”可从其他机器访问；尚无登录之前只允许本机回环地址（127.0.0.1、[::1]、localhost）。"),
        string.Create(CultureInfo.InvariantCulture, $"--urls: '{text}' could be reached from other machines; until there is a sign-in only loopback addresses are allowed (127.0.0.1, [::1], localhost)."));
}
