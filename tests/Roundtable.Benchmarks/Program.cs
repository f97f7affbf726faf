using Roundtable.Benchmarks;

// Measures the product from outside, over loopback, beside an endpoint that answers constant text in the same server.
//   serve …   the server that is measured (started by the other two)
//   pages     CPU per request, latencies, statements of the main pages, on SQLite and, with --postgres "Host=…", on PostgreSQL
//   start     cold start, memory at rest and bytes of the first page of the published program: --app Roundtable.dll
//   directory two million organizations: import and searches of the published program: --app Roundtable.dll --data FOLDER, with --postgres also there
//   duplicates  precision and recall of suggested duplicates: --data FOLDER with the open data files and the known pairs
//   decisions  a hundred motions of five hundred seats: counted, decided, answered; with --postgres also there
// --into FILE puts the Markdown between the marks of that file instead of printing it alone.
var given = Arguments.Of(args);
switch (args.FirstOrDefault())
{
    case "serve": await BenchServer.Run(given); return 0;
    case "pages": Report.Give("pages", await PagesBench.Run(given), given); return 0;
    case "start": Report.Give("start", await StartBench.Run(given), given); return 0;
    case "directory": Report.Give("directory", await DirectoryBench.Run(given), given); return 0;
    case "duplicates": Report.Give("duplicates", await DuplicatesBench.Run(given), given); return 0;
    case "decisions": Report.Give("decisions", await DecisionsBench.Run(given), given); return 0;
    default: await Console.Error.WriteLineAsync("bench pages | bench start | bench directory | bench duplicates | bench decisions"); return 2;
}
