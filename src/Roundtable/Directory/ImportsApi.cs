using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory.Imports;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Api;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.Directory;

/// <summary>Files into the directory, for programs of administrators: checked first, then completed or left, and undone within 30 days.</summary>
public static class ImportsApi
{
    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi();
        const string imports = "/imports", one = $"{imports}/{{number:int}}";
        api.MapGet(imports, List).For("Lists the files that were added, oldest first.");
        api.MapPost(imports, Add).WithMetadata(new RequestSizeLimitAttribute(2 * SourceFile.MostFromPage))
            .For("Checks a file: the body itself, or the part “file” of a form. Nothing changes until it is completed.");
        api.MapGet(one, One).For("Shows what a file would do, or did.");
        api.MapGet($"{one}/problems", Problems).For("Lists the rows with a problem, each with its row, column and reason.");
        api.MapPost($"{one}/completion", Complete).For("Imports exactly what was checked. More than 500 rows go on by themselves: ask again how far it is.");
        api.MapPost($"{one}/undoing", Undo).For("Takes an import back, within 30 days.");
        routes.MapGet("/admin/directory/imports/{id:guid}/progress", Progress).For("How far an import has come.");
    }

    private static void For(this IEndpointConventionBuilder endpoint, string summary) => endpoint.RequireAuthorization(Policies.Administrator).WithTags("Directory").WithSummary(summary);

    private static Task<Platform.Api.Listing<ImportAnswer>> List([AsParameters] Paging page, RoundtableDb db, CancellationToken ct) =>
        db.ImportPlans.AsNoTracking().PageOf(page, ImportAnswer.Of, ct);

    private static async Task<One<ImportAnswer>> One(int number, RoundtableDb db, CancellationToken ct) => Shown(await PlanOf(number, db, ct));

    private static async Task<Made<ImportAnswer>> Add([AsParameters] Asked asked, HttpContext http, RoundtableDb db, CurrentActor who, IClock clock, CancellationToken ct)
    {
        var sent = await Sent(http.Request, asked.Name, ct);
        var file = (await SourceFile.Of(Path.GetFileName(sent.FileName), sent.OpenReadStream, SourceFile.MostFromPage, ct)).As(new Reading { Encoding = asked.Encoding, Table = asked.Table });
        var plan = await db.AddFile(who.Actor, clock.GetCurrentInstant(), asked.Source, file, asked.Columns, ct);
        return Answer.Made($"{ApiGroup.Prefix}/imports/{plan.Number}", plan, ImportAnswer.Of(plan));
    }

    private static async Task<Platform.Api.Listing<ProblemAnswer>> Problems(int number, [AsParameters] Paging page, RoundtableDb db, Texts texts, CancellationToken ct)
    {
        var (plan, size) = (await PlanOf(number, db, ct), page.Size);
        var after = page.Cursor is not { } cursor ? 0 : cursor.Parts is [var part] && int.TryParse(part, System.Globalization.CultureInfo.InvariantCulture, out var position) ? position : throw new ApiProblem(400, "api.cursor") { Input = "cursor" };
        var rows = await db.PlannedRows.AsNoTracking().Where(r => r.PlanId == plan.Id && r.Outcome == Outcome.Problem && r.Position > after).OrderBy(r => r.Position).Take(size + 1).ToListAsync(ct);
        return page.Cut(rows, r => new Cursor($"{r.Position}"), r => new ProblemAnswer(r.Row, r.Columns, r.Reason!, texts[r.Reason!, r.Found], r.Found));
    }

    private static async Task<One<ImportAnswer>> Complete(int number, bool? evenIfShrunk, ImportDesk desk, RoundtableDb db, CurrentActor who, CancellationToken ct)
    {
        await desk.CarryOut(who.Actor, await PlanOf(number, db, ct), evenIfShrunk ?? false, ct);
        return Shown(await PlanOf(number, db, ct));
    }

    private static async Task<One<ImportAnswer>> Undo(int number, ImportDesk desk, RoundtableDb db, CurrentActor who, CancellationToken ct)
    {
        await desk.TakeBack(who.Actor, await PlanOf(number, db, ct), ct);
        return Shown(await PlanOf(number, db, ct));
    }

    // For the page that watches it.
    private static async Task<HowFar> Progress(Guid id, RoundtableDb db, Texts texts, CancellationToken ct)
    {
        var plan = await db.ImportPlans.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct) ?? throw new NotFoundException();
        return new(plan.Reached, plan.Rows, texts["web.progress", plan.Reached, plan.Rows], !plan.IsRunning);
    }

    private static async Task<ImportPlan> PlanOf(int number, RoundtableDb db, CancellationToken ct) =>
        await db.ImportPlans.FirstOrDefaultAsync(p => p.Number == number, ct) ?? throw new NotFoundException();

    private static One<ImportAnswer> Shown(ImportPlan plan) => Answer.One(plan, ImportAnswer.Of(plan));

    // Large bodies are put aside on the disk, as files of forms are.
    private static async Task<IFormFile> Sent(HttpRequest request, string? name, CancellationToken ct)
    {
        if (request.HasFormContentType && (await request.ReadFormAsync(ct)).Files.GetFile("file") is { } file)
            return file.Length <= SourceFile.MostFromPage ? new FormFile(file.OpenReadStream(), 0, file.Length, file.Name, name ?? file.FileName) : throw TooLarge();
        request.EnableBuffering();
        var (buffer, length) = (new byte[1 << 16], 0L);
        for (int read; (read = await request.Body.ReadAsync(buffer, ct)) > 0;)
            if ((length += read) > SourceFile.MostFromPage) throw TooLarge();
        return new FormFile(request.Body, 0, length, "file", name ?? "sent");
    }

    private static Refusal TooLarge() => new("import.file-too-large", "file", SourceFile.MostFromPage >> 20);

    /// <param name="Source">What it is said to be; found out when not said.</param>
    /// <param name="Name">What to call the file.</param>
    /// <param name="Columns">Of somebody's list, what its columns are: <c>name=Agency,city=Town</c>.</param>
    /// <param name="Encoding">When the guess is wrong: <c>windows-1252</c>, <c>macintosh</c> …</param>
    /// <param name="Table">The sheet of a workbook, or the table of a ZIP; the first when not said.</param>
    public sealed record Asked(string? Source, string? Name, string? Columns, string? Encoding, string? Table);
}

/// <summary>A file and what it would do, or did, as programs see it.</summary>
/// <param name="State"><c>matching</c>: send the file again and say its <c>columns</c>; <c>checked</c>, <c>under-way</c>, <c>done</c>, <c>undoing</c>, <c>undone</c>.</param>
/// <param name="Reached">Rows carried out so far.</param>
/// <param name="Shrunk">States in which more than a fifth would be gone; completing asks for <c>evenIfShrunk=true</c>.</param>
/// <param name="Columns">Of somebody's list: which field is which column.</param>
public sealed record ImportAnswer(int Number, string Source, string FileName, string State, string? Encoding, IReadOnlyDictionary<string, string>? Columns,
    int Rows, int New, int Changed, int Same, int Problems, int Gone, string? Shrunk, Instant MadeAt, Instant? DoneAt, Instant? UndoneAt, int Kept, int Reached)
{
    internal static ImportAnswer Of(ImportPlan p) => new(p.Number, p.Source, p.FileName, Codes.Of(p.State), p.Reading.EncodingUsed,
        p.Reading is { Names: { } names, Columns: { } columns } ? columns.ToDictionary(c => c.Key, c => names[c.Value]) : null,
        p.Rows, p.New, p.Changed, p.Same, p.Problems, p.Gone, p.Shrunk, p.MadeAt, p.DoneAt, p.UndoneAt, p.Kept, p.Reached);
}

/// <param name="Row">As a spreadsheet counts, from 1.</param>
public sealed record ProblemAnswer(int Row, string? Column, string Code, string Problem, string? Found);
