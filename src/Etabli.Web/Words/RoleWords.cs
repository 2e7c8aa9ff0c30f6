namespace Etabli.Web.Words;

/// <summary>Names of the roles, in both languages.</summary>
public sealed class RoleWords;
