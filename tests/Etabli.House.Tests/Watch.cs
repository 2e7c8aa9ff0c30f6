using System.Reflection;
using System.Reflection.Emit;
using Etabli.Application;
using Etabli.Application.Certification;
using Microsoft.EntityFrameworkCore;

namespace Etabli.House.Tests;

/// <summary>Follows a gesture on every path it can take and tells what it does before it has said who may.</summary>
internal static class Watch
{
    /// <summary>What a gesture asks of anybody else (the database, a reading, another gesture, the journal) on a path where it has asked nothing of its rights.</summary>
    public static IReadOnlyList<string> BeforeRights(Type gesture, MethodBase run) =>
        Before(gesture, run, IsRights, step => step.Names is FieldInfo field && field.DeclaringType == gesture && IsSomebodyElse(field.FieldType));

    /// <summary>What it saves or notes on a path where neither a role, nor a person, nor a quality to the dossier was demanded.</summary>
    public static IReadOnlyList<string> WritesBeforeDemand(Type gesture, MethodBase run) =>
        Before(gesture, run, IsDemand, step => step.Names is MethodInfo method && IsWrite(method));

    private static List<string> Before(Type gesture, MethodBase run, Func<MethodBase, bool> gate, Func<Il.Step, bool> forbidden)
    {
        var faults = new List<string>();
        var met = false;
        var known = new Dictionary<MethodBase, bool>();
        Walk(run);
        return met || faults.Count > 0 ? faults : [$"{gesture.FullName}.{run.Name} never asks"];

        // True when every path to the end of the method goes through the gate.
        bool Walk(MethodBase method)
        {
            if (known.TryGetValue(method, out var before))
            {
                return before;
            }

            known[method] = false;
            var steps = Il.Of(method);
            var seen = new HashSet<int>();
            var toSee = new Stack<int>([0]);
            var always = true;
            while (toSee.TryPop(out var at))
            {
                if (!seen.Add(at))
                {
                    continue;
                }

                var step = steps[at];
                if (forbidden(step))
                {
                    faults.Add($"{gesture.FullName}.{method.Name}: {step.Names!.DeclaringType!.Name}.{step.Names.Name}");
                    return false;
                }

                if (step.Names is MethodBase called && gate(called))
                {
                    met = true;
                    continue;
                }

                if (step.Names is MethodBase own && IsOwn(gesture, own) && Walk(own))
                {
                    continue;
                }

                if (step.Names is MethodInfo { Name: "AwaitUnsafeOnCompleted" or "AwaitOnCompleted" })
                {
                    // It waits: what comes after is also reached when there is nothing to wait for.
                    continue;
                }

                always &= step.Code.FlowControl != FlowControl.Return;
                foreach (var next in step.Next)
                {
                    toSee.Push(next);
                }
            }

            return known[method] = always;
        }
    }

    private static bool IsRights(MethodBase method) => method.DeclaringType == typeof(Rights);

    private static bool IsDemand(MethodBase method) => method.Name == nameof(Rights.MustBe) && (method.DeclaringType == typeof(Rights) || method.DeclaringType == typeof(DossierSight));

    private static bool IsWrite(MethodInfo method) =>
        method.Name.StartsWith("Save", StringComparison.Ordinal) || method.Name is "Note" or "ExecuteSqlAsync" || (method.Name == "Run" && typeof(EtabliServices).Assembly == method.DeclaringType!.Assembly);

    /// <summary>A gesture may look at itself, at who asks and at the clock before it asks whether they may; at nothing else.</summary>
    private static bool IsSomebodyElse(Type type) =>
        type != typeof(Rights) && type != typeof(Caller) && type != typeof(TimeProvider)
        && (typeof(DbContext).IsAssignableFrom(type) || type.Assembly == typeof(EtabliServices).Assembly || type.IsInterface);

    private static bool IsOwn(Type gesture, MethodBase method) =>
        method is MethodInfo && method.GetMethodBody() is not null
        && (method.DeclaringType == gesture || (method.DeclaringType is { IsNested: true } nested && nested.DeclaringType == gesture && nested.Name.StartsWith('<')));
}
