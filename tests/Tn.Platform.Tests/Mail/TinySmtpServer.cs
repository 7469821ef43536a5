using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Tn.Platform.Tests.Mail;

/// <summary>Speaks as much SMTP as one mail needs (RFC 5321).</summary>
internal sealed class TinySmtpServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public TinySmtpServer()
    {
        listener.Start();
        Received = ReceiveAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The mail's source, once it came.</summary>
    public Task<string> Received { get; }

    public ValueTask DisposeAsync()
    {
        listener.Stop();
        return ValueTask.CompletedTask;
    }

    private async Task<string> ReceiveAsync()
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync("220 essai");
        var source = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line)
        {
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "DATA":
                    await writer.WriteLineAsync("354 suite");
                    for (var part = await reader.ReadLineAsync(); part is not (null or "."); part = await reader.ReadLineAsync())
                    {
                        source.AppendLine(part);
                    }

                    await writer.WriteLineAsync("250 garde");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 au revoir");
                    return source.ToString();
                default:
                    await writer.WriteLineAsync("250 bien");
                    break;
            }
        }

        return source.ToString();
    }
}
