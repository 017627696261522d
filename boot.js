// Starts the page: language, theme, then the catalogue's texts and the app at the same time.
// Must parse in any browser that knows modules: no `?.`, no `??`, no top-level await.
//
// Leaves window.__opsCharter for the app:
//   lang            "zh" | "en"
//   text            Promise<Uint8Array>, the texts of `lang`
//   loadText(lang)  Promise<Uint8Array>, the texts of any language
//   worker          address of the worker's script

const CATALOGUE = "__CATALOGUE_HASH__";
const HTML_LANG = { zh: "zh-CN", en: "en" };
const TITLE = { zh: "运营章程工坊", en: "Ops Charter Workshop" };
const THEMES = ["light", "dark", "contrast"];

// A stored setting, written as JSON or as a plain string; null where storage is blocked.
function setting(key) {
  try {
    const raw = localStorage.getItem(key);
    return raw === null ? null : raw.replace(/^"(.*)"$/, "$1");
  } catch (error) {
    return null;
  }
}

function language() {
  const stored = setting("ops-charter.lang");
  if (Object.prototype.hasOwnProperty.call(HTML_LANG, stored)) return stored;
  return /^zh/i.test(navigator.language || "") ? "zh" : "en";
}

function address(path) {
  return new URL(path, document.baseURI).href;
}

function reveal(id) {
  document.getElementById(id).removeAttribute("hidden");
}

// One test per feature that the app uses without a fallback; together they mean Chromium 109 or
// a browser of that age.
function supported() {
  try {
    // A module with one function type that returns an externref: reference types.
    const probe = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 111]);
    return (
      WebAssembly.validate(probe) &&
      typeof structuredClone === "function" &&
      typeof HTMLDialogElement === "function" &&
      typeof Array.prototype.findLast === "function" &&
      typeof Element.prototype.replaceChildren === "function" &&
      CSS.supports("height", "100dvh") &&
      CSS.supports("math-style", "normal")
    );
  } catch (error) {
    return false;
  }
}

function loadText(lang) {
  return fetch(address("./cat." + lang + "." + CATALOGUE + ".bin")).then((response) => {
    if (!response.ok) throw new Error("catalogue text " + lang + ": HTTP " + response.status);
    return response.arrayBuffer().then((buffer) => new Uint8Array(buffer));
  });
}

// Everything under the drafts' keys as it is stored, byte for byte, in one JSON file.
function downloadDrafts() {
  const drafts = {};
  for (let index = 0; index < localStorage.length; index += 1) {
    const key = localStorage.key(index);
    if (key.startsWith("ops-charter.draft.")) drafts[key] = localStorage.getItem(key);
  }
  const file = new Blob([JSON.stringify({ format: "ops-charter.rescue", drafts }, null, 2)], {
    type: "application/json",
  });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = "ops-charter-drafts.json";
  link.click();
}

function start() {
  const lang = language();
  const root = document.documentElement;
  root.lang = HTML_LANG[lang];
  document.title = TITLE[lang];
  const theme = setting("ops-charter.theme");
  if (THEMES.includes(theme)) root.dataset.theme = theme;
  for (const element of document.querySelectorAll("[data-only]")) {
    element.hidden = element.dataset.only !== lang;
  }
  document.getElementById("crash-reload").addEventListener("click", () => location.reload());
  document.getElementById("crash-download").addEventListener("click", downloadDrafts);

  if (!supported()) {
    reveal("unsupported");
    document.getElementById("app").hidden = true;
    return;
  }
  const { js, wasm, worker } = document.querySelector("script[data-wasm]").dataset;
  const text = loadText(lang);
  // The app decides what a missing text means; here it is only kept from being reported twice.
  text.catch(() => {});
  window.__opsCharter = { lang, text, loadText, worker: address(worker) };
  import(address(js))
    .then((app) => app.default({ module_or_path: address(wasm) }))
    .catch((error) => {
      console.error(error);
      reveal("crash");
    });
}

start();
