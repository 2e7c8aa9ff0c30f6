using Etabli.Improvement.Projects;
using Etabli.People;
using Etabli.People.Files;

namespace Etabli.Improvement.Files;

/// <summary>A file that belongs to a step of a project: photo, certificate, drawing, report (fr: fichier du chantier).</summary>
public sealed class ProjectFile
{
    private ProjectFile()
    {
        Title = Description = "";
    }

    public ProjectFile(ProjectFileId id, ProjectId project, OrganisationId organisation, FileId file, string title, string description, ProjectStep step, PersonId author, DateTimeOffset at)
        : this()
    {
        Id = id;
        Project = project;
        Organisation = organisation;
        File = file;
        Author = author;
        AddedAt = at;
        Describe(title, description, step);
    }

    public ProjectFileId Id { get; private set; }

    public ProjectId Project { get; private set; }

    public OrganisationId Organisation { get; private set; }

    public FileId File { get; private set; }

    public string Title { get; private set; }

    /// <summary>What it shows and why it counts.</summary>
    public string Description { get; private set; }

    public ProjectStep Step { get; private set; }

    public PersonId Author { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    /// <exception cref="RefusalException">No title.</exception>
    public void Describe(string title, string description, ProjectStep step)
    {
        Title = Wording.Required(title, Refusal.TitleMissing);
        Description = Wording.Optional(description, 2_000);
        Step = step;
    }
}
