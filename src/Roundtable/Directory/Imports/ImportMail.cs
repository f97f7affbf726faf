using Microsoft.EntityFrameworkCore;
using Roundtable.People;
using Roundtable.Platform.Data;
using Roundtable.Platform.Mail;

namespace Roundtable.Directory.Imports;

/// <summary>Tells whoever began a long import that it is done.</summary>
public static class ImportMail
{
    public static readonly LetterKind Kind = new("import-done", "import.mail", "import.mail.why");

    /// <summary>With the save that ends the import.</summary>
    public static async Task PostDone(this Outbox outbox, RoundtableDb db, ImportPlan plan, CancellationToken ct = default)
    {
        if (plan.StartedBy is not { } id || await db.People.FirstOrDefaultAsync(p => p.Id == id, ct) is not { } person) return;
        await outbox.Post(Kind, new Addressee(person.Email, person.Called, person.Language, person.Id), paper => paper
            .Subject("import.mail.subject", plan.Number)
            .Greet(person.Called)
            .Say("import.mail.text", plan.FileName, plan.New, plan.Changed, plan.Gone, plan.Problems)
            .Button(outbox.Address(DirectoryUrls.Import(plan.Id)), "import.mail.button")
            .Close(), about: plan.Id, ct: ct);
    }
}
