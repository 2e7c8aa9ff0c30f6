using Etabli.Certification.Dossiers;
using Etabli.People;
using Etabli.People.Grants;
using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification;

/// <summary>In what quality somebody looks at a dossier (fr: qualité).</summary>
public enum Hat
{
    /// <summary>Officer of the exam centre that owns it.</summary>
    Officer,
    Candidate,

    /// <summary>May speak for the company: tutor, line manager, functional manager.</summary>
    CompanyVoice,

    /// <summary>The company's direction.</summary>
    Company,
    TrainingProvider,
    ResourceCentre,

    /// <summary>Member of its commission.</summary>
    Member,
    Juror,

    /// <summary>Joint technical group.</summary>
    Group,
}

/// <summary>
/// Who the caller is to one dossier. Row-level security says whether the dossier may be seen at all; this says in what
/// quality, hence what may be done.
/// </summary>
public sealed record DossierSight(IReadOnlySet<Hat> Hats)
{
    public bool Is(params ReadOnlySpan<Hat> anyOf)
    {
        foreach (var hat in anyOf)
        {
            if (Hats.Contains(hat))
            {
                return true;
            }
        }

        return false;
    }

    /// <exception cref="RefusalException">The caller is none of these to the dossier.</exception>
    public void MustBe(params ReadOnlySpan<Hat> anyOf)
    {
        if (!Is(anyOf))
        {
            throw new RefusalException(Refusal.NotAllowed);
        }
    }

    public sealed class Reader(EtabliDb db, Caller caller, TimeProvider clock)
    {
        /// <exception cref="NotFoundException">The caller is nobody to this dossier: it does not exist for them.</exception>
        public async Task<DossierSight> Of(Dossier dossier, CancellationToken stop)
        {
            ArgumentNullException.ThrowIfNull(dossier);
            var now = clock.GetUtcNow();
            var grants = await db.Grants.AsNoTracking()
                .Where(g => g.Dossier == dossier.Id.Value && g.RevokedAt == null && (g.Until == null || g.Until > now))
                .Select(g => new { g.Person, g.Organisation, g.Purpose })
                .ToListAsync(stop);
            var hats = new HashSet<Hat>();
            if (caller.Is(Role.ExamCentreOfficer, dossier.Centre.Id))
            {
                hats.Add(Hat.Officer);
            }

            foreach (var grant in grants)
            {
                if (grant.Person is { } person ? person == caller.Person : caller.Roles.Any(r => r.Organisation == grant.Organisation))
                {
                    Add(hats, grant.Purpose, grant.Organisation);
                }
            }

            return hats.Count > 0 ? new(hats) : throw new NotFoundException("dossier", dossier.Id);
        }

        private void Add(HashSet<Hat> hats, GrantPurpose purpose, OrganisationId? at)
        {
            switch (purpose)
            {
                case GrantPurpose.Candidate:
                    hats.Add(Hat.Candidate);
                    break;
                case GrantPurpose.Commission:
                    hats.Add(Hat.Member);
                    break;
                case GrantPurpose.Jury:
                    hats.Add(Hat.Juror);
                    break;
                case GrantPurpose.Company when at is { } company:
                    AddWhen(hats, Hat.CompanyVoice, company, Role.Tutor, Role.LineManager, Role.FunctionalManager);
                    AddWhen(hats, Hat.Company, company, Role.Director);
                    break;
                case GrantPurpose.TrainingProvider when at is { } provider:
                    AddWhen(hats, Hat.TrainingProvider, provider, Role.Trainer);
                    break;
                case GrantPurpose.ResourceCentre when at is { } centre:
                    AddWhen(hats, Hat.ResourceCentre, centre, Role.ResourceCentreOfficer);
                    break;
                case GrantPurpose.Award when at is { } branch:
                    AddWhen(hats, Hat.Group, branch, Role.JointTechnicalGroup);
                    break;
                default:
                    break;
            }
        }

        private void AddWhen(HashSet<Hat> hats, Hat hat, OrganisationId at, params ReadOnlySpan<Role> anyOf)
        {
            foreach (var role in anyOf)
            {
                if (caller.Is(role, at))
                {
                    hats.Add(hat);
                }
            }
        }
    }
}
