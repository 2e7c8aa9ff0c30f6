using System.Globalization;
using System.Text;
using Microsoft.Playwright;

namespace Etabli.Web.Tests.House;

/// <summary>Small true files to hand in.</summary>
internal static class Pictures
{
    /// <summary>A grey JPEG of 16 × 12 pixels.</summary>
    public static FilePayload Jpeg() => new()
    {
        Name = "metrologie.jpg",
        MimeType = "image/jpeg",
        Buffer = Convert.FromBase64String(
            "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//wAALCAAMABABAREA/8QAFgABAQEAAAAAAAAAAAAAAAAAAAMG/8QAGRAAAQUAAAAAAAAAAAAAAAAAAAMUFVJi/9oACAEBAAA/AIxWRFZNe2SqGyVT/9k="),
    };

    /// <summary>A PDF of one empty page.</summary>
    public static FilePayload Pdf()
    {
        var text = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var body in (string[])["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"])
        {
            places.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{places.Count} 0 obj\n{body}\nendobj\n");
        }

        var start = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(p => text.Append(CultureInfo.InvariantCulture, $"{p:D10} 00000 n \n"));
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return new() { Name = "etalonnage.pdf", MimeType = "application/pdf", Buffer = Encoding.ASCII.GetBytes(text.ToString()) };
    }
}
