namespace Etabli.People;

/// <summary>Every way this module can say no.</summary>
public enum Refusal
{
    /// <summary>The caller does not hold a role that allows it.</summary>
    NotAllowed,
    RoleAlreadyHeld,
    RoleNotHeld,
    RoleEndsBeforeItStarts,
    SignInFailed,
    AccountLocked,
    SecondFactorWrong,
    SecondFactorAlreadyOn,
    SecondFactorNotOn,
    PasswordTooWeak,
    CurrentPasswordWrong,
    InvitationUnknownOrUsed,
    InvitationExpired,
    EmailAlreadyUsed,
    EmailNotValid,

    /// <summary>An organisation keeps somebody who can open its doors.</summary>
    LastAdministrator,

    /// <summary>The link was sent to another address than the one signed in.</summary>
    InvitationForSomebodyElse,

    /// <summary>A juror sits for a delegation: it must be said.</summary>
    CollegeMissing,
    OrganisationNameTaken,
    SiretNotValid,
}
