using System.Globalization;
using Etabli.Certification;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Qualifications;
using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Enrolments;

/// <summary>Dossiers as a list: newest first, by pages of a fixed size, with how many stand at each group of stages.</summary>
/// <param name="Next">Cursor of the next page; null when this is the last.</param>
public sealed record EnrolmentList(IReadOnlyList<EnrolmentList.Row> Dossiers, IReadOnlyDictionary<StageGroup, int> Counts, int Total, string? Next)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;

    public sealed record Row(
        DossierId Id, string Candidate, string Standard, string Version, AccessRoute Route, string? Company, string? TrainingProvider, string? Tutor,
        Stage Stage, DateOnly? EnrolledOn, DateTimeOffset PreparedAt, DateTimeOffset? Deadline, bool Deposited, bool Acknowledged, int Blocks, int CarriedOver);

    /// <param name="Group">Only dossiers at these stages.</param>
    /// <param name="Search">Part of a candidate's or a company's name.</param>
    /// <param name="After">Cursor given by the page before.</param>
    public sealed record Question(StageGroup? Group = null, string? Search = null, string? After = null);

    public sealed class Reader(EtabliDb db, Caller caller, StandardShelf.Reader shelf)
    {
        private static readonly Role[] CompanyRoles = [Role.Tutor, Role.LineManager, Role.FunctionalManager, Role.Director];

        /// <summary>Those of the exam centres where the caller works, and those transmitted to their resource centre.</summary>
        public Task<EnrolmentList> OfCentre(Question question, CancellationToken stop)
        {
            var centres = caller.At(Role.ExamCentreOfficer).ToList();
            var resources = caller.Is(Role.ResourceCentreOfficer);
            return Read(db.Dossiers.Where(d => centres.Contains(d.Centre.Id) || (resources && d.Transmission != null)), question, stop);
        }

        /// <summary>The caller's own, those of the companies they speak for, those of their training provider.</summary>
        public Task<EnrolmentList> Mine(Question question, CancellationToken stop)
        {
            var me = caller.Id;
            var companies = CompanyRoles.SelectMany(caller.At).Distinct().ToList();
            var providers = caller.At(Role.Trainer).ToList();
            return Read(db.Dossiers.Where(d => d.Candidate.Person == me || companies.Contains(d.Company!.Id) || providers.Contains(d.TrainingProvider!.Id)), question, stop);
        }

        private async Task<EnrolmentList> Read(IQueryable<Dossier> which, Question question, CancellationToken stop)
        {
            if (!string.IsNullOrWhiteSpace(question.Search))
            {
                var words = $"%{question.Search.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
                which = which.Where(d => EF.Functions.ILike(d.Candidate.Name, words) || EF.Functions.ILike(d.Company!.Name, words));
            }

            var counted = await which.GroupBy(d => d.Stage).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
            var counts = counted.GroupBy(c => StageGroups.Of(c.Key)).ToDictionary(g => g.Key, g => g.Sum(c => c.Count));
            if (question.Group is { } group)
            {
                var stages = StageGroups.Stages(group);
                which = which.Where(d => stages.Contains(d.Stage));
            }

            if (Cursor(question.After) is var (at, before))
            {
                which = which.Where(d => d.PreparedAt < at || (d.PreparedAt == at && (Guid)(object)d.Id < (Guid)(object)before));
            }

            var found = await which.AsNoTracking().OrderByDescending(d => d.PreparedAt).ThenByDescending(d => d.Id).Take(Size + 1).ToListAsync(stop);
            var standards = new Dictionary<StandardId, StandardContent>();
            foreach (var id in found.Select(d => d.Standard).Distinct())
            {
                standards[id] = (await shelf.Get(id, stop)).Content;
            }

            var more = found.Count > Size;
            var page = found.Take(Size).ToList();
            return new([.. page.Select(d => Of(d, standards[d.Standard]))], counts, counts.Values.Sum(), more ? Cursor(page[^1]) : null);
        }

        private static Row Of(Dossier d, StandardContent standard) => new(
            d.Id, d.Candidate.Name, standard.Qualification.ShortTitle, d.StandardVersion, d.Route, d.Company?.Name, d.TrainingProvider?.Name, d.Tutor?.Name,
            d.Stage, d.EnrolledOn, d.PreparedAt, d.ReportDeadline, d.Deposits.Count > 0, d.Transmission?.AcknowledgedAt is not null, d.Blocks.Count, d.CarriedOver.Count);

        private static string Cursor(Dossier last) => string.Create(CultureInfo.InvariantCulture, $"{last.PreparedAt.UtcTicks}-{last.Id.Value:N}");

        private static (DateTimeOffset At, Guid Id)? Cursor(string? text)
        {
            var cut = text?.IndexOf('-', StringComparison.Ordinal) ?? -1;
            return cut > 0 && long.TryParse(text![..cut], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
                && ticks <= DateTimeOffset.MaxValue.UtcTicks && Guid.TryParseExact(text[(cut + 1)..], "N", out var id)
                ? (new DateTimeOffset(ticks, TimeSpan.Zero), id)
                : null;
        }
    }
}
