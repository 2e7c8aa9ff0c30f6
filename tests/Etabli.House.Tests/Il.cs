using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Etabli.House.Tests;

/// <summary>A compiled body as steps with their successors, as much of it as is needed to ask what comes before what.</summary>
internal static class Il
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => c.Value);

    /// <param name="Names">The method, field or type it names; null for the others.</param>
    /// <param name="Next">Offsets that may follow.</param>
    internal sealed record Step(int Offset, OpCode Code, MemberInfo? Names, IReadOnlyList<int> Next);

    /// <summary>The steps of a method, by offset; of an async method, those of what it really runs.</summary>
    public static IReadOnlyDictionary<int, Step> Of(MethodBase method)
    {
        var run = method.GetCustomAttribute<StateMachineAttribute>() is { } machine
            ? machine.StateMachineType.GetMethod("MoveNext", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)!
            : method;
        return Read(run, resumes: run != method);
    }

    private static Dictionary<int, Step> Read(MethodBase method, bool resumes)
    {
        var body = method.GetMethodBody()!;
        var bytes = body.GetILAsByteArray()!;
        var steps = new Dictionary<int, Step>();
        var asksTheState = false;
        for (var at = 0; at < bytes.Length;)
        {
            var from = at;
            var code = Codes[unchecked(bytes[at] == 0xFE ? (short)(0xFE00 | bytes[at + 1]) : bytes[at])];
            at += code.Size;
            var operand = at;
            at += Size(code, bytes, operand);
            List<int> next = code.FlowControl is FlowControl.Branch or FlowControl.Return or FlowControl.Throw ? [] : [at];

            // At the top of each try, an async method that was interrupted jumps to where it was. A first run falls through.
            if (!(resumes && asksTheState))
            {
                next.AddRange(Targets(code, bytes, operand, at));
            }
            else if (code.FlowControl == FlowControl.Branch)
            {
                next.AddRange(Targets(code, bytes, operand, at));
            }

            asksTheState = code == OpCodes.Ldloc_0 || (asksTheState && IsArithmetic(code));
            steps[from] = new(from, code, Named(method, code, bytes, operand), next);
        }

        return steps;
    }

    private static bool IsArithmetic(OpCode code) =>
        code.Name is { } name && (name.StartsWith("ldc.i4", StringComparison.Ordinal) || name is "sub" or "add");

    private static int Size(OpCode code, byte[] bytes, int operand) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(bytes, operand)),
        _ => 4,
    };

    private static IEnumerable<int> Targets(OpCode code, byte[] bytes, int operand, int next) => code.OperandType switch
    {
        OperandType.ShortInlineBrTarget => [next + unchecked((sbyte)bytes[operand])],
        OperandType.InlineBrTarget => [next + BitConverter.ToInt32(bytes, operand)],
        OperandType.InlineSwitch => Enumerable.Range(1, BitConverter.ToInt32(bytes, operand)).Select(n => next + BitConverter.ToInt32(bytes, operand + (4 * n))),
        _ => [],
    };

    private static MemberInfo? Named(MethodBase method, OpCode code, byte[] bytes, int operand)
    {
        if (code.OperandType is not (OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineTok or OperandType.InlineType))
        {
            return null;
        }

        return method.Module.ResolveMember(
            BitConverter.ToInt32(bytes, operand),
            method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null,
            method.IsGenericMethod ? method.GetGenericArguments() : null);
    }
}
