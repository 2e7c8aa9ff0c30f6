namespace Etabli.Web.Words;

/// <summary>Words of the frame and of the components.</summary>
public sealed class ShellWords;
