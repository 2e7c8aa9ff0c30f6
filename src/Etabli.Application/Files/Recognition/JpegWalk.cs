namespace Etabli.Application.Files.Recognition;

/// <summary>Walks a JPEG segment by segment, from its start marker to its end marker.</summary>
/// <remarks>Source: ITU-T T.81 (1992), annex B; JFIF 1.02; ICC.1:2022, annex B.4.</remarks>
internal static class JpegWalk
{
    private const int MostSegments = 10_000;

    public static Finding Walk(Bytes bytes, FileLimits limits)
    {
        var pieces = new List<Piece>();
        if (!bytes.Big16(out var start) || start != 0xFFD8)
        {
            return Finding.Damaged;
        }

        Finding.Keep(pieces, 0, 2);
        var orientation = 1;
        var (width, height, components) = (0L, 0L, 0);
        var scans = 0;
        for (var segment = 0; segment < MostSegments; segment++)
        {
            var from = bytes.Position;
            if (bytes.Next() != 0xFF)
            {
                return Finding.Damaged;
            }

            int marker;
            do
            {
                marker = bytes.Next();
            }
            while (marker == 0xFF);

            if (marker == 0xD9)
            {
                Finding.Keep(pieces, bytes.Position - 2, 2);
                return scans == 0 ? Finding.Damaged : End(bytes, pieces, width, height, orientation);
            }

            if (marker is -1 or 0x00 or 0x01 or 0xD8 or (>= 0xD0 and <= 0xD7) or (>= 0x02 and <= 0xBF) || !bytes.Big16(out var length) || length < 2)
            {
                return Finding.Damaged;
            }

            var body = bytes.Position;
            if (length - 2 > bytes.Left)
            {
                return Finding.Damaged;
            }

            if (IsFrame(marker))
            {
                if (width != 0 || length < 11 || !ReadFrame(bytes, length, out width, out height, out components))
                {
                    return Finding.Damaged;
                }

                if (!Finding.Fits(width, height, limits))
                {
                    return Finding.TooManyPixels(width, height);
                }
            }
            else if (marker == 0xE1 && orientation == 1)
            {
                orientation = OrientationOf(bytes, length - 2);
            }

            bytes.MoveTo(body);
            var keep = IsKept(marker, bytes, length - 2);
            bytes.MoveTo(body + length - 2);
            if (keep)
            {
                Finding.Keep(pieces, from, bytes.Position - from);
            }

            if (marker == 0xDA)
            {
                if (width == 0 || components == 0)
                {
                    return Finding.Damaged;
                }

                var scan = bytes.Position;
                if (!PassScan(bytes))
                {
                    return Finding.Damaged;
                }

                Finding.Keep(pieces, scan, bytes.Position - scan);
                scans++;
            }
        }

        return Finding.Damaged;
    }

    private static bool IsFrame(int marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static bool ReadFrame(Bytes bytes, int length, out long width, out long height, out int components)
    {
        (width, height, components) = (0, 0, 0);
        var precision = bytes.Next();
        if (!bytes.Big16(out var high) || !bytes.Big16(out var wide))
        {
            return false;
        }

        components = bytes.Next();
        (width, height) = (wide, high);
        return precision is 8 or 12 && wide > 0 && high > 0 && components is 1 or 3 or 4 && length == 8 + 3 * components;
    }

    private static int OrientationOf(Bytes bytes, int length)
    {
        var body = bytes.Take(length);
        return body.AsSpan().StartsWith("Exif\0\0"u8) ? Exif.Orientation(body.AsSpan(6)) : 1;
    }

    /// <summary>Tables, frames and scans stay; of the rest only the JFIF header, the colour profile and Adobe's colour transform.</summary>
    private static bool IsKept(int marker, Bytes bytes, int length) => marker switch
    {
        0xE0 => bytes.Take(Math.Min(length, 5)).AsSpan().SequenceEqual("JFIF\0"u8) && length <= 64,
        0xE2 => bytes.Take(Math.Min(length, 12)).AsSpan().SequenceEqual("ICC_PROFILE\0"u8),
        0xEE => bytes.Take(Math.Min(length, 5)).AsSpan().SequenceEqual("Adobe"u8) && length <= 16,
        (>= 0xE0 and <= 0xEF) or 0xFE or (>= 0xF0 and <= 0xFD) => false,
        _ => true,
    };

    /// <summary>Passes coded data up to the next marker that is neither a stuffed zero nor a restart.</summary>
    private static bool PassScan(Bytes bytes)
    {
        while (true)
        {
            var one = bytes.Next();
            if (one == -1)
            {
                return false;
            }

            if (one != 0xFF)
            {
                continue;
            }

            var next = bytes.Peek();
            if (next is 0x00 or (>= 0xD0 and <= 0xD7))
            {
                bytes.Next();
            }
            else if (next == -1)
            {
                return false;
            }
            else if (next != 0xFF)
            {
                bytes.MoveTo(bytes.Position - 1);
                return true;
            }
        }
    }

    private static Finding End(Bytes bytes, List<Piece> pieces, long width, long height, int orientation)
    {
        if (!IsHarmlessTail(bytes))
        {
            return Finding.HidesMore;
        }

        if (orientation != 1)
        {
            PutOrientation(pieces, orientation);
        }

        return new Finding(Flaw.None, pieces, width, height, orientation);
    }

    /// <summary>Directly after the start marker: the first piece is cut there.</summary>
    private static void PutOrientation(List<Piece> pieces, int orientation)
    {
        byte[] tiff = Exif.Minimal(orientation);
        var length = 2 + 6 + tiff.Length;
        byte[] segment = [0xFF, 0xE1, (byte)(length >> 8), (byte)(length & 0xFF), .. "Exif\0\0"u8, .. tiff];
        var first = pieces[0];
        pieces[0] = first with { Length = 2 };
        pieces.Insert(1, Piece.Of(segment));
        if (first.Length > 2)
        {
            pieces.Insert(2, new Piece(2, first.Length - 2, null));
        }
    }

    /// <summary>
    /// Telephones put a second picture or a short film behind the first; that is cut off without a word. A page, a
    /// program or an archive behind a picture has no honest reason.
    /// </summary>
    private static bool IsHarmlessTail(Bytes bytes)
    {
        if (bytes.Left == 0)
        {
            return true;
        }

        var end = bytes.Position;
        var head = bytes.Take(16);
        if (head.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || (head.Length >= 8 && head.AsSpan(4, 4).SequenceEqual("ftyp"u8)))
        {
            return true;
        }

        if (bytes.Length - end >= 4)
        {
            bytes.MoveTo(bytes.Length - 4);
            if (bytes.Take(4).AsSpan().SequenceEqual("SEFT"u8))
            {
                return true;
            }
        }

        bytes.MoveTo(end);
        for (var one = bytes.Next(); one != -1; one = bytes.Next())
        {
            if (one is not (0x00 or 0x0A or 0x0D or 0xFF))
            {
                return false;
            }
        }

        return true;
    }
}
