//! Storages that refuse, tear, forget and roll back; two tabs; whatever happens, nothing that was
//! reported as saved is lost or mixed.

mod faults;
mod shelf;
mod tabs;

use super::*;
use crate::drafts::{Fault, MemoryLocal, MemoryStore, Opening, newest_valid, seal};
use crate::model::{Charter, Section, Value};
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

/// Runs a future of the storages in memory, which are always ready.
fn now<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    match future
        .as_mut()
        .poll(&mut Context::from_waker(Waker::noop()))
    {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("a storage in memory is always ready"),
    }
}

type Desk = Library<MemoryStore, MemoryLocal>;

fn desk() -> Desk {
    Library::new(
        MemoryStore::default(),
        MemoryLocal::default(),
        "tab1".into(),
    )
}

fn other_tab(desk: &Desk) -> Desk {
    Library::new(desk.store.clone(), desk.local.clone(), "tab2".into())
}

fn id() -> RowId {
    "aaaaaaaaaa".into()
}

/// The same text in two sections, so that a mixed document can be told.
fn doc(text: &str) -> Charter {
    let section = |name: &str| {
        Arc::new(Section {
            id: name.into(),
            kind: name.to_owned(),
            fields: [("text".to_owned(), Value::Text(text.to_owned()))].into(),
            ..Section::default()
        })
    };
    Charter {
        id: id(),
        kind: "duties".to_owned(),
        profile: "duties_core".to_owned(),
        sections: vec![section("first"), section("last")],
        ..Charter::default()
    }
}

fn text_of(charter: &Charter) -> String {
    let text = |kind: &str| charter.field(kind, "text").and_then(Value::as_text);
    assert_eq!(text("first"), text("last"), "a mixed document");
    text("first").expect("text").to_owned()
}

fn work(charter: &Charter, now_ms: u64) -> Work<'_> {
    Work {
        charter,
        title: "客服运营职责",
        cursor: None,
        now_ms,
    }
}

fn put(desk: &Desk, session: &Session, text: &str) -> Result<Saved, SaveError> {
    now(desk.save(session, work(&doc(text), 1_000)))
}

fn opened_text(desk: &Desk) -> String {
    text_of(&now(desk.open(&id())).expect("opens").record.charter)
}
