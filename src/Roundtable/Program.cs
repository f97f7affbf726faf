using Roundtable;
using Roundtable.Platform;

try
{
    await using var app = Product.Build(args);
    return await app.Obey(args);
}
catch (BadSetting bad)
{
    await Console.Error.WriteLineAsync(bad.Message);
    return 2;
}
