using Etabli.Application.Files;
using Etabli.People;

namespace Etabli.Application.Tests.Files;

/// <summary>The two moves the tests of files repeat.</summary>
internal static class Looking
{
    public static FileInspection At(byte[] content, string name, FileLimits? limits = null) =>
        FileInspection.Of(new MemoryStream(content), name, limits ?? new FileLimits());

    public static RefusalException Refused(byte[] content, string name, FileLimits? limits = null) =>
        Assert.Throws<RefusalException>(() => At(content, name, limits));

    public static async Task<byte[]> Written(byte[] content, string name)
    {
        using var source = new MemoryStream(content);
        using var into = new MemoryStream();
        var inspected = FileInspection.Of(source, name, new FileLimits());
        await inspected.Write(source, into, TestContext.Current.CancellationToken);
        Assert.Equal(inspected.Length, into.Length);
        return into.ToArray();
    }
}
