using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Roundtable.Platform.Access;

/// <summary>Which components a page is made of, read from its compiled drawing, so that the list of endpoints knows which pages post.</summary>
public static class Markup
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields().Select(f => f.GetValue(null)).OfType<OpCode>().ToDictionary(c => c.Value);
    private static readonly ConcurrentDictionary<Type, Type[]> known = new();

    /// <summary>Whether the component is drawn by the page, by what the page draws, and so on.</summary>
    public static bool Holds<TComponent>(Type page) where TComponent : IComponent => Holds(page, typeof(TComponent), []);

    private static bool Holds(Type page, Type sought, HashSet<Type> seen) =>
        seen.Add(page) && Opened(page).Any(c => c == sought || c.Namespace?.StartsWith("Roundtable", StringComparison.Ordinal) == true && Holds(c, sought, seen));

    private static Type[] Opened(Type component) => known.GetOrAdd(component, static c =>
        [.. Drawing(c).SelectMany(Calls).Where(m => m.IsGenericMethod && m.Name is nameof(RenderTreeBuilder.OpenComponent)).Select(m => m.GetGenericArguments()[0]).Distinct()]);

    // A component with type parameters, or content handed to another component, is drawn by generated methods and nested classes.
    private static IEnumerable<MethodBase> Drawing(Type type)
    {
        for (var t = type; t is not null && t != typeof(ComponentBase); t = t.BaseType)
            foreach (var part in t.GetNestedTypes(All).Prepend(t))
                foreach (var method in part.GetMethods(All)) yield return method;
    }

    private static IEnumerable<MethodBase> Calls(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } il) yield break;
        for (var at = 0; at < il.Length;)
        {
            var value = il[at++];
            var code = Codes[value == 0xFE ? (short)(0xFE00 | il[at++]) : value];
            if (code.OperandType is OperandType.InlineMethod && Resolve(method, BitConverter.ToInt32(il, at)) is { } called) yield return called;
            at += code.OperandType is OperandType.InlineSwitch ? 4 + (4 * BitConverter.ToInt32(il, at)) : SizeOf(code.OperandType);
        }
    }

    private static MethodBase? Resolve(MethodBase within, int token) =>
        within.Module.ResolveMethod(token, within.DeclaringType?.IsGenericType == true ? within.DeclaringType.GetGenericArguments() : null, within.IsGenericMethod ? within.GetGenericArguments() : null);

    private static int SizeOf(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
