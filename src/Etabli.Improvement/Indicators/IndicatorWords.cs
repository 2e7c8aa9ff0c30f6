namespace Etabli.Improvement.Indicators;

/// <summary>The five letters of the board (fr: lettre SQDCM).</summary>
public enum BoardLetter
{
    /// <summary>Safety (fr: sécurité).</summary>
    S,

    /// <summary>Quality (fr: qualité).</summary>
    Q,

    /// <summary>Delivery (fr: délais).</summary>
    D,

    /// <summary>Cost (fr: coûts).</summary>
    C,

    /// <summary>People (fr: motivation, management).</summary>
    M,
}

/// <summary>How often an indicator is read (fr: fréquence de mesure).</summary>
public enum Frequency
{
    /// <summary>fr: chaque jour.</summary>
    Daily,

    /// <summary>fr: chaque semaine.</summary>
    Weekly,

    /// <summary>fr: chaque mois.</summary>
    Monthly,
}

/// <summary>Which way is better (fr: sens de l’objectif).</summary>
public enum TargetDirection
{
    /// <summary>The target is a floor (fr: au moins).</summary>
    AtLeast,

    /// <summary>The target is a ceiling (fr: au plus).</summary>
    AtMost,
}
