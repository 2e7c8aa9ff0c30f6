namespace Etabli.Web.Words;

/// <summary>One sentence for each act of the journal; the key is the act.</summary>
public sealed class JournalWords;
