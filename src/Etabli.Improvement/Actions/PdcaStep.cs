namespace Etabli.Improvement.Actions;

/// <summary>Where an action stands in the wheel (fr: étape PDCA).</summary>
public enum PdcaStep
{
    /// <summary>fr: préparer.</summary>
    Plan,

    /// <summary>fr: réaliser.</summary>
    Do,

    /// <summary>fr: vérifier.</summary>
    Check,

    /// <summary>fr: standardiser, réagir.</summary>
    Act,
}
