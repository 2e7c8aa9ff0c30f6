using Etabli.Application.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;

namespace Etabli.Web.Shell.Frame;

/// <summary>A layout with the rail and the top line: who reads, and how much waits for them, known before the page begins.</summary>
public abstract class FrameLayout : LayoutComponentBase
{
    private bool begun;

    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    [Inject]
    protected WhatWaits.Reader Waits { get; set; } = null!;

    protected Reader? Reader { get; private set; }

    /// <summary>Things that wait and were not seen: the number beside the bell.</summary>
    protected int Waiting { get; private set; }

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!begun)
        {
            begun = true;
            Reader = Reader.Of(Http.User);

            // The page of a failure asks nothing more of what may have failed, and is drawn at once.
            if (Reader is not null && Http.Features.Get<IExceptionHandlerFeature>() is null && Http.Features.Get<IStatusCodeReExecuteFeature>() is null)
            {
                Waiting = (await Waits.Find(Http.RequestAborted)).Things.Count(t => !t.Seen);
            }
        }

        await base.SetParametersAsync(ParameterView.Empty);
    }
}
