using Etabli.People;

namespace Etabli.Plant.Measures;

/// <summary>Identifies an access key.</summary>
public readonly record struct AccessKeyId(Guid Value) : IIdentifier
{
    public override string ToString() => Value.ToString();
}

/// <summary>
/// Lets a machine bring measures into a plant's records, or into one of them, for the person who made it and as long as they may
/// (fr: clé d’accès).
/// </summary>
public sealed class AccessKey
{
    private AccessKey()
    {
        Label = ByCode = "";
        Hash = [];
    }

    /// <param name="id">Identifies it.</param>
    /// <param name="organisation">The plant it opens.</param>
    /// <param name="person">Who makes it, for whom it acts.</param>
    /// <param name="hash">SHA-256 of its secret.</param>
    /// <param name="label">What it is for: the machine, the program.</param>
    /// <param name="table">The one record it opens; null for all of the plant.</param>
    /// <param name="until">Its last day; null for none.</param>
    /// <param name="byCode">Code of who makes it.</param>
    /// <param name="at">When.</param>
    /// <param name="today">Today in the plant.</param>
    /// <exception cref="RefusalException">No label, or its last day is past.</exception>
    public AccessKey(AccessKeyId id, OrganisationId organisation, PersonId person, byte[] hash, string label, MeasureTableId? table, DateOnly? until, string byCode, DateTimeOffset at, DateOnly today)
        : this()
    {
        ArgumentNullException.ThrowIfNull(label);
        if (label.Trim() is not { Length: > 0 and <= MeasureTable.Longest })
        {
            throw new RefusalException(Refusal.AccessKeyUnnamed, MeasureTable.Longest);
        }

        if (until < today)
        {
            throw new RefusalException(Refusal.AccessKeyOver, until.Value);
        }

        (Id, Organisation, Person, Hash, Label) = (id, organisation, person, hash, label.Trim());
        (Table, Until, ByCode, MadeAt) = (table, until, byCode, at);
    }

    public AccessKeyId Id { get; private set; }

    public OrganisationId Organisation { get; private set; }

    /// <summary>For whom it acts: what they may no longer do, it does not do.</summary>
    public PersonId Person { get; private set; }

    /// <summary>SHA-256 of its secret: the secret itself is never kept.</summary>
    public byte[] Hash { get; private set; }

    public string Label { get; private set; }

    /// <summary>The one record it opens; null for all of the plant.</summary>
    public MeasureTableId? Table { get; private set; }

    /// <summary>Its last day.</summary>
    public DateOnly? Until { get; private set; }

    public string ByCode { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>When it was last used, to the minute.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public string? RevokedByCode { get; private set; }

    /// <summary>Whether it opens anything that day.</summary>
    public bool Stands(DateOnly today) => RevokedAt is null && !(Until < today);

    /// <summary>Whether it opens that record.</summary>
    public bool Opens(MeasureTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Organisation == Organisation && (Table is null || Table == table.Id);
    }

    /// <summary>Ends it, for good; a key that was taken back stays as it was.</summary>
    public void TakeBack(string byCode, DateTimeOffset at)
    {
        if (RevokedAt is null)
        {
            (RevokedAt, RevokedByCode) = (at, byCode);
        }
    }
}
