using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Etabli.Application.Tests.Files;

/// <summary>Small true documents: a PDF, a workbook, a film, made by hand.</summary>
internal static class Documents
{
    public static byte[] Pdf(string extraTrailer = "", bool crossReferenceStream = false)
    {
        var text = new StringBuilder("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
        var offsets = new List<int>();
        foreach (var body in new[]
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] >>",
        })
        {
            offsets.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{body}\nendobj\n");
        }

        var at = text.Length;
        if (crossReferenceStream)
        {
            text.Append("4 0 obj\n<< /Type /XRef /Size 5 /W [1 2 1] /Root 1 0 R /Length 20 ").Append(extraTrailer).Append(">>\nstream\n");
            text.Append("\0\0\0\0");
            foreach (var offset in offsets.Append(at))
            {
                text.Append('\u0001').Append((char)(offset >> 8)).Append((char)(offset & 255)).Append('\0');
            }

            text.Append("\nendstream\nendobj\n");
        }
        else
        {
            text.Append("xref\n0 4\n0000000000 65535 f \n");
            foreach (var offset in offsets)
            {
                text.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
            }

            text.Append("trailer\n<< /Size 4 /Root 1 0 R ").Append(extraTrailer).Append(">>\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"startxref\n{at}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    public static byte[] Xlsx(Action<ZipArchive>? add = null, string type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", string? types = null, string? sheet = null)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", types ?? $"""
                <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{type}"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>
                """);
            Add(zip, "_rels/.rels", """
                <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>
                """);
            Add(zip, "xl/workbook.xml", """
                <?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Stocks" sheetId="1" r:id="rId1"/></sheets></workbook>
                """);
            Add(zip, "xl/_rels/workbook.xml.rels", """
                <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>
                """);
            Add(zip, "xl/styles.xml", """
                <?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>
                """);
            Add(zip, "xl/worksheets/sheet1.xml", sheet ?? """
                <?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>42</v></c></row></sheetData></worksheet>
                """);
            add?.Invoke(zip);
        }

        return file.ToArray();
    }

    public static void Add(ZipArchive zip, string name, string content)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(content));
    }

    public static byte[] Mp4(string brand = "isom", bool place = false)
    {
        byte[] track = Box("trak", [.. Box("tkhd", new byte[84]), .. Box("mdia", [.. Box("mdhd", new byte[24]), .. Box("hdlr", new byte[24])])]);
        byte[] user = place ? Box("udta", Box("\u00A9xyz", Encoding.ASCII.GetBytes("\0\u0012\u0015\u00C7" + Pictures.Place))) : [];
        return
        [
            .. Box("ftyp", [.. Encoding.ASCII.GetBytes(brand), 0, 0, 2, 0, .. Encoding.ASCII.GetBytes(brand), .. "mp41"u8]),
            .. Box("moov", [.. Box("mvhd", new byte[100]), .. track, .. user]),
            .. Box("mdat", new byte[500]),
        ];
    }

    public static byte[] Box(string name, byte[] body)
    {
        var length = body.Length + 8;
        return [(byte)(length >> 24), (byte)(length >> 16 & 255), (byte)(length >> 8 & 255), (byte)(length & 255), .. Encoding.Latin1.GetBytes(name), .. body];
    }
}
