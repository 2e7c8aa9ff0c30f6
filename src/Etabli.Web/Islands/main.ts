// Everything here makes a page that already works more pleasant; nothing here is needed.
import * as Turbo from "@hotwired/turbo";
import { startAutosave } from "./autosave";
import { startDrafts } from "./drafts";
import { startFiles } from "./files";
import { startFloor } from "./floor";
import { startGraphs } from "./graphs";
import { startGrids } from "./grid";
import { startKeyboard } from "./keyboard";
import { startLive } from "./live";
import { startMap } from "./map";
import { startMenus } from "./menus";
import { startPlans } from "./plan";
import { startStopwatch } from "./stopwatch";
import { startWalks } from "./walk";
import { startYamazumi } from "./yamazumi";

// Turbo's progress bar writes an inline style sheet, which our content security policy forbids: it never comes.
Turbo.config.drive.progressBarDelay = 2 ** 31 - 1;

// What went wrong is the first thing to be read.
document.addEventListener("turbo:load", focusAlert);
document.addEventListener("turbo:render", focusAlert);

startMenus();
startKeyboard();
startDrafts();
startFiles();
startGrids();
startGraphs();
startFloor();
startStopwatch();
startPlans();
startMap();
startWalks();
startYamazumi();
startAutosave();
startLive();

function focusAlert(): void {
  document.querySelector<HTMLElement>("[data-focus]")?.focus();
}
