// A graph to explore, drawn on a canvas: our content security policy leaves no place for inline styles, which an SVG of the library would need.
import { BarChart, BoxplotChart, CustomChart, LineChart, ScatterChart } from "echarts/charts";
import { DataZoomComponent, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { word } from "./words";

echarts.use([BarChart, BoxplotChart, CustomChart, LineChart, ScatterChart, DataZoomComponent, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, CanvasRenderer]);

interface Axis { name: string; unit: string; decimals: number; labels?: string[]; isTime: boolean }
interface Series { name: string; shape: string; tone: string; data: (number | null)[][]; texts?: string[]; tones?: string[]; isDashed: boolean; isShare: boolean; isInterval: boolean; hasDots: boolean }
interface Line { value: number; text: string; tone: string; isDashed: boolean; upright: boolean }
interface Pane { name: string; unit: string; decimals: number; series: Series[]; x?: Axis; share: number; lines: Line[]; bands: { from: number; to: number; text: string }[]; rows?: string[]; fromZero: boolean }
interface Mark { pane: number; x: number; y?: number; sign: string; says: string[] }
interface Graph { title: string; x: Axis; panes: Pane[]; marks: Mark[]; pointHref?: string; names?: string[]; remark?: string; isThinned: boolean }

/** A graph that is open. */
export interface Explored {
  /** The stretch that is seen, in hundredths of the whole. */
  window(): [number, number];
  close(): void;
}

type Option = Record<string, unknown>;

/** A chart has places on its foot one can walk through: points of a control chart, weeks. */
const walks = (graph: Graph): boolean => graph.panes[0]?.series[0]?.shape === "Line";

export async function explore(box: HTMLElement, window?: [number, number]): Promise<Explored> {
  const canvas = box.querySelector<HTMLElement>(".graphe-toile")!;
  const source = box.dataset["graphe"] ?? "";
  const inside = box.querySelector('script[type="application/json"]')?.textContent;
  const whole = inside ? (JSON.parse(inside) as Graph) : await ask(source);
  let graph = whole;
  canvas.style.height = `${height(whole)}px`;
  canvas.setAttribute("aria-label", `${whole.title}. ${word("graphHelp")}`);
  for (const tool of box.querySelectorAll<HTMLElement>("[data-zoom]")) {
    tool.hidden = fits(whole);
  }
  const chart = echarts.init(canvas, null, { renderer: "canvas" });
  const [start, end] = window ?? [0, 100];
  chart.setOption(option(whole, whole, canvas.clientWidth, start, end));
  let selected: number | null = null;
  remark(box, whole);

  // A stretch of a very long series is asked for with all its points.
  let asked = 0;
  const sharpen = async (): Promise<void> => {
    const mine = ++asked;
    await new Promise((done) => setTimeout(done, 200));
    if (mine !== asked || chart.isDisposed()) {
      return;
    }
    const [from, to] = stretch();
    const last = lastPlace(whole);
    const wanted = to - from > 0.6 * last ? whole : await ask(`${source}${source.includes("?") ? "&" : "?"}de=${Math.max(0, Math.floor(from))}&a=${Math.min(last, Math.ceil(to))}`);
    if (mine === asked && !chart.isDisposed()) {
      graph = wanted;
      chart.setOption({ series: series(graph) }, { replaceMerge: ["series"] });
      select(selected);
      remark(box, graph);
    }
  };
  const zoom = (): Option | undefined => (chart.getOption()["dataZoom"] as Option[] | undefined)?.[0];
  const stretch = (): [number, number] => [Number(zoom()?.["startValue"] ?? 0), Number(zoom()?.["endValue"] ?? lastPlace(whole))];
  const seen = (): [number, number] => [Number(zoom()?.["start"] ?? 0), Number(zoom()?.["end"] ?? 100)];
  const see = (from: number, to: number): void => chart.dispatchAction({ type: "dataZoom", start: Math.max(0, from), end: Math.min(100, to) });
  const closer = (by: number): void => {
    const [a, b] = seen();
    const middle = selected === null ? (a + b) / 2 : Math.min(b, Math.max(a, (100 * selected) / Math.max(1, lastPlace(whole))));
    const half = Math.min(50, Math.max(0.05, ((b - a) / 2) * by));
    const low = Math.max(0, Math.min(100 - 2 * half, middle - half));
    see(low, low + 2 * half);
  };
  chart.on("datazoom", () => {
    if (whole.isThinned) {
      void sharpen();
    }
  });

  const select = (x: number | null): void => {
    selected = x;
    tell(box, graph, x);
    chart.setOption({ series: [{ id: "choisi", data: x === null ? [] : chosenDots(graph, x) }] });
  };
  const nearest = (x: number): number | null => {
    let best: number | null = null;
    for (const row of graph.panes[0]?.series[0]?.data ?? []) {
      const at = row[0];
      if (at !== null && at !== undefined && row[1] !== null && (best === null || Math.abs(at - x) < Math.abs(best - x))) {
        best = at;
      }
    }
    return best;
  };
  if (walks(whole)) {
    chart.getZr().on("click", (event: { offsetX: number; offsetY: number }) => {
      const pane = whole.panes.findIndex((_, i) => chart.containPixel({ gridIndex: i }, [event.offsetX, event.offsetY]));
      if (pane >= 0) {
        const at = chart.convertFromPixel({ gridIndex: pane }, [event.offsetX, event.offsetY]) as number[];
        select(nearest(at[0] ?? 0));
      }
    });
  }
  const onKey = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step !== 0 && walks(whole)) {
      const places = (graph.panes[0]?.series[0]?.data ?? []).filter((row) => row[1] !== null).map((row) => row[0] as number);
      const now = selected === null ? -1 : places.indexOf(selected);
      const next = selected === null ? (step > 0 ? 0 : places.length - 1) : Math.min(places.length - 1, Math.max(0, now + step));
      select(places[next] ?? null);
      const [from, to] = stretch();
      if (selected !== null && (selected < from || selected > to)) {
        const [a, b] = seen();
        const at = (100 * selected) / Math.max(1, lastPlace(whole));
        see(at - (b - a) / 2, at + (b - a) / 2);
      }
    } else if (event.key === "+" || event.key === "-") {
      closer(event.key === "+" ? 0.5 : 2);
    } else if (event.key === "0") {
      see(0, 100);
    } else if (event.key === "Escape") {
      select(null);
    } else {
      return;
    }
    event.preventDefault();
  };
  const onTool = (event: Event): void => {
    const tool = (event.target as HTMLElement).closest<HTMLElement>("[data-zoom]")?.dataset["zoom"];
    if (tool === "tout") {
      see(0, 100);
    } else if (tool !== undefined) {
      closer(tool === "plus" ? 0.5 : 2);
    }
  };
  const tools = box.querySelector<HTMLElement>(".graphe-outils");
  canvas.addEventListener("keydown", onKey);
  tools?.addEventListener("click", onTool);
  const sized = new ResizeObserver(() => chart.resize());
  sized.observe(canvas);
  return {
    window: seen,
    close: () => {
      sized.disconnect();
      canvas.removeEventListener("keydown", onKey);
      tools?.removeEventListener("click", onTool);
      chart.dispose();
    },
  };
}

async function ask(source: string): Promise<Graph> {
  const answer = await fetch(source, { headers: { Accept: "application/json" } });
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }
  return (await answer.json()) as Graph;
}

function height(graph: Graph): number {
  return graph.panes.length > 1 ? 560 : graph.panes[0]?.rows ? 120 + 44 * graph.panes[0].rows.length : 420;
}

function lastPlace(graph: Graph): number {
  return graph.x.labels ? graph.x.labels.length - 1 : Math.max(0, ...graph.panes.map((pane) => Number(pane.series[0]?.data.at(-1)?.[0] ?? 0)));
}

function colour(tone: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${tone}`).trim() || "#1E2328";
}

function said(value: number | null | undefined, decimals: number, unit = ""): string {
  return value === null || value === undefined ? "–" : `${value.toLocaleString(document.documentElement.lang, { maximumFractionDigits: decimals, minimumFractionDigits: decimals })}${unit === "" ? "" : `\u00A0${unit}`}`;
}

function place(axis: Axis, x: number): string {
  return axis.labels?.[x] ?? (axis.isTime ? new Date(x).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", timeZone: "UTC" }) : said(x, axis.decimals, axis.unit));
}

/** Bars and boxes stand in the middle of their place. */
const pointwise = (pane: Pane): boolean => pane.series.some((s) => s.shape === "Bars" || s.shape === "Floating" || s.shape === "Boxes");

/** A graph of few named places is seen whole. */
const fits = (graph: Graph): boolean => graph.panes.every((pane) => pane.series.every((s) => s.shape !== "Line" || s.isShare || pane.x !== undefined) && ((pane.x ?? graph.x).labels?.length ?? Infinity) <= 30);

function tick(value: number, decimals: number): string {
  return said(value, Number.isInteger(value) ? 0 : Math.max(1, Math.min(decimals, 4)));
}

/** An end of a scale on a round number beyond what must be seen. */
function even(end: number, other: number, round: (n: number) => number): number {
  const rough = Math.abs(end - other) / 5 || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? rough;
  return round(end / step) * step;
}

/** The scale reaches the lines across, a target out of the values' reach too. */
function reach(pane: Pane): Option {
  const across = pane.lines.filter((line) => !line.upright).map((line) => line.value);
  return across.length === 0 ? {} : {
    min: (v: { min: number; max: number }) => (Math.min(...across) < v.min ? even(Math.min(...across), v.max, Math.floor) : undefined),
    max: (v: { min: number; max: number }) => (Math.max(...across) > v.max ? even(Math.max(...across), v.min, Math.ceil) : undefined),
  };
}

/** Places of a very long chart are numbers of points, counted from one. */
const counted = (graph: Graph, pane: Pane): boolean => !pane.x && !graph.x.labels && walks(graph) && pane.series[0]?.hasDots === true;

function option(graph: Graph, whole: Graph, width: number, start: number, end: number): Option {
  const ink = colour("ink-2");
  const rule = colour("line");
  const text = { fontFamily: "IBM Plex Sans, sans-serif", fontSize: 12, color: ink };
  const crowd = Math.max(0, ...graph.panes.map((pane) => (pointwise(pane) ? ((pane.x ?? graph.x).labels?.length ?? 0) : 0)));
  const right = graph.panes.some((pane) => pane.series.some((s) => s.isShare)) ? 52 : 24;
  const shares = graph.panes.reduce((sum, pane) => sum + pane.share, 0);
  const few = fits(graph);
  const slider = few ? 8 : 56;
  const named = [...new Set(graph.panes.flatMap((pane) => pane.series.filter((s) => s.name !== "").map((s) => s.name)))];
  const above = width < 600 && named.length > 1 ? 26 : 0;
  const heads = 36 + (graph.panes.some((pane) => pane.lines.some((line) => line.upright)) ? 30 : 0);
  // Few names of places wrap under their bars; more of them lean.
  const each = crowd === 0 ? width : (width - 130) / crowd;
  const leans = each < 84;
  const left = graph.panes[0]?.rows ? 90 : leans ? 100 : width < 600 ? 52 : 68;
  const feet = crowd === 0 ? 40 : leans ? 96 : 58;
  const room = height(whole) - slider - above - graph.panes.length * (heads + feet);
  let top = above;
  const grids: Option[] = [];
  const xs: Option[] = [];
  const ys: Option[] = [];
  graph.panes.forEach((pane, i) => {
    const tall = Math.round((room * pane.share) / shares);
    grids.push({ left, right, top: top + heads, height: tall });
    top += heads + tall + feet;
    const x = pane.x ?? graph.x;
    const foot = i === graph.panes.length - 1 || pane.x !== undefined;
    xs.push({
      gridIndex: i, type: x.labels ? "category" : x.isTime ? "time" : "value", scale: true, ...(x.labels ? { data: x.labels, boundaryGap: pointwise(pane) } : {}), ...(x.isTime ? {} : counted(graph, pane) ? { min: 0, max: lastPlace(whole) } : {}),
      name: foot ? (x.unit === "" ? x.name : `${x.name} (${x.unit})`) : "", nameLocation: "middle", nameGap: pointwise(pane) ? feet - 14 : 26, nameTextStyle: text,
      axisLine: { lineStyle: { color: colour("line-2") }, onZero: false }, axisTick: { show: false }, splitLine: { show: false },
      axisLabel: { ...text, hideOverlap: true, show: foot, ...(x.labels || x.isTime ? {} : { formatter: (v: number) => (counted(graph, pane) ? said(v + 1, 0) : tick(v, x.decimals)) }), ...(x.isTime ? { formatter: (v: number) => place(x, v) } : {}), ...(pointwise(pane) && x.labels ? (leans ? { interval: 0, rotate: 38, width: 120, overflow: "truncate", hideOverlap: false } : { interval: 0, width: each - 8, overflow: "break", lineHeight: 15, hideOverlap: false }) : {}) },
      axisPointer: { show: walks(graph), type: "line", label: { show: false }, lineStyle: { color: rule } },
    });
    ys.push(pane.rows
      ? { gridIndex: i, type: "category", data: pane.rows, inverse: true, axisLabel: text, axisTick: { show: false }, axisLine: { show: false }, splitLine: { show: true, lineStyle: { color: rule } } }
      : { gridIndex: i, type: "value", scale: !pane.fromZero, ...reach(pane), axisTick: { show: false }, name: pane.unit === "" ? pane.name : `${pane.name} (${pane.unit})`, nameTextStyle: { ...text, color: colour("ink"), align: "left", padding: [0, 0, 4, -left + 4] }, nameGap: 10, axisLabel: { ...text, formatter: (v: number) => tick(v, pane.decimals) }, splitLine: { lineStyle: { color: rule } }, axisLine: { show: false, onZero: false } });
  });
  graph.panes.forEach((pane, i) => {
    if (pane.series.some((s) => s.isShare)) {
      ys.push({ gridIndex: i, type: "value", min: 0, max: 100, axisTick: { show: false }, axisLine: { show: false }, axisLabel: { ...text, formatter: (v: number) => said(v, 0, "%") }, splitLine: { show: false } });
    }
  });
  return {
    animation: false,
    textStyle: text,
    grid: grids,
    xAxis: xs,
    yAxis: ys,
    legend: { show: named.length > 1, right: right, top: 0, data: named, textStyle: { ...text, color: colour("ink") }, itemWidth: 18, itemHeight: 8, type: "scroll", left: width < 600 ? 4 : "34%" },
    axisPointer: { link: [{ xAxisIndex: "all" }] },
    dataZoom: few ? [] : [
      { type: "inside", xAxisIndex: xs.map((_, i) => i), start, end, filterMode: graph.panes[0]?.rows ? "weakFilter" : "none", zoomOnMouseWheel: "ctrl", moveOnMouseMove: true, preventDefaultMouseMove: false },
      { type: "slider", xAxisIndex: xs.map((_, i) => i), start, end, filterMode: graph.panes[0]?.rows ? "weakFilter" : "none", bottom: 8, height: 22, left, right, borderColor: rule, textStyle: text, brushSelect: false, showDataShadow: false, fillerColor: `${colour("accent")}22`, handleStyle: { color: colour("paper"), borderColor: colour("accent") }, moveHandleStyle: { color: colour("line-2") }, labelFormatter: (v: number, label: string) => (graph.x.labels ? (label ?? "") : place(graph.x, v)) },
    ],
    tooltip: { trigger: "item", confine: true, appendTo: () => document.body, className: "graphe-bulle", borderWidth: 1, borderColor: rule, backgroundColor: colour("paper"), textStyle: { ...text, color: colour("ink"), fontSize: 14 }, formatter: (params: { seriesId?: string; seriesIndex: number; dataIndex: number }) => bubble(graph, params.seriesId ?? "", params.dataIndex) },
    series: series(graph),
  };
}

function series(graph: Graph): Option[] {
  const all: Option[] = [];
  let share = graph.panes.length;
  graph.panes.forEach((pane, i) => {
    const right = pane.series.some((s) => s.isShare) ? share++ : -1;
    pane.series.forEach((one, j) => all.push({ ...drawn(graph, pane, one), id: `s:${i}:${j}`, name: one.name, xAxisIndex: i, yAxisIndex: one.isShare ? right : i, ...(j === 0 ? marked(graph, pane) : {}) }));
  });
  for (const sign of ["excluded", "note", "run", "outside"]) {
    graph.panes.forEach((pane, i) => {
      const its = graph.marks.filter((m) => m.sign === sign && m.pane === i);
      if (its.length > 0) {
        const known = pane.series[0]?.data.map((row) => row[1]).filter((v) => v !== null && v !== undefined) as number[];
        const high = Math.max(...known, 0);
        all.push({
          id: `m:${sign}:${i}`, type: "scatter", xAxisIndex: i, yAxisIndex: i, z: 6, data: its.map((m) => [m.x, m.y ?? high]),
          ...(sign === "outside" ? { symbol: "diamond", symbolSize: 15, itemStyle: { color: "transparent", borderColor: colour("mauvais"), borderWidth: 2 } }
            : sign === "run" ? { symbol: "triangle", symbolSize: 14, itemStyle: { color: "transparent", borderColor: colour("attention"), borderWidth: 2 } }
              : sign === "excluded" ? { symbol: "circle", symbolSize: 9, itemStyle: { color: colour("paper"), borderColor: colour("line-2"), borderWidth: 1.5 } }
                : { symbol: "pin", symbolSize: 26, symbolOffset: [0, "-20%"], itemStyle: { color: colour("accent") } }),
        });
      }
    });
  }
  all.push({ id: "choisi", type: "scatter", xAxisIndex: 0, yAxisIndex: 0, z: 7, silent: true, symbol: "circle", symbolSize: 18, itemStyle: { color: "transparent", borderColor: colour("accent"), borderWidth: 3 }, data: [] });
  return all;
}

function drawn(graph: Graph, pane: Pane, one: Series): Option {
  const tone = colour(one.tone);
  const coloured = one.data.map((row, i) => ({ value: row, itemStyle: { color: colour(one.tones?.[i] ?? one.tone) } }));
  switch (one.shape) {
    case "Points":
      return { type: "scatter", data: one.data, symbolSize: one.hasDots ? 7 : 6, itemStyle: { color: tone, opacity: one.data.length > 500 ? 0.6 : 1 }, large: one.data.length > 5000 };
    case "Bars":
      return { type: "bar", data: coloured, barCategoryGap: pane.series.some((s) => s.isShare) ? "4%" : "30%", itemStyle: { color: tone } };
    case "Boxes":
      return { type: "boxplot", data: one.data.map((row) => row.slice(1)), itemStyle: { color: colour("accent-wash"), borderColor: tone, borderWidth: 1.5 }, boxWidth: [12, 60] };
    case "Classes":
    case "Floating":
    case "Spans":
      return {
        type: "custom", data: coloured, itemStyle: { color: tone }, encode: one.shape === "Spans" ? { x: [0, 1], y: 2 } : one.shape === "Classes" ? { x: [0, 1], y: 2 } : { x: 0, y: [1, 2] },
        renderItem: (params: { coordSys: { x: number; y: number; width: number; height: number } }, api: { value(i: number): number; coord(p: number[]): number[]; size(p: number[]): number[]; visual(name: string): string }) => {
          const rect = one.shape === "Classes" ? corners(api.coord([api.value(0), api.value(2)]), api.coord([api.value(1), 0]), 1)
            : one.shape === "Spans" ? span(api.coord([api.value(0), api.value(2)]), api.coord([api.value(1), api.value(2)]), (api.size([0, 1])[1] ?? 20) * 0.6)
              : bar(api.coord([api.value(0), api.value(2)]), api.coord([api.value(0), api.value(1)]), (api.size([1, 0])[0] ?? 20) * (one.isInterval ? 0.16 : 0.7));
          const shape = echarts.graphic.clipRectByRect(rect, params.coordSys);
          return shape && { type: "rect", shape, style: { fill: api.visual("color") } };
        },
      };
    default:
      return {
        type: "line", data: one.data, connectNulls: false, silent: !one.hasDots, showSymbol: one.hasDots && one.data.length <= 400, showAllSymbol: true, symbol: one.hasDots ? "circle" : "none", symbolSize: one.data.length > 150 ? 4 : 6, z: one.hasDots ? 4 : 3,
        lineStyle: { color: tone, width: one.hasDots ? 1.5 : 1.25, type: one.isDashed ? [6, 4] : "solid" }, itemStyle: { color: tone }, sampling: one.data.length > 4000 && !graph.isThinned ? "minmax" : undefined,
      };
  }
}

type Rect = { x: number; y: number; width: number; height: number };

function corners(a: number[], b: number[], gap: number): Rect {
  return { x: Math.min(a[0]!, b[0]!), y: Math.min(a[1]!, b[1]!), width: Math.max(1, Math.abs(b[0]! - a[0]!) - gap), height: Math.abs(b[1]! - a[1]!) };
}

function span(a: number[], b: number[], tall: number): Rect {
  return { x: a[0]!, y: a[1]! - tall / 2, width: Math.max(2, b[0]! - a[0]!), height: tall };
}

function bar(high: number[], low: number[], wide: number): Rect {
  return { x: high[0]! - wide / 2, y: Math.min(high[1]!, low[1]!), width: wide, height: Math.max(1, Math.abs(low[1]! - high[1]!)) };
}

/** Lines across and stretches of the foot go with the first series of a pane. */
function marked(graph: Graph, pane: Pane): Option {
  const text = { fontFamily: "IBM Plex Sans, sans-serif", fontSize: 12, color: colour("ink") };
  return {
    ...(pane.lines.length === 0 ? {} : { markLine: { silent: true, symbol: "none", animation: false, data: [...pane.lines].sort((a, b) => a.value - b.value).map((line, k) => ({ ...(line.upright ? { xAxis: line.value } : { yAxis: line.value }), lineStyle: { color: colour(line.tone), type: line.isDashed ? [6, 4] : "solid", width: 1.5 }, label: { ...text, show: line.text !== "", formatter: `${line.text} ${said(line.value, line.upright ? graph.x.decimals : pane.decimals)}`, position: line.upright ? "end" : "insideEndTop", rotate: 0, ...(line.upright ? { offset: [0, k % 2 === 0 ? 0 : -15], backgroundColor: colour("paper") } : {}) } })) } }),
    ...(pane.bands.length === 0 ? {} : { markArea: { silent: true, animation: false, data: pane.bands.map((band, k) => [{ xAxis: band.from, name: band.text, itemStyle: { color: k % 2 === 0 ? colour("sheet") : colour("sheet-2") }, label: { ...text, position: "insideBottom" } }, { xAxis: band.to }]) } }),
  };
}

/** What a point says when it is pointed at, as nodes: nothing of it is read as markup. */
function bubble(graph: Graph, id: string, index: number): HTMLElement | string {
  const [kind, a, b] = id.split(":");
  const box = document.createElement("div");
  const line = (text: string, strong = false): void => {
    const p = document.createElement(strong ? "b" : "div");
    p.textContent = text;
    box.append(p);
    if (strong) {
      box.append(document.createElement("br"));
    }
  };
  if (kind === "m") {
    const mark = graph.marks.filter((m) => m.sign === a && m.pane === Number(b))[index];
    if (!mark) {
      return "";
    }
    line(pointName(graph, mark.x), true);
    mark.says.forEach((sentence) => line(sentence));
    return box;
  }
  const pane = graph.panes[Number(a)];
  const one = pane?.series[Number(b)];
  const row = one?.data[index];
  if (!pane || !one || !row) {
    return "";
  }
  const x = pane.x ?? graph.x;
  switch (one.shape) {
    case "Classes":
      line(`${said(row[0], x.decimals)} – ${said(row[1], x.decimals, x.unit)}`, true);
      line(`${one.name}\u00A0: ${said(row[2], 0)}`);
      break;
    case "Floating":
      line(place(x, row[0] ?? 0), true);
      line(one.isInterval ? `${one.name}\u00A0: ${said(row[1], pane.decimals)} – ${said(row[2], pane.decimals, pane.unit)}` : said((row[2] ?? 0) - (row[1] ?? 0), pane.decimals, pane.unit));
      break;
    case "Boxes":
      line(place(x, row[0] ?? index), true);
      [word("graphHigh"), word("graphUpperQuartile"), word("graphMedian"), word("graphLowerQuartile"), word("graphLow")].forEach((name, k) => line(`${name}\u00A0: ${said(row[5 - k], pane.decimals, pane.unit)}`));
      break;
    case "Spans":
      break;
    default:
      line(x.labels || counted(graph, pane) ? pointName(graph, row[0] ?? 0, x) : place(x, row[0] ?? 0), true);
      line(`${one.name}\u00A0: ${said(row[1], one.isShare ? 1 : pane.decimals, one.isShare ? "%" : pane.unit)}`);
  }
  if (one.texts?.[index]) {
    line(one.texts[index]);
  }
  for (const mark of graph.marks.filter((m) => walks(graph) && m.pane === Number(a) && m.x === row[0])) {
    mark.says.forEach((sentence) => line(sentence));
  }
  return box;
}

function pointName(graph: Graph, x: number, axis: Axis = graph.x): string {
  return axis.labels?.[x] !== undefined ? `${axis.name} ${axis.labels[x]}`.trim() : `${axis.name} ${said(x + 1, 0)}`;
}

/** The dots of a chosen place that the first pane has. */
function chosenDots(graph: Graph, x: number): (number | null)[][] {
  const y = graph.panes[0]?.series[0]?.data.find((row) => row[0] === x)?.[1];
  return y === null || y === undefined ? [] : [[x, y]];
}

/** What the reader must know of what is shown: a series that is thinned says so, and no more once it comes whole. */
function remark(box: HTMLElement, graph: Graph): void {
  const to = box.querySelector<HTMLElement>(".graphe-remarque");
  if (to) {
    to.textContent = graph.remark ?? "";
  }
}

/** Under the graph: what is known of the chosen point, and the way to it. */
function tell(box: HTMLElement, graph: Graph, x: number | null): void {
  const to = box.querySelector<HTMLElement>(".graphe-point");
  if (!to) {
    return;
  }
  to.replaceChildren();
  if (x === null) {
    return;
  }
  const add = (tag: string, text: string): HTMLElement => {
    const node = document.createElement(tag);
    node.textContent = text;
    to.append(node);
    return node;
  };
  add("b", pointName(graph, x));
  for (const pane of graph.panes) {
    if (!pane.x) {
      for (const one of pane.series.filter((s) => s.hasDots)) {
        const row = one.data.find((r) => r[0] === x);
        if (row) {
          add("span", `${one.name}\u00A0: ${said(row[1], pane.decimals, pane.unit)}`);
        }
      }
    }
  }
  const says = [...new Set(graph.marks.filter((m) => m.x === x).flatMap((m) => m.says))];
  for (const sentence of says) {
    add("span", sentence).className = "dit";
  }
  if (says.length === 0) {
    add("span", word("graphNothing")).className = "mut";
  }
  if (graph.pointHref) {
    const link = add("a", word("graphOpen")) as HTMLAnchorElement;
    link.href = graph.pointHref.replace("{0}", encodeURIComponent(graph.names?.[x] ?? String(x + 1)));
  }
}
