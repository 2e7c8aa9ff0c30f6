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
}
