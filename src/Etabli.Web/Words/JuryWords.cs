namespace Etabli.Web.Words;

/// <summary>Words of the jury's pages: sessions, room, ballot, declaration, minutes, conformity.</summary>
public sealed class JuryWords;
