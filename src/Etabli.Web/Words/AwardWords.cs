namespace Etabli.Web.Words;

/// <summary>Words of the register, of the awards and of the public check.</summary>
public sealed class AwardWords;
