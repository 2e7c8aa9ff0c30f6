namespace Etabli.Application.Files;

/// <summary>Every way a file can be refused. The first thing each names is the file.</summary>
public enum Refusal
{
    /// <summary>{0} file: it has no byte.</summary>
    FileEmpty,

    /// <summary>{0} file, {1} what it looks like: not one of the kinds taken in.</summary>
    FileKindNotAccepted,

    /// <summary>{0} file, {1} the kind its name claims, {2} what it is.</summary>
    FileLies,

    /// <summary>{0} file, {1} its kind: cut short or corrupt, a reader could not open it.</summary>
    FileDamaged,

    /// <summary>{0} file, {1} its kind: something else is hidden before or after it.</summary>
    FileHidesMore,

    /// <summary>{0} file, {1} the limit in megabytes.</summary>
    FileTooLarge,

    /// <summary>{0} file, {1} width, {2} height, in pixels.</summary>
    ImageTooLarge,

    /// <summary>{0} file: locked by a password, so neither we nor a jury could read it.</summary>
    FileEncrypted,

    /// <summary>{0} file: it would unpack to an unreasonable size.</summary>
    FileUnpacksTooLarge,

    /// <summary>{0} file: a workbook with macros.</summary>
    FileHoldsProgram,

    /// <summary>{0} file: there is no room left on the disk that keeps files.</summary>
    StoreFull,

    /// <summary>{0} file: what is on the disk is no longer what was deposited.</summary>
    FileAltered,
}
