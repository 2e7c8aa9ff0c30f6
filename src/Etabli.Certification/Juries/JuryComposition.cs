using Etabli.People;
using Etabli.People.Persons;

namespace Etabli.Certification.Juries;

/// <summary>How grave something is before the jury (fr: gravité).</summary>
public enum Gravity
{
    /// <summary>Worth telling; stops nothing (fr: alerte).</summary>
    Alert,

    /// <summary>The session cannot open so (fr: manquement).</summary>
    Breach,
}

/// <summary>Something the composition of a jury shows (fr: constat de composition).</summary>
/// <param name="Rule">R43…, or X03 for a complement that can be switched off.</param>
/// <param name="Words">Key of the sentence.</param>
public sealed record CompositionFinding(string Rule, Gravity Gravity, string Words, IReadOnlyList<object> About);

/// <summary>What a centre may add to the sources' rules (fr: réglages du jury).</summary>
public sealed record JurySettings
{
    /// <summary>Representative unions of the branch; empty means the list is not held (rule R45).</summary>
    public IReadOnlyList<string> RepresentativeUnions { get; init; } = [];

    /// <summary>X03: the chair is a member for the employers; null switches it off.</summary>
    public Gravity? ChairFromEmployers { get; init; } = Gravity.Alert;
}

/// <summary>Is this a joint jury? Parity is counted in voters (fr: composition du jury paritaire).</summary>
public static class JuryComposition
{
    /// <summary>Everything to say of a composition, breaches first; a jury without breach may open.</summary>
    public static IReadOnlyList<CompositionFinding> Check(
        IReadOnlyList<Seat> seats, PersonId? chair, JuryParameters parameters, JurySettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(seats);
        ArgumentNullException.ThrowIfNull(parameters);
        settings ??= new();
        var findings = new List<CompositionFinding>();
        CheckParity(seats, parameters, findings);
        CheckEmployers(seats, parameters, findings);
        CheckEmployees(seats, parameters, settings, findings);
        CheckChair(seats, chair, settings, findings);
        foreach (var twice in seats.GroupBy(s => s.Person.Id).Where(g => g.Count() > 1))
        {
            findings.Add(new("R43", Gravity.Breach, "SeatedTwice", [twice.First().Person.Name]));
        }

        return [.. findings.OrderByDescending(f => f.Gravity)];
    }

    private static void CheckParity(IReadOnlyList<Seat> seats, JuryParameters parameters, List<CompositionFinding> findings)
    {
        var employers = Voters(seats, College.Employers);
        var employees = Voters(seats, College.Employees);
        if (employers != employees || employers == 0)
        {
            findings.Add(new("R43", Gravity.Breach, employers + employees == 0 ? "NoVoter" : "NotBalanced", [employers, employees]));
        }

        if (parameters.Quorum is { } quorum && employers + employees < quorum)
        {
            findings.Add(new("R43", Gravity.Breach, "BelowQuorum", [employers + employees, quorum]));
        }
    }

    private static void CheckEmployers(IReadOnlyList<Seat> seats, JuryParameters parameters, List<CompositionFinding> findings)
    {
        var branch = Members(seats, College.Employers, JurorBranch.Metalworking);
        if (branch > parameters.EmployersMaxMembers)
        {
            findings.Add(new("R44", Gravity.Breach, "TooManyEmployers", [branch, parameters.EmployersMaxMembers]));
        }

        var temporary = Members(seats, College.Employers, JurorBranch.TemporaryWork);
        if (temporary > parameters.EmployersMaxTempWorkMembers)
        {
            findings.Add(new("R44", Gravity.Breach, "TooManyTemporaryWorkEmployers", [temporary, parameters.EmployersMaxTempWorkMembers]));
        }
    }

    private static void CheckEmployees(IReadOnlyList<Seat> seats, JuryParameters parameters, JurySettings settings, List<CompositionFinding> findings)
    {
        var temporary = Members(seats, College.Employees, JurorBranch.TemporaryWork);
        if (temporary > parameters.EmployeesMaxTempWorkMembers)
        {
            findings.Add(new("R45", Gravity.Breach, "TooManyTemporaryWorkEmployees", [temporary, parameters.EmployeesMaxTempWorkMembers]));
        }

        var employees = seats.Where(s => s.College == College.Employees).ToList();
        foreach (var nameless in employees.Where(s => string.IsNullOrWhiteSpace(s.Union)))
        {
            findings.Add(new("R45", Gravity.Breach, "UnionNotNamed", [nameless.Person.Name]));
        }

        foreach (var union in employees.Where(s => s.Votes && !string.IsNullOrWhiteSpace(s.Union)).GroupBy(s => s.Union!.Trim(), StringComparer.OrdinalIgnoreCase))
        {
            if (union.Count() > parameters.EmployeesVotersPerUnion)
            {
                findings.Add(new("R46", Gravity.Breach, "TwoVotersOfOneUnion", [union.Key, union.Count()]));
            }

            if (settings.RepresentativeUnions.Count > 0 && !settings.RepresentativeUnions.Contains(union.Key, StringComparer.OrdinalIgnoreCase)
                && union.All(s => s.Branch == JurorBranch.Metalworking))
            {
                findings.Add(new("R45", Gravity.Alert, "UnionNotListed", [union.Key]));
            }
        }
    }

    private static void CheckChair(IReadOnlyList<Seat> seats, PersonId? chair, JurySettings settings, List<CompositionFinding> findings)
    {
        var seat = chair is { } id ? seats.FirstOrDefault(s => s.Person.Id == id) : null;
        if (seat is null || !seat.Votes)
        {
            findings.Add(new("R47", Gravity.Breach, chair is null ? "NoChair" : "ChairDoesNotVote", []));
        }
        else if (settings.ChairFromEmployers is { } gravity && seat.College != College.Employers)
        {
            findings.Add(new("X03", gravity, "ChairNotFromEmployers", [seat.Person.Name]));
        }
    }

    private static int Voters(IReadOnlyList<Seat> seats, College college) => seats.Count(s => s.College == college && s.Votes);

    private static int Members(IReadOnlyList<Seat> seats, College college, JurorBranch branch) =>
        seats.Count(s => s.College == college && s.Branch == branch);
}
