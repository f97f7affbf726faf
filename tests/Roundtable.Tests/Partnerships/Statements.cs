using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Roundtable.Tests.Partnerships;

/// <summary>Counts what is asked of one site's database while it listens.</summary>
internal sealed class Statements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string database;
    private readonly List<string> asked = [];
    private readonly List<IDisposable> subscriptions = [];

    public Statements(World world)
    {
        database = world.Database.Name;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public IReadOnlyList<string> Asked => asked;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuted.Name && value.Value is CommandExecutedEventData executed && (executed.Connection.ConnectionString + executed.Connection.Database).Contains(database, StringComparison.Ordinal))
            asked.Add(executed.Command.CommandText);
    }

    public void OnCompleted() { }
    public void OnError(Exception error) { }
    public void Dispose() => subscriptions.ForEach(s => s.Dispose());
}
