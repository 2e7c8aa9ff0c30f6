namespace Etabli.Application.Operation;

/// <summary>Every way an act of the operator can be refused.</summary>
public enum Refusal
{
    /// <summary>{0} folder: there is no backup in it that Établi wrote.</summary>
    NotABackup,

    /// <summary>{0} how many files of the backup are missing or changed, {1} the first of them.</summary>
    BackupDamaged,

    /// <summary>{0} folder: it is there already, and a backup never overwrites another.</summary>
    BackupAlreadyThere,

    /// <summary>{0} how many files the database names and the disk does not hold as deposited, {1} the first.</summary>
    FilesDamaged,

    /// <summary>{0} number of the first broken entry.</summary>
    JournalBroken,

    /// <summary>The target holds people and acts; only an explicit order replaces them.</summary>
    TargetNotEmpty,

    /// <summary>{0} how many connections the application holds: it must be stopped first.</summary>
    TargetInUse,

    /// <summary>{0} table, {1} rows announced, {2} rows found.</summary>
    RowsDiffer,

    /// <summary>The database holds real people: only a demonstration is reset.</summary>
    NotADemonstration,
}
