namespace Etabli.Web.Shell.Forms;

/// <summary>One choice of a list or of a group of radio buttons.</summary>
public sealed record Option(string Value, string Label, string? Help = null, bool Disabled = false);

/// <summary>What a field is made of.</summary>
public enum FieldKind
{
    Text,
    Email,
    Password,
    Number,
    Date,
    Time,
    Link,
    Area,
    Select,
    File,
    Checkbox,
    Radios,
    Code,
}
