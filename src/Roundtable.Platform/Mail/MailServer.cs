using System.Net;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Roundtable.Platform.Mail;

/// <summary>What became of one try to hand a letter over.</summary>
public enum Handing { Taken, Later, Never, Doubtful }

/// <param name="Reason">Text key; none when taken.</param>
/// <param name="Answer">What the server said, in its words.</param>
public sealed record HandingAnswer(Handing Outcome, string Reason = "", string? Answer = null);

/// <summary>The server that takes our mail, as it is set.</summary>
public sealed class MailServer(Settings settings)
{
    // Servers may think for a long while after the text; longer than this, and the letter is in doubt.
    private const int PatienceMilliseconds = 100_000;

    public bool IsSetUp => settings.Mail.Host is not null;

    /// <summary>Opens a conversation. Whatever goes wrong here is no letter's fault.</summary>
    public async Task<SmtpClient> Connect(IProtocolLogger? log = null, CancellationToken ct = default)
    {
        var mail = settings.Mail;
        var client = log is null ? new SmtpClient() : new SmtpClient(log);
        try
        {
            client.Timeout = PatienceMilliseconds;
            client.LocalDomain = settings.BaseUrl.Host;
            await client.ConnectAsync(mail.Host!, mail.Port, Security(mail), ct);
            if (mail.User is { Length: > 0 }) await client.AuthenticateAsync(mail.User, mail.Password ?? "", ct);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    // A password never goes over the wire in clear unless somebody chose "none". On this machine there is no wire, and mail servers
    // of a fresh system prove themselves by a certificate nobody vouches for.
    private static SecureSocketOptions Security(MailSettings mail) => mail.Security switch
    {
        "none" => SecureSocketOptions.None,
        "tls" => SecureSocketOptions.SslOnConnect,
        "starttls" => SecureSocketOptions.StartTls,
        _ when mail.Port == 465 => SecureSocketOptions.SslOnConnect,
        _ when IsHere(mail.Host!) => SecureSocketOptions.None,
        _ when mail.User is { Length: > 0 } => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.StartTlsWhenAvailable,
    };

    private static bool IsHere(string host) => host == "localhost" || IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address);

    /// <summary>Hands one letter over and reads the answer.</summary>
    public static async Task<HandingAnswer> Hand(SmtpClient client, Func<MimeMessage> message, CancellationToken ct)
    {
        var text = new TextBegun();
        try
        {
            await client.SendAsync(message(), ct, text);
            return new(Handing.Taken);
        }
        catch (SmtpCommandException e)
        {
            var answer = Words($"{(int)e.StatusCode} {e.Message}");
            return (int)e.StatusCode >= 500 ? new(Handing.Never, "mail.reason.refused", answer) : new(Handing.Later, "mail.reason.later", answer);
        }
        catch (Exception e) when (e is FormatException or ParseException or NotSupportedException)
        {
            return new(Handing.Never, "mail.reason.address");
        }
        catch (Exception e) when (IsTrouble(e))
        {
            return text.Begun ? new(Handing.Doubtful, "mail.reason.doubt", Words(e.Message)) : new(Handing.Later, "mail.reason.unreachable", Words(e.Message));
        }
    }

    /// <summary>The network, the server or its certificate; not a mistake of ours.</summary>
    public static bool IsTrouble(Exception e) => e is IOException or SocketException or ProtocolException or CommandException
        or SslHandshakeException or AuthenticationException or SaslException or ServiceNotConnectedException or ServiceNotAuthenticatedException
        or TimeoutException or OperationCanceledException or NotSupportedException;

    /// <summary>What was said, short enough to keep.</summary>
    public static string Words(string said) => Letter.OneLine(said) is var line && line.Length > 500 ? line[..500] : line;

    private sealed class TextBegun : ITransferProgress
    {
        public bool Begun { get; private set; }
        public void Report(long bytesTransferred) => Begun = true;
        public void Report(long bytesTransferred, long totalSize) => Begun = true;
    }
}
