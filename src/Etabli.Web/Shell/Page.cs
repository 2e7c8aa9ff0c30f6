using Etabli.People;
using Etabli.Web.Shell.Forms;
using Microsoft.AspNetCore.Components;

namespace Etabli.Web.Shell;

/// <summary>What every page has at hand: the request, its end, what was refused and which fields are wrong.</summary>
public abstract class Page : ComponentBase
{
    private bool begun;

    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    [Inject]
    protected Tell Tell { get; set; } = null!;

    /// <summary>Stops the work when the reader leaves.</summary>
    protected CancellationToken Stop => Http.RequestAborted;

    /// <summary>What a rule said no to, for <c>RefusalNotice</c>.</summary>
    protected RefusalException? Refused { get; private set; }

    /// <summary>Fields that must be mended, for <c>PostForm</c>.</summary>
    protected FormErrors Errors { get; } = new();

    /// <summary>
    /// Shows nothing before everything is loaded: a page is drawn once, so its markup never meets a half-filled state, and
    /// its parts never ask the database while it is still asking.
    /// </summary>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!begun)
        {
            begun = true;
            OnInitialized();
            await OnInitializedAsync();
        }

        OnParametersSet();
        await OnParametersSetAsync();
        StateHasChanged();
    }

    /// <summary>Runs a gesture; true when it was done, false when a rule refused it (the page then shows why).</summary>
    protected async Task<bool> Attempt(Func<Task> gesture)
    {
        ArgumentNullException.ThrowIfNull(gesture);
        try
        {
            await gesture();
            return true;
        }
        catch (RefusalException refusal)
        {
            Refused = refusal;
            return false;
        }
    }
}
