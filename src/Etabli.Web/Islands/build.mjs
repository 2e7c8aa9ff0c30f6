// Two jobs, called by Islands.targets:
//   node Islands/build.mjs icons FILE   the Lucide icons our sources name, as one JSON file to embed
//   node Islands/build.mjs islands      type-check, bundle the scripts, copy fonts and Bootstrap to wwwroot
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [job, target] = process.argv.slice(2);

if (job === "icons") {
  icons(target);
} else if (job === "islands") {
  await islands();
} else {
  console.error("build.mjs: expected 'icons FILE' or 'islands'");
  process.exit(1);
}

function icons(file) {
  const known = new Set(readdirSync("node_modules/lucide-static/icons").map((f) => f.slice(0, -".svg".length)));
  const found = {};
  for (const source of sources(".")) {
    for (const [, word] of readFileSync(source, "utf8").matchAll(/"([a-z][a-z0-9-]*)"/g)) {
      if (known.has(word) && !Object.hasOwn(found, word)) {
        const svg = readFileSync(`node_modules/lucide-static/icons/${word}.svg`, "utf8");
        found[word] = svg.replace(/^[\s\S]*?<svg[^>]*>/, "").replace(/<\/svg>\s*$/, "").replace(/\s*\n\s*/g, "");
      }
    }
  }
  const sorted = Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, JSON.stringify(sorted));
}

// Turbo writes a style element for its progress bar as soon as it is loaded; our content security policy forbids it, and we
// do not show that bar. Should a new version differ, the build says so.
function withoutInlineStyle({ path }) {
  const call = "    this.installStylesheetElement();\n";
  const source = readFileSync(path, "utf8");
  if (source.split(call).length !== 2) {
    throw new Error(`${path}: expected exactly one call that installs the progress bar's style`);
  }
  return { contents: source.replace(call, ""), loader: "js" };
}

function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!["node_modules", "bin", "obj", "wwwroot"].includes(entry.name)) {
        yield* sources(path);
      }
    } else if (/\.(razor|cs)$/.test(entry.name)) {
      yield path;
    }
  }
}

async function islands() {
  execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.json"], { stdio: "inherit" });
  const { build } = await import("esbuild");
  rmSync("wwwroot/islands", { recursive: true, force: true });
  await build({
    // The charting library comes on demand, as a script of its own whose name stays: what is served is listed before it is built.
    entryPoints: ["Islands/main.ts", "Islands/graphView.ts"],
    outdir: "wwwroot/islands",
    bundle: true,
    format: "esm",
    external: ["./graphView.js"],
    minify: true,
    sourcemap: false,
    target: "es2022",
    legalComments: "linked",
    logLevel: "warning",
    plugins: [{ name: "no-inline-style", setup: (b) => b.onLoad({ filter: /@hotwired[\\/]turbo[\\/].*\.js$/ }, withoutInlineStyle) }],
  });

  // A service worker watches over the folder it is served from and those below: it stands at the root.
  await build({ entryPoints: ["Islands/worker/terrain-hors-ligne.ts"], outfile: "wwwroot/terrain-hors-ligne.js", bundle: true, format: "iife", minify: true, target: "es2022", logLevel: "warning" });

  rmSync("wwwroot/vendor", { recursive: true, force: true });
  mkdirSync("wwwroot/vendor/fonts", { recursive: true });
  const bootstrap = readFileSync("node_modules/bootstrap/dist/css/bootstrap.min.css", "utf8");
  writeFileSync("wwwroot/vendor/bootstrap.min.css", bootstrap.replace(/\/\*# sourceMappingURL.*\*\//, ""));
  const faces = [];
  for (const [family, name, styles] of [
    ["ibm-plex-sans", "IBM Plex Sans", ["400-normal", "400-italic", "500-normal", "600-normal"]],
    ["ibm-plex-mono", "IBM Plex Mono", ["400-normal", "500-normal"]],
  ]) {
    const ranges = JSON.parse(readFileSync(`node_modules/@fontsource/${family}/unicode.json`, "utf8"));
    for (const style of styles) {
      for (const script of ["latin-ext", "latin"]) {
        const file = `${family}-${script}-${style}.woff2`;
        cpSync(`node_modules/@fontsource/${family}/files/${file}`, `wwwroot/vendor/fonts/${file}`);
        const [weight, slant] = style.split("-");
        faces.push(`@font-face{font-family:"${name}";font-style:${slant};font-weight:${weight};font-display:swap;src:url("fonts/${file}") format("woff2");unicode-range:${ranges[script]}}`);
      }
    }
  }
  writeFileSync("wwwroot/vendor/fonts.css", faces.join("\n"));
}
