using Etabli.People;

namespace Etabli.Certification.Enrolments;

/// <summary>The exam centre departs from one rule, by name, with its reason (fr: dérogation).</summary>
public sealed record Waiver(string Rule, string Reason, NamedPerson By, DateTimeOffset At)
{
    /// <summary>Shortest reason accepted: a reason that a jury can read is a sentence.</summary>
    public const int ShortestReason = 20;

    /// <summary>
    /// Rules a centre may depart from: enrolment outside the validity (R05), assessment before the modes are
    /// transmitted (R12), no company opinion where there is no company (R22). All others bind.
    /// </summary>
    public static readonly IReadOnlySet<string> Waivable = new HashSet<string>(StringComparer.Ordinal) { "R05", "R12", "R22" };

    /// <summary>Writes a waiver.</summary>
    /// <exception cref="RefusalException">The rule binds without exception, or the reason is too short.</exception>
    public static Waiver Write(string rule, string reason, NamedPerson by, DateTimeOffset at)
    {
        if (!Waivable.Contains(rule))
        {
            throw new RefusalException(Refusal.RuleCannotBeWaived, rule);
        }

        return new(rule, Wording.Reason(reason, ShortestReason), by, at);
    }
}
