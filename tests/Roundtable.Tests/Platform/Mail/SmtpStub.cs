using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MimeKit;

namespace Roundtable.Tests.Platform.Mail;

/// <summary>What the stub does with one letter: say something else at a step, or hang up.</summary>
/// <param name="Step"><c>MAIL</c>, <c>RCPT</c>, <c>DATA</c>, or <c>TEXT</c> for the answer after the text.</param>
/// <param name="Answer">The line to answer; none hangs up.</param>
public sealed record Turn(string Step, string? Answer);

/// <summary>A tiny mail server on loopback that answers by script and keeps what it was given.</summary>
public sealed class SmtpStub : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly List<Task> talks = [];
    private readonly Task accepting;
    private readonly Lock gate = new();
    private readonly Queue<Turn> turns = new();
    private readonly List<byte[]> given = [];

    public SmtpStub()
    {
        listener.Start();
        accepting = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;
    public string Greeting { get; set; } = "220 stub ESMTP";

    /// <summary>Offers STARTTLS and proves itself by this, which nobody vouches for.</summary>
    public X509Certificate2? Certificate { get; set; }

    /// <summary>What was said before the line was safe, or ever, if it never was.</summary>
    public ConcurrentQueue<string> Said { get; } = [];

    /// <summary>Every text that came to its end, also those whose sender never heard so.</summary>
    public IReadOnlyList<MimeMessage> Letters
    {
        get { lock (gate) return [.. given.Select(bytes => MimeMessage.Load(new MemoryStream(bytes)))]; }
    }

    /// <summary>The next letter meets this.</summary>
    public SmtpStub Then(string step, string? answer)
    {
        lock (gate) turns.Enqueue(new(step, answer));
        return this;
    }

    private async Task Accept()
    {
        try
        {
            while (true) talks.Add(Talk(await listener.AcceptTcpClientAsync(end.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            return;
        }
    }

    private async Task Talk(TcpClient client)
    {
        using var _ = client;
        try
        {
            using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
            await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync(Greeting);
            if (!Greeting.StartsWith("220", StringComparison.Ordinal)) return;
            var turn = (Turn?)null;
            while (await reader.ReadLineAsync(end.Token) is { } line)
            {
                Said.Enqueue(line);
                var word = line.Split(' ')[0].ToUpperInvariant();
                if (word == "MAIL") lock (gate) turns.TryDequeue(out turn);
                if (turn?.Step == word)
                {
                    if (turn.Answer is null) return;
                    await writer.WriteLineAsync(turn.Answer);
                    if (turn.Answer.StartsWith("421", StringComparison.Ordinal)) return;
                    continue;
                }
                switch (word)
                {
                    case "EHLO": await writer.WriteAsync($"250-stub\r\n250-AUTH PLAIN\r\n{(Certificate is null ? "" : "250-STARTTLS\r\n")}250 8BITMIME\r\n"); break;
                    case "STARTTLS" when Certificate is not null:
                        await writer.WriteLineAsync("220 Go on");
                        await using (var safe = new SslStream(client.GetStream())) await safe.AuthenticateAsServerAsync(Certificate);
                        return;
                    case "AUTH": await writer.WriteLineAsync("235 2.7.0 Welcome"); break;
                    case "QUIT": await writer.WriteLineAsync("221 2.0.0 Bye"); return;
                    case "DATA":
                        await writer.WriteLineAsync("354 Go on");
                        await Read(reader);
                        if (turn is { Step: "TEXT", Answer: null }) return;
                        await writer.WriteLineAsync(turn is { Step: "TEXT" } ? turn.Answer : "250 2.0.0 Taken");
                        break;
                    default: await writer.WriteLineAsync("250 2.0.0 Fine"); break;
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or AuthenticationException)
        {
            return;
        }
    }

    private async Task Read(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(end.Token) is { } line && line != ".") text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        lock (gate) given.Add(Encoding.Latin1.GetBytes(text.ToString()));
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await accepting;
        await Task.WhenAll(talks);
        listener.Dispose();
        end.Dispose();
    }
}
