//! Files that the user saves and opens, and the printer.

use super::js;
use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Document, File, HtmlAnchorElement, HtmlInputElement, Url};

/// Long enough for any browser to have fetched the download.
const REVOKE_MS: i32 = 60_000;

/// A file that the user has chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OpenedFile {
    /// Name without a path.
    pub(crate) name: String,
    /// Contents.
    pub(crate) bytes: Vec<u8>,
}

/// Why there is no file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FileError {
    /// Larger than allowed; not read.
    TooLarge {
        /// Size in bytes.
        bytes: u64,
    },
    /// The browser's words.
    Browser(String),
}

fn failed(error: &JsValue) -> FileError {
    FileError::Browser(js::text(error))
}

fn document() -> Result<Document, FileError> {
    web_sys::window()
        .and_then(|window| window.document())
        .ok_or_else(|| FileError::Browser("no document".to_owned()))
}

/// Bytes with a media type.
pub(super) fn blob(bytes: &[u8], media_type: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(bytes));
    Blob::new_with_u8_array_sequence_and_options(&parts, &options)
}

/// Hands a file to the browser's downloads. That the user keeps it cannot be known.
pub(crate) fn download(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), FileError> {
    let document = document()?;
    let blob = blob(bytes, media_type).map_err(|error| failed(&error))?;
    let url = Url::create_object_url_with_blob(&blob).map_err(|error| failed(&error))?;
    let link: HtmlAnchorElement = document
        .create_element("a")
        .map_err(|error| failed(&error))?
        .unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.set_hidden(true);
    if let Some(body) = document.body() {
        // Old versions of Firefox follow a link only inside the page.
        drop(body.append_child(&link));
    }
    link.click();
    link.remove();
    let revoke = Closure::once_into_js(move || drop(Url::revoke_object_url(&url)));
    if let Some(window) = web_sys::window() {
        drop(
            window.set_timeout_with_callback_and_timeout_and_arguments_0(
                revoke.unchecked_ref(),
                REVOKE_MS,
            ),
        );
    }
    Ok(())
}

/// Lets the user choose a file; none when they cancel. To be called from a click. `accept` is a
/// list such as `.json,.docx`. In browsers that do not report a cancelled choice (before 2023) the
/// future simply never ends.
pub(crate) async fn choose(accept: &str, limit: u64) -> Result<Option<OpenedFile>, FileError> {
    let document = document()?;
    let input: HtmlInputElement = document
        .create_element("input")
        .map_err(|error| failed(&error))?
        .unchecked_into();
    input.set_type("file");
    input.set_accept(accept);
    input.set_hidden(true);
    if let Some(body) = document.body() {
        // Safari chooses only for an input inside the page.
        drop(body.append_child(&input));
    }
    let chosen = Promise::new(&mut |resolve, _| {
        input.set_onchange(Some(&resolve));
        // Without it the choice cannot be cancelled, only repeated.
        drop(input.add_event_listener_with_callback("cancel", &resolve));
    });
    input.click();
    let waited = JsFuture::from(chosen).await;
    input.remove();
    waited.map_err(|error| failed(&error))?;
    match input.files().and_then(|files| files.get(0)) {
        Some(file) => read(&file, limit).await.map(Some),
        None => Ok(None),
    }
}

/// Reads a file, chosen or dropped, of at most `limit` bytes.
pub(crate) async fn read(file: &File, limit: u64) -> Result<OpenedFile, FileError> {
    // Sizes are whole and far below 2^53.
    let bytes = file.size() as u64;
    if bytes > limit {
        return Err(FileError::TooLarge { bytes });
    }
    let buffer = JsFuture::from(file.array_buffer())
        .await
        .map_err(|error| failed(&error))?;
    Ok(OpenedFile {
        name: file.name(),
        bytes: Uint8Array::new(&buffer).to_vec(),
    })
}

/// Opens the browser's print dialog.
pub(crate) fn print() -> Result<(), FileError> {
    let window = web_sys::window().ok_or_else(|| FileError::Browser("no window".to_owned()))?;
    window.print().map_err(|error| failed(&error))
}
