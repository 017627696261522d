//! What boot.js leaves for the app: the language, and the texts it has begun to fetch.

use js_sys::{Function, Object, Promise, Reflect, Uint8Array};
use ops_charter::catalogue::Texts;
use ops_charter::model::Lang;
use std::cell::Cell;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

fn shared() -> Option<JsValue> {
    Reflect::get(&web_sys::window()?.into(), &"__opsCharter".into()).ok()
}

fn handed(name: &str) -> Option<JsValue> {
    Reflect::get(&shared()?, &name.into())
        .ok()
        .filter(|value| !value.is_undefined())
}

/// The texts of the page's language; none when they could not be fetched.
pub(crate) async fn first_texts() -> Option<Texts> {
    let lang = handed("lang")?.as_string()?;
    load_texts(Lang::from_code(&lang)?).await
}

/// Leaves a value for the other program, or takes it.
pub(crate) fn hand(name: &str, value: &str) {
    if let Some(shared) = shared() {
        // Setting a property of a plain object cannot fail.
        drop(Reflect::set(&shared, &name.into(), &value.into()));
    }
}

/// A value that was left.
pub(crate) fn left(name: &str) -> Option<String> {
    handed(name)?.as_string()
}

/// Gives boot.js the two functions with which it shows and hides a program.
pub(crate) fn offer(name: &str, mount: impl Fn() + 'static, unmount: impl Fn() + 'static) {
    let Some(pages) = handed("pages") else { return };
    let program = Object::new();
    // They live as long as the page.
    let mount = Closure::<dyn Fn()>::new(mount).into_js_value();
    let unmount = Closure::<dyn Fn()>::new(unmount).into_js_value();
    drop(Reflect::set(&program, &"mount".into(), &mount));
    drop(Reflect::set(&program, &"unmount".into(), &unmount));
    drop(Reflect::set(&pages, &name.into(), &program));
}

thread_local! {
    /// Whether this program needs more than the start page's words.
    static ALL_WORDS: Cell<bool> = const { Cell::new(false) };
}

/// From now on all words of a language are fetched, not only the start page's.
pub(crate) fn want_all_words() {
    ALL_WORDS.set(true);
}

/// The texts of any language; none when they could not be fetched.
pub(crate) async fn load_texts(lang: Lang) -> Option<Texts> {
    // Both are asked for before the first is awaited.
    let start = ask(lang, "start")?;
    let rest = if ALL_WORDS.get() {
        Some(ask(lang, "rest")?)
    } else {
        None
    };
    let start = read(start).await?;
    let rest = match rest {
        Some(rest) => Some(read(rest).await?),
        None => None,
    };
    Texts::parse(&start, rest.as_deref()).ok()
}

fn ask(lang: Lang, part: &str) -> Option<Promise> {
    let load: Function = handed("loadText")?.dyn_into().ok()?;
    let promise = load
        .call2(&JsValue::NULL, &lang.code().into(), &part.into())
        .ok()?;
    promise.dyn_into().ok()
}

async fn read(promise: Promise) -> Option<String> {
    let bytes = JsFuture::from(promise).await.ok()?;
    String::from_utf8(Uint8Array::new(&bytes).to_vec()).ok()
}
