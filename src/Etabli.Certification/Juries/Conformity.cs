using Etabli.Certification.Assessments;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Qualifications;

namespace Etabli.Certification.Juries;

/// <summary>
/// Was the assessment organised as the joint system and the standard ask? Rules R01 to R35 and their company, each
/// with its answer, for one candidate: exactly what rule R40 gives the jury to verify (fr: liste de conformité).
/// </summary>
public static class Conformity
{
    /// <summary>Every rule, in order; the same dossier always gives the same list.</summary>
    public static IReadOnlyList<ConformityLine> Of(ConformityCase one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return
        [
            .. ConformityOfEnrolment.Lines(one),
            .. ConformityOfModes.Lines(one),
            .. ConformityOfOpinion.Lines(one),
            .. ConformityOfAssessment.Lines(one),
            .. ConflictsOfInterest.Of(one.Dossier, one.Assessment, one.Seats, one.Conflicts)
                .Select(c => new ConformityLine("CI", c.Gravity == Gravity.Breach ? ConformityStatus.Breach : ConformityStatus.Alert, c.Words, [c.Person])),
        ];
    }

    internal static ConformityLine Conform(string rule, string words, params object[] about) => new(rule, ConformityStatus.Conform, words, about);

    internal static ConformityLine Alert(string rule, string words, params object[] about) => new(rule, ConformityStatus.Alert, words, about);

    internal static ConformityLine Breach(string rule, string words, params object[] about) => new(rule, ConformityStatus.Breach, words, about);

    /// <summary>The waiver's reason and author when there is one, else a breach.</summary>
    internal static ConformityLine WaivedOrBreach(string rule, Dossier dossier, string words, params object[] about) =>
        dossier.Waivers.LastOrDefault(w => w.Rule == rule) is { } waiver
            ? new(rule, ConformityStatus.Waived, "Waived", [waiver.Reason, waiver.By.Name, waiver.At])
            : Breach(rule, words, about);

    internal static string List(IEnumerable<string> codes) => string.Join(", ", codes);
}

/// <summary>R01 to R06, R53, R60.</summary>
internal static class ConformityOfEnrolment
{
    public static List<ConformityLine> Lines(ConformityCase one)
    {
        var lines = new List<ConformityLine>();
        var dossier = one.Dossier;
        var standard = one.Standard;
        lines.Add(Enrolled(one));
        lines.Add(dossier.IsVae
            ? Conformity.Conform("R02", "NotConcerned")
            : (dossier.Company ?? dossier.TrainingProvider) is { } through
                ? Conformity.Conform("R02", "Through", through.Name)
                : Conformity.Breach("R02", "Nobody"));
        lines.Add(dossier.Blocks.Count + dossier.CarriedOver.Count == standard.Blocks.Count
            ? Conformity.Conform("R03", "Whole")
            : Conformity.Conform("R03", "Part", Conformity.List(dossier.Blocks)));
        lines.Add(!standard.IsOpen(dossier.Route)
            ? Conformity.Breach("R04", "Closed", dossier.Route)
            : Conformity.Conform("R04", standard.AccessRoutes.Inherited ? "OpenInherited" : "Open", dossier.Route));
        lines.Add(Validity(dossier, standard));
        lines.Add(Conformity.Conform("R06", "Open", dossier.Territory));
        lines.Add(dossier.CarriedOver.Count == 0
            ? Conformity.Conform("R53", "NotConcerned")
            : Conformity.Conform("R53", "CarriedOver", Conformity.List(dossier.CarriedOver.Select(c => $"{c.Block} ({c.RegisterNumber})"))));
        if (dossier.IsVae)
        {
            lines.Add(dossier.Eligibility is [.., { Answer: Enrolments.EligibilityAnswer.Eligible }]
                ? Conformity.Conform("R60", "Eligible", dossier.Eligibility[^1].At)
                : Conformity.Breach("R60", "NotEligible"));
            lines.Add(dossier.Portfolio is { } portfolio
                ? Conformity.Conform("R61", "Portfolio", portfolio.Situations.Count, portfolio.At)
                : Conformity.Breach("R61", "NoPortfolio"));
        }
        return lines;
    }

    private static ConformityLine Enrolled(ConformityCase one)
    {
        if (one.Dossier.EnrolledOn is not { } day)
        {
            return Conformity.Breach("R01", "NotEnrolled");
        }

        var early = (one.Assessment?.Sittings ?? []).Any(s => s.HeldOn < day) || one.Dossier.CompanyOpinions.Any(o => o.At < one.Dossier.EnrolledAt);
        return early ? Conformity.Breach("R01", "Earlier", day) : Conformity.Conform("R01", "Enrolled", day, one.Dossier.Centre.Name);
    }

    private static ConformityLine Validity(Dossier dossier, StandardContent standard)
    {
        if (standard.Qualification.Validity is not { } validity)
        {
            return Conformity.Conform("R05", "NotStated");
        }

        return dossier.EnrolledOn is { } day && validity.Covers(day)
            ? Conformity.Conform("R05", "Within", validity.From, validity.To)
            : Conformity.WaivedOrBreach("R05", dossier, "Outside", validity.From, validity.To);
    }
}

/// <summary>R10 to R18.</summary>
internal static class ConformityOfModes
{
    public static List<ConformityLine> Lines(ConformityCase one)
    {
        var lines = new List<ConformityLine>();
        var dossier = one.Dossier;
        lines.Add(dossier.ModesDefinedAt is not { } defined
            ? Conformity.Breach("R10", "NotDefined")
            : dossier.MissingAgreements() is [var missing, ..]
                ? Conformity.Breach("R10", "AgreementMissing", missing)
                : Conformity.Conform("R10", "Agreed", defined, Conformity.List(dossier.ModesAgreements.Select(a => a.By.Name))));
        lines.Add(Conformity.Conform("R11", "Signatory", dossier.Signatory));
        lines.Add(dossier.Transmission is { } sent
            ? sent.AcknowledgedAt is { } acknowledged
                ? Conformity.Conform("R12", "Acknowledged", sent.At, acknowledged, sent.To.Name)
                : Conformity.Alert("R12", "NotAcknowledged", sent.At, sent.To.Name)
            : Conformity.WaivedOrBreach("R12", dossier, "NotTransmitted"));
        lines.Add(Foreseen(one));
        lines.Add(Exceptional(one));
        if (one.Assessment is { } assessment)
        {
            var without = dossier.Competences(one.Standard)
                .Where(c => !DecisionInputs.AnyModeHeld(c.Id, dossier, assessment, one.Standard, one.Served)).Select(c => c.Id).ToList();
            lines.Add(without.Count == 0 ? Conformity.Conform("R15", "Held") : Conformity.Breach("R15", "NotHeld", Conformity.List(without)));
            lines.Add(Parts(one, assessment, "R16", AssessmentMode.RealWorkSituation));
            lines.Add(Report(one) ?? Parts(one, assessment, "R17", AssessmentMode.ProjectPresentation));
            lines.Add(Parts(one, assessment, "R18", AssessmentMode.ReconstructedSituation));
        }
        else
        {
            lines.Add(Conformity.Breach("R15", "NoCommission"));
        }
        return lines;
    }

    private static ConformityLine Foreseen(ConformityCase one)
    {
        var foreign = one.Dossier.Modes.Where(m => m.Modes.Any(x => !one.Standard.RuleFor(m.Competence).AnyOf.Contains(x))).Select(m => m.Competence).ToList();
        return foreign.Count == 0 ? Conformity.Conform("R13", "Foreseen") : Conformity.Breach("R13", "NotForeseen", Conformity.List(foreign));
    }

    private static ConformityLine Exceptional(ConformityCase one)
    {
        var exceptional = one.Dossier.Modes.Where(m => m.Modes.Any(one.Standard.RuleFor(m.Competence).Exceptional.Contains)).ToList();
        return exceptional.Count == 0
            ? Conformity.Conform("R14", "NotConcerned")
            : exceptional.All(m => m.Justification is not null)
                ? Conformity.Alert("R14", "Justified", Conformity.List(exceptional.Select(m => m.Competence)), exceptional[0].Justification!)
                : Conformity.Breach("R14", "NotJustified", Conformity.List(exceptional.Select(m => m.Competence)));
    }

    private static ConformityLine Parts(ConformityCase one, Assessment assessment, string rule, AssessmentMode mode)
    {
        var planned = one.Dossier.Modes.Where(m => m.Modes.Contains(mode)).Select(m => m.Competence).ToList();
        var notHeld = planned.Where(c => !DecisionInputs.IsHeld(mode, c, one.Dossier, assessment, one.Served)).ToList();
        return planned.Count == 0
            ? Conformity.Conform(rule, "NotConcerned")
            : notHeld.Count == 0 ? Conformity.Conform(rule, "AllParts") : Conformity.Alert(rule, "PlannedNotHeld", Conformity.List(notHeld));
    }

    private static ConformityLine? Report(ConformityCase one)
    {
        if (!one.Dossier.Modes.Any(m => m.Modes.Contains(AssessmentMode.ProjectPresentation)))
        {
            return null;
        }

        return one.Dossier.LastDeposit is not { } deposit
            ? Conformity.Breach("R17", "NoReport")
            : deposit.Late ? Conformity.Alert("R17", "Late", deposit.At, one.Dossier.ReportDeadline!.Value) : null;
    }
}

/// <summary>R20 to R23.</summary>
internal static class ConformityOfOpinion
{
    public static List<ConformityLine> Lines(ConformityCase one)
    {
        var lines = new List<ConformityLine>();
        var dossier = one.Dossier;
        var asked = dossier.Competences(one.Standard).Where(c => !one.Standard.RuleFor(c.Id).OpinionExemptOn(dossier.Route)).ToList();
        if (asked.Count == 0)
        {
            lines.Add(Conformity.Conform("R22", "Exempt", dossier.Route));
            return lines;
        }

        if (dossier.Waived("R22"))
        {
            lines.Add(Conformity.WaivedOrBreach("R22", dossier, "Waived"));
            return lines;
        }

        lines.Add(Conformity.Conform("R20", "Authors", Conformity.List(dossier.CompanyOpinions.Select(o => o.Author.Name).Distinct())));
        lines.Add(Basis(one));
        lines.Add(Conformity.Conform("R22", "Required"));
        var missing = asked.Where(c => !dossier.HasOpinionFor(one.Standard, c.Id)).Select(c => c.Id).ToList();
        var against = dossier.CompanyOpinions.Where(o => dossier.OpinionOn(o.Subject, o.Target) is { Favourable: false }).Select(o => o.Target).Distinct().ToList();
        lines.Add(missing.Count > 0
            ? Conformity.Breach("R23", "Missing", Conformity.List(missing))
            : against.Count > 0 ? Conformity.Alert("R23", "Unfavourable", Conformity.List(against)) : Conformity.Conform("R23", "Given"));
        return lines;
    }

    private static ConformityLine Basis(ConformityCase one)
    {
        var basis = one.Standard.ModeRule.OpinionBasis;
        var silent = basis == CompanyOpinionBasis.Activities
            ? one.Standard.Activities.Select(a => a.Id).Where(a => one.Dossier.OpinionOn(OpinionSubject.Activity, a) is null).ToList()
            : [];
        return silent.Count == 0 || one.Dossier.CarriedOver.Count > 0
            ? Conformity.Conform("R21", "Basis", basis)
            : Conformity.Alert("R21", "ActivitiesWithoutOpinion", Conformity.List(silent));
    }
}

/// <summary>R30 to R35, R41, R70.</summary>
internal static class ConformityOfAssessment
{
    public static List<ConformityLine> Lines(ConformityCase one)
    {
        var lines = new List<ConformityLine>();
        var dossier = one.Dossier;
        if (one.Assessment is { } assessment)
        {
            var unrated = dossier.Competences(one.Standard).SelectMany(c => c.Criteria).Where(k => k.Evaluable && assessment.Heads(k.Id).Count == 0).Select(k => k.Id).ToList();
            lines.Add(unrated.Count == 0
                ? Conformity.Conform("R30", "Grid", dossier.StandardVersion)
                : Conformity.Alert("R30", "Unrated", unrated.Count, Conformity.List(unrated.Take(5))));
            lines.Add(Basis(one, assessment));
        }

        lines.Add(Conditions(one));
        lines.Add(one.Work.Axes switch
        {
            null => Conformity.Conform("R33", "NotShown"),
            >= 3 and var n => Conformity.Conform("R33", "Enough", n),
            var n => Conformity.Alert("R33", "TooFew", n),
        });
        lines.Add((one.Work.Actions, one.Work.IncompleteActions) switch
        {
            (null, _) => Conformity.Conform("R34", "NotShown"),
            (var all, 0) => Conformity.Conform("R34", "Complete", all),
            (var all, var lacking) => Conformity.Alert("R34", "Incomplete", lacking ?? 0, all),
        });
        lines.Add(Conformity.Conform("R35", "Independent"));
        lines.Add(one.Assessment?.Summary is not { } summary
            ? Conformity.Breach("R41", "NoSummary")
            : summary.IsIntact() ? Conformity.Conform("R41", "Frozen", summary.FrozenAt, summary.Sha256) : Conformity.Breach("R41", "Changed"));
        if (one.Work.LeadsTeamMember == true)
        {
            lines.Add(Conformity.Alert("R70", "LeadsTeamMember"));
        }
        return lines;
    }

    private static ConformityLine Basis(ConformityCase one, Assessment assessment)
    {
        if (assessment.Members.Count < Assessment.FewestMembers)
        {
            return Conformity.Breach("R31", "TooFewMembers", assessment.Members.Count);
        }

        var undecided = assessment.Undecided(one.Dossier, one.Standard);
        if (undecided.Count > 0)
        {
            return Conformity.Breach("R31", "Undecided", Conformity.List(undecided));
        }

        var lacking = one.Dossier.Competences(one.Standard)
            .Where(c => DecisionInputs.Missing(c.Id, one.Dossier, assessment, one.Standard, one.Served).Any(m => m.Rule == "R31")).Select(c => c.Id).ToList();
        return lacking.Count > 0
            ? Conformity.Breach("R31", "NoInterview", Conformity.List(lacking))
            : Conformity.Conform("R31", one.Standard.InterviewInBasis || one.Dossier.IsVae ? "WithInterview" : "WithoutInterview", assessment.Members.Count);
    }

    private static ConformityLine Conditions(ConformityCase one)
    {
        var refused = new List<string>();
        var silent = 0;
        foreach (var competence in one.Dossier.Competences(one.Standard))
        {
            for (var i = 0; i < competence.EvaluationConditions.Count; i++)
            {
                var answer = one.Dossier.Condition(competence.Id, i);
                if (answer is null)
                {
                    silent++;
                }
                else if (answer == ConditionAnswer.NotProvided)
                {
                    refused.Add($"{competence.Id}.{i + 1}");
                }
            }
        }

        return refused.Count > 0
            ? Conformity.Alert("R32", "NotProvided", Conformity.List(refused))
            : silent > 0 ? Conformity.Alert("R32", "NotAnswered", silent) : Conformity.Conform("R32", "Provided");
    }
}
