using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Tn.Platform.Seals;

/// <summary>
/// Asks the configured authority when something existed (RFC 3161). Off by default. An authority that is away, slow or wrong
/// gives null, never an exception: whoever asked goes on without, says so, and asks again later.
/// </summary>
public sealed partial class TimeStamps : IDisposable
{
    private const int LargestAnswer = 64 * 1024;
    private readonly HttpClient? client;
    private readonly Uri? authority;
    private readonly ILogger<TimeStamps> log;

    public TimeStamps(IOptions<SealOptions> options, ILogger<TimeStamps> log)
    {
        this.log = log;
        if (options.Value.TimeStampAuthority is { Length: > 0 } address)
        {
            authority = new Uri(address);
            client = new HttpClient { Timeout = TimeSpan.FromSeconds(options.Value.TimeOutSeconds), MaxResponseContentBufferSize = LargestAnswer };
        }
    }

    /// <summary>True when an authority is configured.</summary>
    public bool IsConfigured => client is not null;

    /// <summary>The token (DER) over some bytes, or null.</summary>
    public async Task<byte[]?> OfAsync(byte[] data, CancellationToken cancellationToken) =>
        (await AskAsync(() => Rfc3161TimestampRequest.CreateFromHash(SHA256.HashData(data), HashAlgorithmName.SHA256, nonce: Nonce(), requestSignerCertificates: true), cancellationToken))?.AsSignedCms().Encode();

    /// <summary>The token over a signature, or null.</summary>
    internal async Task<byte[]?> OfSignatureAsync(SignerInfo signature, CancellationToken cancellationToken) =>
        (await AskAsync(() => Rfc3161TimestampRequest.CreateFromSignerInfo(signature, HashAlgorithmName.SHA256, nonce: Nonce(), requestSignerCertificates: true), cancellationToken))?.AsSignedCms().Encode();

    public void Dispose() => client?.Dispose();

    private static byte[] Nonce() => RandomNumberGenerator.GetBytes(8);

    private async Task<Rfc3161TimestampToken?> AskAsync(Func<Rfc3161TimestampRequest> ask, CancellationToken cancellationToken)
    {
        if (client is null)
        {
            return null;
        }

        try
        {
            var request = ask();
            using var content = new ByteArrayContent(request.Encode());
            content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
            using var answer = await client.PostAsync(authority, content, cancellationToken);
            answer.EnsureSuccessStatusCode();
            // Refuses a token over anything else, with another nonce, or without its signer's certificate.
            return request.ProcessResponse(await answer.Content.ReadAsByteArrayAsync(cancellationToken), out _);
        }
        catch (Exception failure) when (failure is HttpRequestException or CryptographicException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            LogAway(failure);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The time-stamp authority gave no token; it is asked again later.")]
    private partial void LogAway(Exception failure);
}
