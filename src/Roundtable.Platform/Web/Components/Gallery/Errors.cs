namespace Roundtable.Platform.Web.Gallery;

internal static class Errors
{
    public static FormErrors With(string field, string sentence)
    {
        var errors = new FormErrors();
        errors.Add(field, sentence);
        return errors;
    }
}
