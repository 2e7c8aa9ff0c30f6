using System.Globalization;
using Etabli.Application.Printing.Pages;
using Etabli.Web.Shell;
using Etabli.Web.Words;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Certification.Documents;

/// <summary>For each document: the component that draws it, what it shows, the head and foot of its pages.</summary>
public static class DocumentSheets
{
    public static (Type Component, Dictionary<string, object> Parameters, DocumentFrame Frame) Of(ReportPages report, IStringLocalizer<DocumentWords> words, Tell tell)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(tell);
        var frame = new DocumentFrame(
            words["ReportOf", report.Candidate],
            words["ReportOf", report.Candidate],
            report.Qualification,
            [
                (words["Candidate"], report.Company is null ? report.Candidate : $"{report.Candidate}, {report.Company}"),
                (words["Deposited"], report.Deposited is { } at ? $"{tell.Day(at)}, {words["Version"].Value.ToLower(CultureInfo.CurrentCulture)} {report.Version}" : words["NotDeposited"]),
                (words["Hash"], report.Sha256 is null ? words["Draft"] : DocumentFrame.Short(report.Sha256)),
            ]);
        return (typeof(ReportDocument), new() { ["Report"] = report, ["Frame"] = frame }, frame);
    }

    public static (Type Component, Dictionary<string, object> Parameters, DocumentFrame Frame) Of(SummaryPages summary, IStringLocalizer<DocumentWords> words, Tell tell)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(tell);
        var frame = new DocumentFrame(
            $"{words["Summary"].Value}, {summary.Candidate}",
            $"{words["Summary"].Value}, {summary.Candidate}",
            summary.Qualification,
            [
                (words["Centre"], summary.Centre),
                (words["Frozen"], summary.FrozenAt is { } at ? tell.DayTime(at) : words["NotFrozenYet"]),
                (words["Hash"], summary.Sha256 is null ? words["Draft"] : DocumentFrame.Short(summary.Sha256)),
            ]);
        return (typeof(SummaryDocument), new() { ["Summary"] = summary, ["Frame"] = frame }, frame);
    }

    public static (Type Component, Dictionary<string, object> Parameters, DocumentFrame Frame) Of(MinutesPages minutes, IStringLocalizer<DocumentWords> words, Tell tell)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(tell);
        var title = $"{words["Minutes"].Value}, {tell.Day(minutes.HeldOn)}";
        var frame = new DocumentFrame(
            title,
            title,
            minutes.Place,
            [
                (words["Centre"], minutes.Centre),
                (words["Sealed"], minutes.SealedAt is { } at ? tell.DayTime(at) : words["NotSealed"]),
                (words["Hash"], minutes.Sha256 is null ? words["Draft"] : DocumentFrame.Short(minutes.Sha256)),
            ]);
        return (typeof(MinutesDocument), new() { ["Minutes"] = minutes, ["Frame"] = frame }, frame);
    }

    public static (Type Component, Dictionary<string, object> Parameters, DocumentFrame Frame) Of(AwardPages award, string checkAddress, IStringLocalizer<DocumentWords> words)
    {
        ArgumentNullException.ThrowIfNull(award);
        ArgumentNullException.ThrowIfNull(words);
        var title = $"{words[award.Whole ? "Certificate" : "BlockAttestation"].Value}, {award.Number}";
        var frame = new DocumentFrame(title, title, award.Qualification, []);
        return (typeof(AwardDocument), new() { ["Award"] = award, ["Frame"] = frame, ["CheckAddress"] = checkAddress }, frame);
    }
}
