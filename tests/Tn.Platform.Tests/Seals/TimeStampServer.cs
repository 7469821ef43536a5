using System.Net;

namespace Tn.Platform.Tests.Seals;

/// <summary>A time-stamp authority of one's own: <c>openssl ts</c> behind a small HTTP server.</summary>
internal sealed class TimeStampServer : IAsyncDisposable
{
    private const string Settings = """
        [tsa]
        default_tsa = authority
        [authority]
        dir = .
        serial = ./serial
        crypto_device = builtin
        signer_cert = ./tsa.pem
        certs = ./ca.pem
        signer_key = ./tsa.key
        signer_digest = sha256
        default_policy = 1.2.3.4.1
        digests = sha256
        accuracy = secs:1
        ess_cert_id_alg = sha256
        [ca]
        basicConstraints = critical, CA:true
        [stamps]
        basicConstraints = critical, CA:false
        keyUsage = critical, digitalSignature
        extendedKeyUsage = critical, timeStamping
        """;

    private readonly HttpListener listener = new();
    private readonly Task serving;
    private int asked;

    private TimeStampServer(string folder, int port)
    {
        Folder = folder;
        Address = $"http://127.0.0.1:{port}/";
        listener.Prefixes.Add(Address);
        listener.Start();
        serving = ServeAsync();
    }

    public string Folder { get; }

    public string Address { get; }

    /// <summary>Path of the certificate that whoever verifies has to trust.</summary>
    public string Authority => Path.Combine(Folder, "ca.pem");

    /// <summary>When true, every question is answered with an error.</summary>
    public bool IsAway { get; set; }

    public int Asked => asked;

    public static async Task<TimeStampServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("tn-tsa-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "settings"), Settings);
        await File.WriteAllTextAsync(Path.Combine(folder, "serial"), "01\n");
        await RunAsync(folder, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-days", "10", "-subj", "/CN=Autorité d’essai", "-utf8");
        await RunAsync(folder, "req", "-newkey", "rsa:2048", "-nodes", "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=Horodatage d’essai", "-utf8");
        await RunAsync(folder, "x509", "-req", "-in", "tsa.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-out", "tsa.pem", "-days", "10", "-extfile", "settings", "-extensions", "stamps");
        return new TimeStampServer(folder, FreePort());
    }

    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await serving;
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task RunAsync(string folder, params string[] arguments) => (await Tool.RunAsync(folder, "openssl", arguments)).Done();

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                await AnswerAsync(context);
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        asked++;
        if (IsAway)
        {
            context.Response.StatusCode = 503;
            context.Response.Close();
            return;
        }

        await using (var question = File.Create(Path.Combine(Folder, "question.tsq")))
        {
            await context.Request.InputStream.CopyToAsync(question);
        }

        await RunAsync(Folder, "ts", "-reply", "-config", "settings", "-queryfile", "question.tsq", "-out", "answer.tsr");
        context.Response.ContentType = "application/timestamp-reply";
        await context.Response.OutputStream.WriteAsync(await File.ReadAllBytesAsync(Path.Combine(Folder, "answer.tsr")));
        context.Response.Close();
    }
}
