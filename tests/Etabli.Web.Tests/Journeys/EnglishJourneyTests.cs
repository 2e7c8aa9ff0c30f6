namespace Etabli.Web.Tests.Journeys;

/// <summary>The shortest way from enrolment to certificate for people who read English.</summary>
public sealed class EnglishJourneyTests : Journey
{
    [Fact]
    public async Task An_english_reader_goes_from_enrolment_to_a_certificate_without_a_word_of_french_on_a_button()
    {
        const string locale = "en-GB";
        var certifiers = new Certifiers(Browsing, Site, locale);
        await certifiers.Enrol("CLEAN", "Coordonnateur Lean");
        await certifiers.DefineModes("Claire");
        await certifiers.OpenAssessment("Claire");
        await new CandidateReport(Browsing, Site, locale).Write("CLEAN", ["C1"], firstLook: true);
        await certifiers.GiveOpinion("Claire", favourable: true);
        await certifiers.Assess("Claire", LeanJourneyTests.Competences, []);
        await certifiers.Deliberate("Claire", admissible: true, tie: false);
        await certifiers.Award("Claire");
        await certifiers.AnybodyChecks();
    }
}
