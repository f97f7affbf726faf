using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace Roundtable.Platform.Api;

/// <summary>How the API writes and reads JSON: camelCase, ISO 8601 moments and dates, words in lower case, nothing that was not asked for.</summary>
public static class ApiJson
{
    public static readonly JsonSerializerOptions Options = Made();

    internal static void Set(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
    }

    private static JsonSerializerOptions Made()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Set(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
