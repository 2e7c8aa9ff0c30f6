using System.Xml;

namespace Etabli.Application.Files.Recognition;

/// <summary>A workbook is a package whose content types and workbook part say so, and that holds no macro.</summary>
/// <remarks>Source: ECMA-376-2 (Open Packaging Conventions), section 10; ECMA-376-1, section 12.3.23 (workbook part).</remarks>
internal static class XlsxWalk
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private const int LongestPart = 8_000_000;

    public static Finding Walk(Bytes bytes, FileLimits limits)
    {
        var first = bytes.Take(4);
        if (!first.AsSpan().SequenceEqual("PK\u0003\u0004"u8))
        {
            return Finding.Damaged;
        }

        var (finding, entries) = ZipWalk.Walk(bytes, limits);
        if (finding.Flaw != Flaw.None)
        {
            return finding;
        }

        if (entries.Any(e => e.Name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
            || e.Name.StartsWith("xl/macrosheets/", StringComparison.OrdinalIgnoreCase)))
        {
            return Finding.HoldsProgram;
        }

        // The package must begin with its first entry: nothing stands before it.
        if (entries.Count == 0 || entries[0].HeaderAt != 0)
        {
            return Finding.HidesMore;
        }

        var types = entries.SingleOrDefault(e => e.Name == "[Content_Types].xml");
        var workbook = entries.SingleOrDefault(e => e.Name == "xl/workbook.xml");
        if (types is null || workbook is null || types.Unpacked > LongestPart || workbook.Unpacked > LongestPart)
        {
            return Finding.Damaged;
        }

        return WorkbookTypeOf(ZipWalk.Unpack(bytes, types)) switch
        {
            WorkbookType when RootOf(ZipWalk.Unpack(bytes, workbook)) == "workbook" => Finding.Sound,
            { } type when type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) => Finding.HoldsProgram,
            _ => Finding.Damaged,
        };
    }

    /// <summary>Whether a ZIP calls itself a workbook, said without judging it: for the words of a refusal.</summary>
    public static bool LooksLikeWorkbook(Bytes bytes)
    {
        bytes.MoveTo(Math.Max(0, bytes.Length - 64 * 1024));
        return bytes.Take(64 * 1024).AsSpan().IndexOf("xl/workbook.xml"u8) >= 0;
    }

    // A part's own type counts before that of its ending: several writers give the workbook only the latter.
    private static string? WorkbookTypeOf(byte[] types) => Read(types, xml =>
    {
        string? byEnding = null;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Override" && xml.GetAttribute("PartName") == "/xl/workbook.xml")
            {
                return xml.GetAttribute("ContentType");
            }

            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Default" && string.Equals(xml.GetAttribute("Extension"), "xml", StringComparison.OrdinalIgnoreCase))
            {
                byEnding = xml.GetAttribute("ContentType");
            }
        }

        return byEnding;
    });

    private static string? RootOf(byte[] part) => Read(part, xml => xml.MoveToContent() == XmlNodeType.Element ? xml.LocalName : null);

    private static string? Read(byte[] part, Func<XmlReader, string?> find)
    {
        var careful = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LongestPart };
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(part), careful);
            return find(xml);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
