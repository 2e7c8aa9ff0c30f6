using System.Globalization;
using Etabli.Figures.Ink;
using Etabli.Figures.ProcessCharts;
using Etabli.Figures.ValueStreams;

namespace Etabli.Figures.Symbols;

/// <summary>Draws one sign alone, for a legend, with the very strokes of the map and of the chart. (fr: légende des symboles)</summary>
public static class FlowSymbolDrawing
{
    /// <summary>Width of a sign's drawing, in millimetres.</summary>
    public const double Width = 40;

    private const double Height = 26;

    private static readonly MapDensity Density = MapDensity.All[1];

    /// <summary>Draws the sign.</summary>
    /// <param name="symbol">Which sign.</param>
    /// <param name="language">Language of the few words inside it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="meaning">What it says, in one sentence.</param>
    public static string Draw(FlowSymbol symbol, Language language, string name, string meaning)
    {
        ArgumentNullException.ThrowIfNull(language);
        var output = new StringWriter(CultureInfo.InvariantCulture);
        var pen = new SvgPen(output, new Sheet(language, Width), Height, name, meaning, Hatching.Unset);
        var french = language != Language.English;
        switch (symbol)
        {
            case FlowSymbol.ExternalPlant:
                MapSymbols.Factory(pen, new Area(3, 2, 34, 22), new MapCustomer("c", french ? "Client A" : "Customer A"), null, Density);
                break;
            case FlowSymbol.Process or FlowSymbol.SharedProcess or FlowSymbol.OutsourcedProcess or FlowSymbol.Bottleneck or FlowSymbol.DataBox:
                Process(pen, symbol, language, french);
                break;
            case FlowSymbol.ProductionControl:
                MapSymbols.Control(pen, new Area(1, 5, 38, 16), new MapControl("g", french ? "Gestion de production" : "Production control", "ERP"), Density);
                break;
            case FlowSymbol.Levelling:
                pen.Rect(8, 9, 24, 8, new Paint(Tone.Paper, Tone.Ink));
                pen.Text(20, 14.3, "OXOX", new TextStyle(4, FontFace.Mono, Tone.Ink, Anchor.Middle));
                break;
            case FlowSymbol.Inventory or FlowSymbol.Supermarket or FlowSymbol.SafetyStock:
                Stock(pen, symbol, language, french);
                break;
            case FlowSymbol.FifoLane:
                MapStockSymbols.Fifo(pen, new Area(6, 6, 28, 14), 13, Density);
                break;
            case FlowSymbol.Push or FlowSymbol.Pull or FlowSymbol.ContinuousFlow:
                MapStockSymbols.Flow(pen, 8, 32, 13, symbol == FlowSymbol.Push ? MaterialFlowKind.Push : symbol == FlowSymbol.Pull ? MaterialFlowKind.Pull : MaterialFlowKind.Continuous, Density);
                break;
            case FlowSymbol.Truck:
                MapArrows.Truck(pen, 10, 7.5, 1.4);
                break;
            case FlowSymbol.KaizenBurst:
                MapArrows.Burst(pen, 20, 13, new KaizenBurst("n", "SMED", "X1"), 1, Density);
                break;
            case FlowSymbol.TimeLadder:
                Ladder(pen, language, french);
                break;
            case FlowSymbol.KanbanPost:
                MapArrows.Post(pen, 20, 10, 19);
                break;
            case FlowSymbol.Operation or FlowSymbol.Transport or FlowSymbol.Inspection or FlowSymbol.Delay or FlowSymbol.Storage:
                SymbolMark.Draw(pen, 20, 13, 12, Enum.Parse<ProcessSymbol>(symbol.ToString()), chosen: true);
                break;
            default:
                MapArrows.Draw(pen, new MapRoute(Enum.Parse<RouteKind>(Route(symbol)), name, [[(6, 13), (34, 13)]]), Density);
                break;
        }

        pen.Finish();
        return output.ToString();
    }

    private static string Route(FlowSymbol symbol) => symbol switch
    {
        FlowSymbol.ManualInformation => nameof(RouteKind.Manual),
        FlowSymbol.ElectronicInformation => nameof(RouteKind.Electronic),
        _ => symbol.ToString(),
    };

    private static void Process(SvgPen pen, FlowSymbol symbol, Language language, bool french)
    {
        var process = new MapProcess("p", "OP60", french ? "Rodage" : "Honing", symbol == FlowSymbol.OutsourcedProcess ? null : 1, [])
        {
            IsShared = symbol == FlowSymbol.SharedProcess,
            IsOutsourced = symbol == FlowSymbol.OutsourcedProcess,
            IsBottleneck = symbol == FlowSymbol.Bottleneck,
        };
        List<MapDatum> rows = symbol == FlowSymbol.DataBox ? [new(french ? "T/C" : "C/T", "316 s"), new("Lot", "48")] : [];
        var top = symbol == FlowSymbol.DataBox ? 1.2 : 5;
        MapSymbols.Process(pen, new Area(7, top, 26, Density.ProcessHeight), process, rows, Density, language, MapWords.In(language));
    }

    private static void Stock(SvgPen pen, FlowSymbol symbol, Language language, bool french)
    {
        var kind = symbol == FlowSymbol.Supermarket ? StockKind.Supermarket : symbol == FlowSymbol.SafetyStock ? StockKind.Safety : StockKind.Inventory;
        var counted = kind == StockKind.Inventory;
        var stock = new MapStock("s", "", counted ? new Amount(336, "p") : null, counted ? new Amount(3.5m, french ? "j" : "d", 1) : null, kind);
        MapStockSymbols.Draw(pen, new Area(8, counted ? 4 : 8.5, 24, 16), stock, named: false, Density, language);
    }

    private static void Ladder(SvgPen pen, Language language, bool french)
    {
        pen.Polyline([(3, 10), (14, 10), (14, 17), (26, 17), (26, 10), (37, 10)], Paint.Line(Tone.Ink));
        pen.Text(8.5, 8.4, new Amount(3.5m, french ? "j" : "d", 1).In(language), Density.Text(Tone.Ink, Anchor.Middle));
        pen.Text(20, 21, new Amount(316, "s").In(language), Density.Text(Tone.Ink, Anchor.Middle));
        pen.Text(31.5, 8.4, new Amount(1, french ? "j" : "d").In(language), Density.Text(Tone.Ink, Anchor.Middle));
    }
}
