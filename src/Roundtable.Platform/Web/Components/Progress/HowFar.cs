namespace Roundtable.Platform.Web;

/// <summary>How far something long has come, for the script of <see cref="Progress"/>.</summary>
/// <param name="Said">The same in words.</param>
public sealed record HowFar(int Have, int Of, string Said, bool IsOver);
