namespace Etabli.Web.Words;

/// <summary>Words of the method index: its categories, the documents it quotes, the legend of the symbols.</summary>
public sealed class MethodWords;
