using Etabli.Application.People;

namespace Etabli.Web.Home;

/// <summary>Where each thing that waits, and each object found, is.</summary>
internal static class ThingAddress
{
    public static string Of(WhatWaits.Thing thing) => thing.Kind switch
    {
        "invitation" => "/notifications#invitations",
        _ => Of(thing.Kind, thing.Id, thing.Whole),
    };

    /// <summary>The page of an object: its own, or its place on the page of the whole.</summary>
    public static string Of(string kind, Guid id, Guid whole) => kind switch
    {
        "project" => $"/projets/{id}",
        "action" or "action-of-team" or "effectiveness" => $"/projets/{whole}/actions/{id}",
        "observation" => $"/projets/{whole}/observations/{id}",
        "indicator" => $"/projets/{whole}/indicateurs/{id}",
        "opinion" => $"/dossiers/{whole}/avis",
        "report" => $"/dossiers/{whole}/rapport",
        "portfolio" or "request" => $"/dossiers/{whole}",
        "commission" => $"/dossiers/{whole}/commission",
        "listing" => "/jurys",
        "award" => "/certificats",
        "modes" or "transmission" => $"/dossiers/{whole}/modalites",
        "control" => $"/certificats/attribution/{whole}",
        "rating" => $"/dossiers/{whole}/evaluation",
        "jury" => $"/jurys/{id}",
        "standard" => $"/referentiels/{id}",
        "dossier" => $"/dossiers/{id}",
        _ => "/",
    };
}
