namespace Etabli.Web.Words;

/// <summary>Words of signing in, accounts, invitations, people and organisations.</summary>
public sealed class PeopleWords;
