using System.Globalization;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.People.Pages;

/// <summary>What people choose from on these pages.</summary>
internal static class Choices
{
    /// <summary>Each by its own name, so that everybody finds theirs.</summary>
    public static IReadOnlyList<Choice> Languages { get; } = [.. TextBook.Languages.Select(l => new Choice(l, l switch { "en" => "English", "es" => "Español", _ => l }))];

    public static IEnumerable<Choice> Notifications(Texts texts) =>
        Enum.GetNames<NotificationChoice>().Select(n => new Choice(n, texts[$"people.notifications.{n.ToLower(CultureInfo.InvariantCulture)}"], texts[$"people.notifications.{n.ToLower(CultureInfo.InvariantCulture)}.hint"]));
}
