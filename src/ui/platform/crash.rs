//! A panic must not leave a page that looks alive.

/// From now on a panic is logged and reveals the static notice `#crash` of index.html.
/// That notice works without this module: its buttons belong to boot.js.
pub(crate) fn reveal_on_panic() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        reveal();
    }));
}

/// Shows the notice.
pub(crate) fn reveal() {
    let notice = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("crash"));
    if let Some(notice) = notice {
        // Nothing more can be done if even this fails.
        let _ = notice.remove_attribute("hidden");
    }
}
