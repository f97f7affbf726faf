using System.Diagnostics;

namespace Roundtable.Journeys;

/// <summary>The Nu HTML Checker, which the web's own standards body runs: one Java process for all pages.</summary>
internal static class HtmlChecker
{
    private static readonly string Jar = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../node_modules/vnu-jar/build/dist/vnu.jar"));

    /// <summary>What is wrong with these pages, each line with its page's name.</summary>
    public static async Task<IReadOnlyList<string>> Complaints(IEnumerable<(string Name, string Html)> pages)
    {
        if (!File.Exists(Jar)) Assert.Skip("The HTML was not checked: vnu-jar is not installed. bin/setup --tests installs it.");
        var folder = System.IO.Directory.CreateTempSubdirectory("roundtable_html_");
        try
        {
            foreach (var (name, html) in pages) await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{name}.html"), html);
            using var java = Java(folder.FullName) ?? throw new InvalidOperationException();
            var said = await java.StandardError.ReadToEndAsync();
            await java.WaitForExitAsync();
            return [.. said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Replace($"\"file:{folder.FullName}/", "", StringComparison.Ordinal).Replace(".html\"", "", StringComparison.Ordinal))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Process? Java(string folder)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("java", ["-Xss1m", "-jar", Jar, "--errors-only", "--format", "gnu", "--skip-non-html", folder]) { RedirectStandardError = true, UseShellExecute = false });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("The HTML was not checked: Java is not installed. bin/setup --tests installs Debian's default-jre-headless.");
            return null;
        }
    }
}
