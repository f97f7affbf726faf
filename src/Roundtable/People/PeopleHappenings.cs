using Roundtable.Platform.Happenings;

namespace Roundtable.People;

/// <summary>Somebody may run the site from now on.</summary>
public sealed record AdministratorMade : Particulars
{
    public override string Kind() => "administrator.made";
}

/// <summary>Somebody runs the site no longer.</summary>
public sealed record AdministrationTaken : Particulars
{
    public override string Kind() => "administrator.taken";
}

/// <summary>An administrator keeps somebody out.</summary>
public sealed record PersonSuspended : Particulars
{
    public override string Kind() => "person.suspended";
}

/// <summary>An administrator lets somebody in again.</summary>
public sealed record PersonRestored : Particulars
{
    public override string Kind() => "person.restored";
}

/// <summary>Somebody signed in.</summary>
/// <param name="By"><c>link</c>, <c>code</c>, <c>passkey</c> or <c>setup</c>.</param>
public sealed record SessionStarted(string By, bool Shared) : Particulars
{
    public override string Kind() => "session.started";
}

/// <summary>An administrator made a sign-in address to pass on by hand, because no mail goes out.</summary>
public sealed record SignInAddressMade : Particulars
{
    public override string Kind() => "sign-in-address.made";
}

/// <summary>Somebody signed out, or was signed out.</summary>
public sealed record SessionEnded : Particulars
{
    public override string Kind() => "session.ended";
}

public sealed record PersonForgotten : Particulars { public override string Kind() => "person.forgotten"; }

/// <summary>Somebody can sign in with one more device.</summary>
public sealed record PasskeyAdded : Particulars
{
    public override string Kind() => "passkey.added";
}

/// <summary>Somebody calls one of their devices something else. The name is theirs and not told.</summary>
public sealed record PasskeyRenamed : Particulars
{
    public override string Kind() => "passkey.renamed";
}

/// <summary>A device signs its owner in no longer.</summary>
public sealed record PasskeyRemoved : Particulars
{
    public override string Kind() => "passkey.removed";
}

/// <summary>A program may act for somebody. What they call it is theirs and not told.</summary>
public sealed record TokenMade(Guid Token, IReadOnlyList<string> Scopes, int Days) : Particulars
{
    public override string Kind() => "token.made";
}

/// <summary>A program may act for somebody no longer.</summary>
public sealed record TokenRevoked(Guid Token) : Particulars
{
    public override string Kind() => "token.revoked";
}

/// <summary>Somebody corrected how the site calls them and speaks with them. What they said is theirs and not told.</summary>
public sealed record PersonIntroduced : Particulars
{
    public override string Kind() => "person.introduced";
}

/// <summary>Somebody decided how much mail comes to them. How much is not told.</summary>
public sealed record MailChosen : Particulars
{
    public override string Kind() => "mail.chosen";
}

/// <summary>Somebody gets their mail at another address from now on. Neither address is told.</summary>
public sealed record EmailChanged : Particulars
{
    public override string Kind() => "email.changed";
}
