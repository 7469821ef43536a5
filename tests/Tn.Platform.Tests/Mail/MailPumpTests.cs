using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using MimeKit;
using Tn.Contracts;
using Tn.Platform.Data;
using Tn.Platform.Mail;

namespace Tn.Platform.Tests.Mail;

public sealed class MailPumpTests : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tn-mail-");
    private readonly MovedClock clock = new();
    private readonly List<ServiceProvider> nodes = [];

    [Fact]
    public async Task A_mail_becomes_one_file_with_text_html_and_an_id_of_its_row()
    {
        var node = await OpenAsync();
        var mail = await WriteAsync(node);

        Assert.Equal(1, await DrainAsync(node));
        Assert.Equal(0, await DrainAsync(node));

        var message = await MimeMessage.LoadAsync(Assert.Single(Files()));
        Assert.Equal($"{mail.Id:N}@exemple.fr", message.MessageId);
        Assert.Equal("Votre certificat", message.Subject);
        Assert.Contains("https://exemple.fr/mon-parcours", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("href=\"https://exemple.fr/mon-parcours\"", message.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_between_sending_and_saying_so_it_replaces_its_own_file()
    {
        var node = await OpenAsync();
        var mail = await WriteAsync(node);
        using (var message = new MimeMessage { Subject = "parti, mais non noté" })
        {
            await node.GetRequiredService<PickupFolder>().SendAsync(message, mail.Id, default);
        }

        await DrainAsync(node);

        Assert.Equal("Votre certificat", (await MimeMessage.LoadAsync(Assert.Single(Files()))).Subject);
    }

    [Fact]
    public async Task Two_nodes_pumping_together_send_each_mail_once()
    {
        var transport = new CountingTransport();
        var first = await OpenAsync(transport);
        var second = await OpenAsync(transport);
        for (var number = 0; number < 20; number++)
        {
            await WriteAsync(first, $"k{number}");
        }

        await Task.WhenAll(Task.Run(() => DrainAsync(first)), Task.Run(() => DrainAsync(second)), Task.Run(() => DrainAsync(first)));

        Assert.Equal(20, transport.Sent.Count);
        Assert.Equal(20, transport.Sent.Distinct().Count());
    }

    [Fact]
    public async Task What_the_server_refuses_is_tried_later_and_later()
    {
        var transport = new CountingTransport { Failing = true };
        var node = await OpenAsync(transport);
        var mail = await WriteAsync(node);

        await DrainAsync(node);
        await DrainAsync(node);
        var row = await RowAsync(node, mail.Id);
        Assert.Equal((1, "panne"), (row.Tries, row.Error));
        Assert.Null(row.SentAt);

        transport.Failing = false;
        clock.Advance(TimeSpan.FromMinutes(1));
        await DrainAsync(node);
        Assert.Equal(mail.Id, Assert.Single(transport.Sent));
        Assert.Null((await RowAsync(node, mail.Id)).Error);
    }

    [Fact]
    public async Task A_second_mail_with_the_same_key_is_refused()
    {
        var node = await OpenAsync();
        await WriteAsync(node, "k");

        await Assert.ThrowsAsync<DbUpdateException>(() => WriteAsync(node, "k"));
    }

    [Theory]
    [InlineData("Mail:Mode", "pigeon", "Mail:Mode")]
    [InlineData("Mail:From", "pas une adresse <", "Mail:From")]
    [InlineData("Mail:Mode", "smtp", "Mail:Host")]
    public async Task A_wrong_setting_is_named(string key, string value, string named)
    {
        var node = await OpenAsync(settings: new Dictionary<string, string?> { [key] = value });

        var failure = Assert.Throws<OptionsValidationException>(() => node.GetRequiredService<IOptions<MailOptions>>().Value);

        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_smtp_the_mail_reaches_the_server()
    {
        await using var server = new TinySmtpServer();
        var node = await OpenAsync(settings: new Dictionary<string, string?>
        {
            ["Mail:Mode"] = "smtp",
            ["Mail:Host"] = "127.0.0.1",
            ["Mail:Port"] = $"{server.Port}",
            ["Mail:Tls"] = "none",
        });
        var mail = await WriteAsync(node);

        Assert.Equal(1, await DrainAsync(node));

        Assert.Contains($"Message-Id: <{mail.Id:N}@exemple.fr>", await server.Received, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_a_letter_can_become_markup_or_a_header()
    {
        var node = await OpenAsync();
        var renderer = node.GetRequiredService<LetterRenderer>();
        var letter = new Letter("Bonjour\r\nBcc: tous@exemple.fr", ["<script>alert(1)</script>"], "Voir", "https://ailleurs.test/");

        var mail = renderer.Compose("k", "a@exemple.fr", "<b>Anne</b>", letter, clock.GetUtcNow());

        Assert.DoesNotContain('\n', mail.Subject);
        Assert.DoesNotContain("<script>", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Anne", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("ailleurs.test", mail.Html + mail.Text, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }

    private async Task<ServiceProvider> OpenAsync(IMailTransport? transport = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Site:BaseUrl"] = "https://exemple.fr" })
            .AddInMemoryCollection(settings)
            .Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(clock);
        services.AddPlatform(configuration, new DataFolder(folder.FullName));
        if (transport is not null)
        {
            services.Replace(ServiceDescriptor.Singleton(transport));
        }

        var node = services.BuildServiceProvider();
        nodes.Add(node);
        await using var scope = node.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TnDbContext>().Database.EnsureCreatedAsync();
        return node;
    }

    private async Task<OutgoingMail> WriteAsync(ServiceProvider node, string key = "k")
    {
        await using var scope = node.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TnDbContext>();
        var letter = new Letter("Votre certificat", ["Il prend fin dans trente jours."], "Ouvrir mon parcours", "/mon-parcours");
        var mail = node.GetRequiredService<LetterRenderer>().Compose(key, "amelie@exemple.fr", "Amélie Rousselot", letter, clock.GetUtcNow());
        db.Add(mail);
        await db.SaveChangesAsync();
        return mail;
    }

    private static Task<int> DrainAsync(ServiceProvider node) => node.GetRequiredService<MailPump>().DrainAsync(default);

    private static async Task<OutgoingMail> RowAsync(ServiceProvider node, Guid id)
    {
        await using var scope = node.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TnDbContext>().Set<OutgoingMail>().AsNoTracking().SingleAsync(mail => mail.Id == id);
    }

    private string[] Files() => Directory.GetFiles(Path.Combine(folder.FullName, "mails"));

    /// <summary>A transport at the programme's border: it counts, or fails.</summary>
    private sealed class CountingTransport : IMailTransport
    {
        public System.Collections.Concurrent.ConcurrentQueue<Guid> Sent { get; } = [];

        public bool Failing { get; set; }

        public Task SendAsync(MimeMessage message, Guid id, CancellationToken cancellationToken)
        {
            if (Failing)
            {
                throw new IOException("panne");
            }

            Sent.Enqueue(id);
            return Task.CompletedTask;
        }
    }

    private sealed class MovedClock : TimeProvider
    {
        private DateTimeOffset now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

        public void Advance(TimeSpan by) => now += by;

        public override DateTimeOffset GetUtcNow() => now;
    }
}
