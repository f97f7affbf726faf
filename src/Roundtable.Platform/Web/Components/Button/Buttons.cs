namespace Roundtable.Platform.Web;

internal static class Buttons
{
    public static string ClassOf(string kind) => kind switch
    {
        "outline" => "usa-button usa-button--outline",
        "unstyled" => "usa-button usa-button--unstyled",
        "danger" => "usa-button rt-button--danger",
        _ => "usa-button",
    };
}
