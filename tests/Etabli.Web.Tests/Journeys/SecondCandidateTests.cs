namespace Etabli.Web.Tests.Journeys;

/// <summary>A candidate who lacks one competence, in French, by what one reads on the pages.</summary>
public sealed class SecondCandidateTests : Journey
{
    private static readonly string[] Competences = ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8"];

    [Fact]
    public async Task A_candidate_who_lacks_one_competence_keeps_the_blocks_acquired_and_enrols_again_on_the_missing_one()
    {
        var certifiers = new Certifiers(Browsing, Site);
        await certifiers.Enrol("METH", "Technicien");
        await certifiers.DefineModes("Mehdi");
        await certifiers.OpenAssessment("Mehdi");
        await new CandidateReport(Browsing, Site).Write("METH", Competences, firstLook: false);
        await certifiers.GiveOpinion("Mehdi", favourable: true);
        await certifiers.Assess("Mehdi", Competences, ["C8"]);
        await certifiers.Deliberate("Mehdi", admissible: false, tie: false);
        await certifiers.EnrolAgain("Mehdi");
    }
}
