namespace Etabli.Web.Words;

/// <summary>Words of the plant's register: its tables, their columns, the calendar.</summary>
public sealed class RegisterWords;
