using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Roundtable.Platform.Data;
using Roundtable.Platform.Jobs;

namespace Roundtable.Platform.Mail;

public static class MailSetup
{
    /// <param name="alone">Sends by itself; off in tests, which send when they want to.</param>
    public static IServiceCollection AddMail(this IServiceCollection services, Settings settings, bool alone = true)
    {
        services.AddSingleton(new MailServer(settings));
        services.AddSingleton<LetterBell>();
        services.AddDataWatch<LetterWatch>();
        services.AddScoped<Outbox>();
        services.AddScoped<MailTrial>();
        services.AddJob<SendLetters>("mail.job.send", Duration.FromMinutes(1));
        if (alone) services.AddHostedService<LetterPost>();
        return services;
    }
}
