namespace Etabli.Figures.Interviews;

/// <summary>A question and what was answered. (fr: réponse)</summary>
/// <param name="Question">The question, as it was asked.</param>
/// <param name="Reply">The answer, in short.</param>
public sealed record InterviewAnswer(string Question, string Reply);

/// <summary>What somebody said, by role and never by name. (fr: compte rendu d’entretien)</summary>
/// <param name="Role">Role of the person.</param>
/// <param name="Day">When.</param>
/// <param name="Answers">Questions and answers.</param>
/// <param name="Quote">Words worth keeping as they were said (fr: verbatim).</param>
/// <param name="Irritants">What hinders, in one or two words each.</param>
/// <param name="HasConsent">Whether the person agreed to be quoted.</param>
public sealed record InterviewNote(string Role, DateOnly? Day, IReadOnlyList<InterviewAnswer> Answers, string? Quote = null, IReadOnlyList<string>? Irritants = null, bool HasConsent = false);
