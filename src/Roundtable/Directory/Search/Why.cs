using NodaTime;
using Roundtable.Platform.Text;

namespace Roundtable.Directory.Search;

/// <summary>One reason why an organization is among the answers, as a text key with what it names.</summary>
public sealed record Why(string Key, params object[] With)
{
    /// <summary>A reason against it, told first.</summary>
    public static Why Gone(Instant since) => new("directory.why.gone", new MonthNamed(since.InUtc().Date));

    public string Say(Texts texts) => texts[Key, [.. With.Select(w => w is Named named ? named.Say(texts) : w)]];
}

/// <summary>Something a reason names, said in the reader's language.</summary>
public abstract record Named
{
    public abstract string Say(Texts texts);
}

/// <summary>What an organization does.</summary>
public sealed record KindNamed(string Code) : Named
{
    public override string Say(Texts texts) => Kinds.Say(Code, texts.Language) ?? Code;
}

/// <summary>What people come for.</summary>
public sealed record NeedNamed(ServiceNeedKind Need) : Named
{
    public override string Say(Texts texts) => Need.Name.In(texts.Language);
}

/// <param name="Code">Of the language.</param>
public sealed record LanguageNamed(string Code) : Named
{
    public override string Say(Texts texts) => LanguageNames.Of(Code, texts.Culture);
}

/// <summary>A month with its year.</summary>
public sealed record MonthNamed(LocalDate Day) : Named
{
    public override string Say(Texts texts) => Day.ToString(texts.Language == "es" ? "MMMM 'de' uuuu" : "MMMM uuuu", texts.Culture);
}
