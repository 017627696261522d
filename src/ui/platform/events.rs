//! Events of the page and of other tabs.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{BeforeUnloadEvent, Event, EventTarget, StorageEvent, VisibilityState};

/// Listens until it is dropped.
#[derive(Debug)]
pub(crate) struct Listener {
    target: EventTarget,
    event: &'static str,
    handler: Closure<dyn FnMut(Event)>,
}

impl Listener {
    pub(super) fn new(
        target: EventTarget,
        event: &'static str,
        run: impl FnMut(Event) + 'static,
    ) -> Option<Listener> {
        let handler = Closure::<dyn FnMut(Event)>::new(run);
        target
            .add_event_listener_with_callback(event, handler.as_ref().unchecked_ref())
            .ok()?;
        Some(Listener {
            target,
            event,
            handler,
        })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let handler = self.handler.as_ref().unchecked_ref();
        // A listener that is not there any more is what was wanted.
        drop(
            self.target
                .remove_event_listener_with_callback(self.event, handler),
        );
    }
}

fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

fn visible() -> bool {
    window()
        .and_then(|window| window.document())
        .is_some_and(|document| document.visibility_state() == VisibilityState::Visible)
}

/// The page is hidden or left: the last moment that is sure to come. May run twice.
pub(crate) fn on_hide(run: impl Fn() + Clone + 'static) -> Vec<Listener> {
    let Some(window) = window() else {
        return Vec::new();
    };
    let document = window.document();
    let hidden = run.clone();
    let visibility = document.and_then(|document| {
        Listener::new(document.into(), "visibilitychange", move |_| {
            if !visible() {
                hidden();
            }
        })
    });
    let left = Listener::new(window.into(), "pagehide", move |_| run());
    visibility.into_iter().chain(left).collect()
}

/// The page is seen again, also when it comes back from the browser's memory after "back".
pub(crate) fn on_show(run: impl Fn() + 'static) -> Option<Listener> {
    let document = window()?.document()?;
    Listener::new(document.into(), "visibilitychange", move |_| {
        if visible() {
            run();
        }
    })
}

/// Asks the user before the page is closed as long as `unsaved` says so.
pub(crate) fn before_unload(unsaved: impl Fn() -> bool + 'static) -> Option<Listener> {
    Listener::new(window()?.into(), "beforeunload", move |event| {
        if unsaved() {
            event.prevent_default();
            // Browsers before 2023 want a value; all show their own words.
            event
                .unchecked_ref::<BeforeUnloadEvent>()
                .set_return_value("unsaved");
        }
    })
}

/// Another tab has changed local storage: the key, or none when everything was cleared.
pub(crate) fn on_storage(run: impl Fn(Option<String>) + 'static) -> Option<Listener> {
    Listener::new(window()?.into(), "storage", move |event| {
        run(event.unchecked_ref::<StorageEvent>().key());
    })
}
