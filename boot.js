// Starts the page: language, theme, then the texts and the program that the address asks for, at
// the same time. Two programs share the page: the start page, and the editor with all the rest,
// which is fetched when first needed. Must parse in any browser that knows modules: no `?.`, no
// `??`, no top-level await.
//
// window.__opsCharter, shared with the programs:
//   lang            "zh" | "en"; a program that switches the language writes it
//   loadText(lang, part)  Promise<Uint8Array>, the texts of any language; part is "start" (the
//                   start page's words) or "rest" (all others)
//   worker          address of the worker's script
//   pages           {start, editor}: {mount(), unmount()}, put there by the programs

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

const texts = {};

// Fetched once; a failed fetch may be tried again.
function loadText(lang, part) {
  const name = "./cat." + lang + "." + part + "." + CATALOGUE + ".bin";
  if (!texts[name]) {
    texts[name] = fetch(address(name)).then((response) => {
      if (!response.ok) throw new Error(name + ": HTTP " + response.status);
      return response.arrayBuffer().then((buffer) => new Uint8Array(buffer));
    });
    texts[name].catch(() => delete texts[name]);
  }
  return texts[name];
}

const shared = { lang: "zh", loadText, worker: "", pages: {} };
const programs = {};
const loading = {};
let shown = null;

function styles(path) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address(path);
  return link;
}

// Fetches a program and lets it put itself into `shared.pages`; a failed one may be tried again.
function load(name) {
  if (!loading[name]) {
    const { js, wasm, css } = programs[name];
    if (css) document.head.append(styles(css));
    loading[name] = import(address(js))
      .then((program) => program.default({ module_or_path: address(wasm) }))
      .then(() => shared.pages[name]);
    loading[name].catch(() => delete loading[name]);
  }
  return loading[name];
}

// The program that the address asks for.
function wanted() {
  return /^#\/(draft|check|paste|kind|new|sample)(\/|$)/.test(location.hash) ? "editor" : "start";
}

// Shows the wanted program. The old one stays until the new one is there.
function show() {
  const name = wanted();
  if (name === shown) return;
  const root = document.getElementById("app");
  root.setAttribute("aria-busy", "true");
  document.getElementById("unreachable").hidden = true;
  load(name)
    .then((page) => {
      if (wanted() !== name || shown === name) return;
      if (shown) shared.pages[shown].unmount();
      shown = name;
      page.mount();
      root.removeAttribute("aria-busy");
    })
    .catch((error) => {
      console.error(error);
      root.removeAttribute("aria-busy");
      reveal(shown ? "unreachable" : "crash");
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
  const place = wanted();
  for (const element of document.querySelectorAll("[data-only]")) {
    const parts = element.dataset.only.split(" ");
    element.hidden = parts[0] !== lang || (parts.length > 1 && parts[1] !== place);
  }
  document.getElementById("crash-reload").addEventListener("click", () => location.reload());
  document.getElementById("crash-download").addEventListener("click", downloadDrafts);

  if (!supported()) {
    reveal("unsupported");
    document.getElementById("app").hidden = true;
    return;
  }
  const names = document.querySelector("script[data-wasm]").dataset;
  programs.start = { js: names.js, wasm: names.wasm };
  programs.editor = { js: names.editorJs, wasm: names.editorWasm, css: names.editorCss };
  shared.lang = lang;
  shared.worker = address(names.worker);
  window.__opsCharter = shared;
  // What a missing text means is for the programs to say; here it is only kept from being reported
  // twice.
  loadText(lang, "start").catch(() => {});
  if (wanted() === "editor") loadText(lang, "rest").catch(() => {});
  document.getElementById("unreachable-retry").addEventListener("click", show);
  window.addEventListener("hashchange", show);
  // A hand on a link or in the goal's box is a sign that the editor will be wanted: fetch it then,
  // not before.
  for (const sign of ["pointerover", "focusin"]) {
    document.addEventListener(sign, (event) => {
      const link = event.target.closest("a[href^='#/'], form.quick");
      if (link && shown === "start") load("editor").catch(() => {});
    });
  }
  show();
}

start();
