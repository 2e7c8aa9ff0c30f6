namespace Etabli.Web.Shell.Forms;

/// <summary>Which fields of a form are wrong and how to mend them, in the order they were found.</summary>
public sealed class FormErrors
{
    private readonly List<FieldError> all = [];

    public IReadOnlyList<FieldError> All => all;

    public bool Any => all.Count > 0;

    /// <summary>Notes that a field is wrong. The name is the control's: "Form.Date".</summary>
    public void Add(string field, string message) => all.Add(new FieldError(field, message));

    public string? Of(string field) => all.Find(e => e.Field == field)?.Message;
}

/// <summary>One field to mend.</summary>
public sealed record FieldError(string Field, string Message);
