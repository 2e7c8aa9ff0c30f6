using Etabli.Application.People.Accounts;
using Etabli.People;
using Etabli.People.Accounts;
using Etabli.People.Organisations;
using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.People.Organisations;

/// <summary>A centre enters an organisation it works with, and invites its first administrator. The link is shown once.</summary>
public sealed class RegisterOrganisation(EtabliDb db, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(OrganisationKind Kind, string Name, string? Siret, Territory Territory, string AdministratorEmail, string FirstName, string LastName);

    public sealed record Outcome(OrganisationId Organisation, string Token);

    /// <exception cref="RefusalException">Not a centre; the name is taken; the SIRET or the address is not one.</exception>
    public async Task<Outcome> Run(Order order, CancellationToken stop)
    {
        rights.MustBe(Role.ExamCentreOfficer, Role.ResourceCentreOfficer);
        ArgumentNullException.ThrowIfNull(order);
        var siret = new string([.. (order.Siret ?? "").Where(c => !char.IsWhiteSpace(c))]);
        if (siret.Length > 0 && (siret.Length != 14 || !siret.All(char.IsAsciiDigit)))
        {
            throw new RefusalException(Refusal.SiretNotValid, order.Siret!);
        }

        var organisation = new Organisation(new OrganisationId(Guid.CreateVersion7()), order.Kind, order.Name, siret.Length == 0 ? null : siret, order.Territory);
        var taken = await db.Database.SqlQuery<bool>($"select exists (select 1 from people.organisation where etabli.plain(name) = etabli.plain({organisation.Name})) as \"Value\"").SingleAsync(stop);
        if (taken)
        {
            throw new RefusalException(Refusal.OrganisationNameTaken, organisation.Name);
        }

        var now = clock.GetUtcNow();
        var token = Token.Draw();
        var invitation = new Invitation(Guid.CreateVersion7(), Token.Hash(token), order.AdministratorEmail, order.FirstName, order.LastName, organisation.Id, Role.Administrator, rights.MustBeSomebody(), now);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.Database.ExecuteSqlAsync($"""
            select people.found_organisation({organisation.Id.Value}, {organisation.Kind.ToString()}, {organisation.Name}, {organisation.Siret}, {organisation.Territory.ToString()},
              {invitation.Id}, {invitation.TokenHash}, {invitation.Email}, {invitation.FirstName}, {invitation.LastName}, {invitation.InvitedAt}, {invitation.ExpiresAt})
            """, stop);
        journal.Note("organisation.registered", "organisation", organisation.Id.Value, organisation.Id, detail: new { name = organisation.Name, kind = organisation.Kind.ToString() });
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return new Outcome(organisation.Id, token);
    }
}
