using System.Globalization;
using Etabli.Certification;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Qualifications;
using Etabli.People;
using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Dossiers;

/// <summary>The dossiers that concern the caller, latest first, a page at a time.</summary>
/// <param name="Next">Where the next page starts; null on the last.</param>
/// <param name="Counts">How many in each state, whatever the filter.</param>
public sealed record DossierList(IReadOnlyList<DossierList.Row> Dossiers, string? Next, IReadOnlyDictionary<Stage, int> Counts)
{
    public const int PageSize = 25;

    public sealed record Row(
        DossierId Id, PersonId Candidate, string CandidateName, string StandardSlug, string StandardTitle, string? Company, AccessRoute Route, Stage Stage, IReadOnlyList<string> Blocks,
        DateOnly? EnrolledOn, DateTimeOffset? ReportDeadline, bool Late, bool Waived, DossierId? Previous);

    public sealed class Reader(EtabliDb db, Caller caller, StandardShelf.Reader shelf, TimeProvider clock)
    {
        /// <param name="stage">Only this state; null: all.</param>
        /// <param name="search">Part of the candidate's name or of the company's; null: all.</param>
        /// <param name="after">Where to go on from: <see cref="Next"/> of the page before.</param>
        public async Task<DossierList> Mine(Stage? stage, string? search, string? after, CancellationToken stop)
        {
            var mine = await Concerning(stop);
            var counts = await mine.GroupBy(d => d.Stage).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
            if (stage is { } only)
            {
                mine = mine.Where(d => d.Stage == only);
            }

            if (!string.IsNullOrWhiteSpace(search))
            {
                var part = $"%{search.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
                mine = mine.Where(d => EF.Functions.ILike(d.Candidate.Name, part) || (d.Company != null && EF.Functions.ILike(d.Company.Name, part)));
            }

            var skip = int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
            var page = await mine.OrderByDescending(d => d.PreparedAt).ThenByDescending(d => d.Id).Skip(skip).Take(PageSize + 1).ToListAsync(stop);
            var rows = new List<Row>();
            foreach (var d in page.Take(PageSize))
            {
                rows.Add(new(d.Id, d.Candidate.Person, d.Candidate.Name, d.StandardSlug, (await shelf.Get(d.Standard, stop)).Title, d.Company?.Name, d.Route, d.Stage, d.Blocks,
                    d.EnrolledOn, d.ReportDeadline, d.LastDeposit?.Late ?? false, d.Waivers.Count > 0, d.Previous));
            }

            return new(rows, page.Count > PageSize ? (skip + PageSize).ToString(CultureInfo.InvariantCulture) : null, counts.ToDictionary(c => c.Key, c => c.Count));
        }

        /// <summary>The dossiers of the caller as a candidate, latest first.</summary>
        public async Task<IReadOnlyList<Row>> AsCandidate(CancellationToken stop)
        {
            var me = caller.Id;
            var all = await db.Dossiers.AsNoTracking().Where(d => d.Candidate.Person == me).OrderByDescending(d => d.PreparedAt).ToListAsync(stop);
            var rows = new List<Row>();
            foreach (var d in all)
            {
                rows.Add(new(d.Id, d.Candidate.Person, d.Candidate.Name, d.StandardSlug, (await shelf.Get(d.Standard, stop)).Title, d.Company?.Name, d.Route, d.Stage, d.Blocks,
                    d.EnrolledOn, d.ReportDeadline, d.LastDeposit?.Late ?? false, d.Waivers.Count > 0, d.Previous));
            }

            return rows;
        }

        // Row-level security opens a company's dossiers to the whole company; only those who have a part in it list them.
        private async Task<IQueryable<Dossier>> Concerning(CancellationToken stop)
        {
            var centres = caller.At(Role.ExamCentreOfficer).ToList();
            Role[] parts = [Role.Tutor, Role.LineManager, Role.FunctionalManager, Role.Director, Role.Trainer, Role.ResourceCentreOfficer, Role.JointTechnicalGroup];
            var places = caller.Roles.Where(r => parts.Contains(r.Role)).Select(r => r.Organisation).Distinct().ToList();
            var me = caller.Id;
            var now = clock.GetUtcNow();
            var shown = await db.Grants.AsNoTracking()
                .Where(g => g.RevokedAt == null && (g.Until == null || g.Until > now) && (g.Person == me || (g.Organisation != null && places.Contains(g.Organisation.Value))))
                .Select(g => g.Dossier).Distinct().ToListAsync(stop);
            var ids = shown.Select(g => new DossierId(g)).ToList();
            return db.Dossiers.AsNoTracking().IgnoreAutoIncludes().Where(d => centres.Contains(d.Centre.Id) || ids.Contains(d.Id));
        }
    }
}
