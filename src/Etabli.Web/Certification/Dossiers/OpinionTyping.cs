namespace Etabli.Web.Certification.Dossiers;

/// <summary>What is typed of one opinion.</summary>
public sealed class OpinionTyping
{
    /// <summary>Identity made by the form, so that a form sent twice speaks once.</summary>
    public string? Id { get; set; }

    public string? Target { get; set; }

    /// <summary>"true" or "false"; nothing when not chosen.</summary>
    public string? Favourable { get; set; }

    public string? Comment { get; set; }
}
