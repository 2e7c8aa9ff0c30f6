using System.Text.Json;
using System.Text.Json.Nodes;
using Etabli.Certification.Qualifications;

namespace Etabli.Certification.Tests.Qualifications;

public class StandardFileTests
{
    [Theory]
    [InlineData(Seeds.Coordinator, 3, 9, 62)]
    [InlineData(Seeds.Technician, 4, 8, 68)]
    [InlineData(Seeds.LeanAnimator, 3, 9, 24)]
    [InlineData(Seeds.TeamAnimator, 3, 11, 0)]
    public void The_four_standards_read_without_a_fault(string name, int blocks, int competences, int criteria)
    {
        var content = Seeds.Content(name);
        Assert.Equal((blocks, competences, criteria), (content.Blocks.Count, content.Competences.Count, content.Competences.Sum(c => c.Criteria.Count)));
    }

    [Fact]
    public void No_keyword_of_the_schema_escapes_the_checker()
    {
        using var schema = JsonDocument.Parse(Seeds.Text("schema"));
        var used = new HashSet<string>();
        Collect(schema.RootElement, names: false, used);
        Assert.Empty(used.Except(SchemaChecker.Keywords));
        Assert.Contains("anyOf", used);
    }

    [Theory]
    [InlineData("$.competences[3].criteria[0].id", "pattern")]
    [InlineData("$.competences[3].criteria[0].heading", "enum")]
    [InlineData("$.competences[3].criteria[0].text", "minLength")]
    [InlineData("$.blocks", "minItems")]
    [InlineData("$.blocks[0].competences[1]", "uniqueItems")]
    [InlineData("$.blocks[0].number", "minimum")]
    [InlineData("$.certification.level", "maximum")]
    [InlineData("$.certification.nickname", "additionalProperties")]
    [InlineData("$.certification", "required")]
    [InlineData("$.lang", "const")]
    [InlineData("$.activities", "type")]
    [InlineData("$.jury.vote", "minLength")]
    public void A_fault_is_named_with_its_path(string path, string rule)
    {
        var file = JsonNode.Parse(Seeds.Text(Seeds.Coordinator))!;
        switch (rule, path)
        {
            case ("pattern", _): file["competences"]![3]!["criteria"]![0]!["id"] = "C4-METH-1\n"; break;
            case ("enum", _): file["competences"]![3]!["criteria"]![0]!["heading"] = "humeur"; break;
            case ("minLength", "$.jury.vote"):
                file["jury"] = JsonNode.Parse(Seeds.Text(Seeds.LeanAnimator))!["jury"]!.DeepClone();
                file["jury"]!["vote"] = "";
                break;
            case ("minLength", _): file["competences"]![3]!["criteria"]![0]!["text"] = ""; break;
            case ("minItems", _): file["blocks"] = new JsonArray(); break;
            case ("uniqueItems", _): file["blocks"]![0]!["competences"]![1] = "C1"; break;
            case ("minimum", _): file["blocks"]![0]!["number"] = 0; break;
            case ("maximum", _): file["certification"]!["level"] = 9; break;
            case ("additionalProperties", _): file["certification"]!["nickname"] = "Lean"; break;
            case ("required", _): file["certification"]!.AsObject().Remove("title"); break;
            case ("const", _): file["lang"] = "en"; break;
            default: file["activities"] = 3; break;
        }

        var reading = StandardFile.Read(file.ToJsonString());
        Assert.Null(reading.Content);
        Assert.Contains(reading.Faults, f => f.JsonPath == path && f.Rule == rule);
    }

    [Fact]
    public void Every_fault_is_told_at_once_and_nothing_is_read()
    {
        var file = JsonNode.Parse(Seeds.Text(Seeds.Coordinator))!;
        file["lang"] = "en";
        file["blocks"]![0]!["id"] = "Bloc 1";
        file["competences"]![8]!["title"] = "";
        var reading = StandardFile.Read(file.ToJsonString());
        Assert.Null(reading.Content);
        Assert.Equal(["$.lang", "$.blocks[0].id", "$.competences[8].title"], reading.Faults.Select(f => f.JsonPath));
    }

    [Theory]
    [InlineData("competence-in-two-blocks", "$.blocks[1].competences[2]")]
    [InlineData("competence-in-no-block", "$.competences[8].id")]
    [InlineData("competence-unknown", "$.blocks[1].competences[2]")]
    [InlineData("duplicate", "$.competences[1].id")]
    [InlineData("criterion-prefix", "$.competences[0].criteria[0].id")]
    [InlineData("criterion-heading", "$.competences[0].criteria[0].heading")]
    [InlineData("heading-missing", "$.competences[5].criteria")]
    [InlineData("mode-not-described", "$.modalityRule.anyOf[2]")]
    [InlineData("mode-not-possible", "$.modalityRule.exceptional[0]")]
    [InlineData("opinion-completes-others", "$.modalityRule.anyOf[2]")]
    [InlineData("ends-before-it-starts", "$.certification.validity.to")]
    public void A_standard_that_contradicts_itself_is_refused(string rule, string path)
    {
        var file = JsonNode.Parse(Seeds.Text(Seeds.Coordinator))!;
        switch (rule)
        {
            case "competence-in-two-blocks": file["blocks"]![1]!["competences"]!.AsArray().Add("C1"); break;
            case "competence-in-no-block": file["blocks"]![2]!["competences"]!.AsArray().RemoveAt(3); break;
            case "competence-unknown": file["blocks"]![1]!["competences"]!.AsArray().Add("C10"); break;
            case "duplicate": file["competences"]![1]!["id"] = "C1"; break;
            case "criterion-prefix": file["competences"]![0]!["criteria"]![0]!["id"] = "C2-METH-9"; break;
            case "criterion-heading": file["competences"]![0]!["criteria"]![0]!["heading"] = "moyens"; break;
            case "heading-missing":
                var criteria = file["competences"]![5]!["criteria"]!.AsArray();
                criteria.Remove(criteria.First(c => c!["heading"]!.GetValue<string>() == "resultats"));
                break;
            case "mode-not-described": file["modalityRule"]!["anyOf"]!.AsArray().Add("situation_reconstituee"); break;
            case "mode-not-possible": file["modalityRule"]!["exceptional"]!.AsArray().Add("situation_reconstituee"); break;
            case "opinion-completes-others": file["modalityRule"]!["anyOf"]!.AsArray().Add("avis_entreprise"); break;
            default: file["certification"]!["validity"] = new JsonObject { ["from"] = "2026-01-02", ["to"] = "2026-01-01" }; break;
        }

        var reading = StandardFile.Read(file.ToJsonString());
        Assert.Null(reading.Content);
        Assert.Contains(reading.Faults, f => f.JsonPath == path && f.Rule == rule);
    }

    [Fact]
    public void A_date_that_no_calendar_has_is_refused_with_its_path()
    {
        var file = JsonNode.Parse(Seeds.Text(Seeds.LeanAnimator))!;
        file["certification"]!["validity"]!["to"] = "2022-02-31";
        var fault = Assert.Single(StandardFile.Read(file.ToJsonString()).Faults);
        Assert.Equal("$.certification.validity.to", fault.JsonPath);
    }

    [Fact]
    public void Every_counterpart_named_by_the_old_standard_exists_in_the_new_one()
    {
        var old = Seeds.Content(Seeds.LeanAnimator);
        Assert.Empty(StandardFile.CheckCorrespondence(old, Seeds.Content(Seeds.Coordinator)));
        Assert.NotEmpty(StandardFile.CheckCorrespondence(old, Seeds.Content(Seeds.Technician)));
    }

    [Theory]
    [InlineData(Seeds.Coordinator, true)]
    [InlineData(Seeds.Technician, true)]
    [InlineData(Seeds.LeanAnimator, false)]
    public void A_silent_standard_inherits_the_common_frame_and_says_so(string name, bool inherited)
    {
        var content = Seeds.Content(name);
        Assert.Equal(inherited, content.AccessRoutes.Inherited);
        Assert.Equal(inherited, content.AccessProcess.Inherited);
        Assert.Equal(inherited, content.Jury.Inherited);
        Assert.True(content.IsOpen(AccessRoute.ContinuingTraining));
        Assert.True(content.IsOpen(AccessRoute.ProfessionalisationContract));
        Assert.True(content.IsOpen(AccessRoute.Vae));
        Assert.False(content.IsOpen(AccessRoute.Individual));
        Assert.False(content.IsOpen(AccessRoute.School));
        Assert.Equal(5, content.Jury.Value.Parameters.EmployersMaxMembers);
        Assert.True(content.Jury.Value.Parameters.PresidentCastingVote);
    }

    [Fact]
    public void Admissibility_is_inherited_only_by_the_excerpt_that_lacks_it()
    {
        Assert.True(Seeds.Content(Seeds.Coordinator).Admissibility.Inherited);
        Assert.False(Seeds.Content(Seeds.Technician).Admissibility.Inherited);
    }

    [Theory]
    [InlineData(Seeds.Coordinator, CompanyOpinionBasis.Activities, false, false)]
    [InlineData(Seeds.Technician, CompanyOpinionBasis.Competences, true, false)]
    [InlineData(Seeds.LeanAnimator, CompanyOpinionBasis.CompetencesOrCriteria, false, true)]
    [InlineData(Seeds.TeamAnimator, CompanyOpinionBasis.CompetencesOrCriteria, false, false)]
    public void Each_standard_says_what_the_company_speaks_of_and_whether_an_interview_counts(
        string name, CompanyOpinionBasis basis, bool exemptInVae, bool interview)
    {
        var content = Seeds.Content(name);
        Assert.Equal(basis, content.ModeRule.OpinionBasis);
        Assert.Equal(exemptInVae, content.ModeRule.OpinionExemptOn(AccessRoute.Vae));
        Assert.False(content.ModeRule.OpinionExemptOn(AccessRoute.ContinuingTraining));
        Assert.Equal(interview, content.InterviewInBasis);
    }

    [Fact]
    public void A_title_in_the_place_of_a_criterion_is_kept_and_not_evaluable()
    {
        var criterion = Seeds.Content(Seeds.Coordinator).FindCriterion("C9-CONT-1")!;
        Assert.False(criterion.Evaluable);
        Assert.NotNull(criterion.Suspect);
        Assert.True(Seeds.Content(Seeds.Coordinator).FindCriterion("C4-METH-2")!.Evaluable);
    }

    private static void Collect(JsonElement schema, bool names, HashSet<string> used)
    {
        if (schema.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in schema.EnumerateObject())
            {
                if (!names)
                {
                    used.Add(property.Name);
                }

                Collect(property.Value, !names && property.Name is "properties" or "$defs", used);
            }
        }
        else if (schema.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in schema.EnumerateArray())
            {
                Collect(item, false, used);
            }
        }
    }
}
