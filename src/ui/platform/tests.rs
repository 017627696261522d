//! The storages in a real browser.

use super::{clock, embed, events, files, idb::Idb, ids, local::LocalStorage};
use ops_charter::drafts::{Area, Library, Local, Session, Store, StoreError, Work, Write, keys};
use ops_charter::model::{Charter, RowId};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// A database of its own for each test, new on each run.
async fn fresh(name: &str) -> (Idb, String) {
    let name = format!("test-{name}-{}", ids::new_id());
    (Idb::named(&name).await.expect("opens"), name)
}

fn write(area: Area, key: &str, text: &str) -> Write {
    Write {
        area,
        key: key.to_owned(),
        text: text.to_owned(),
    }
}

#[wasm_bindgen_test]
async fn the_database_keeps_what_it_is_given() {
    let (idb, name) = fresh("keeps").await;
    let long = "客诉".repeat(200_000);
    idb.put_verified(&[
        write(Area::Drafts, "b/0", &long),
        write(Area::Drafts, "a/1", "第二"),
        write(Area::Meta, "b", "行"),
    ])
    .await
    .expect("kept");
    let again = Idb::named(&name).await.expect("opens again");
    assert_eq!(again.get(Area::Drafts, "b/0").await, Ok(Some(long)));
    assert_eq!(again.get(Area::Quarantine, "b/0").await, Ok(None));
    assert_eq!(
        again.keys(Area::Drafts).await,
        Ok(vec!["a/1".into(), "b/0".into()])
    );
    assert_eq!(
        again.get_all(Area::Meta).await,
        Ok(vec![("b".to_owned(), "行".to_owned())])
    );
    let both = [
        (Area::Drafts, "a/1".to_owned()),
        (Area::Meta, "no".to_owned()),
    ];
    again.delete(&both).await.expect("deleted");
    assert_eq!(idb.keys(Area::Drafts).await, Ok(vec!["b/0".into()]));
}

#[wasm_bindgen_test]
async fn a_newer_program_gets_the_database_and_the_old_one_says_so() {
    let (idb, name) = fresh("newer").await;
    let window = web_sys::window().expect("window");
    let factory = window.indexed_db().expect("allowed").expect("there");
    let request = factory.open_with_u32(&name, 2).expect("asked");
    let opened = js_sys::Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    // Comes through only because the old connection lets go.
    wasm_bindgen_futures::JsFuture::from(opened)
        .await
        .expect("not held up");
    assert_eq!(idb.get(Area::Drafts, "a/0").await, Err(StoreError::Blocked));
}

#[wasm_bindgen_test]
async fn a_connection_that_was_closed_is_opened_again() {
    let (idb, name) = fresh("closed").await;
    idb.put(&[write(Area::Meta, "a", "一")])
        .await
        .expect("kept");
    idb.close_quietly();
    assert_eq!(idb.get(Area::Meta, "a").await, Ok(Some("一".to_owned())));
    drop(name);
}

#[wasm_bindgen_test]
fn local_storage_keeps_and_lists() {
    let key = format!("test.{}", ids::new_id());
    LocalStorage.set_verified(&key, "一\u{0}😀").expect("kept");
    assert!(LocalStorage.keys().expect("listed").contains(&key));
    LocalStorage.remove(&key).expect("removed");
    assert_eq!(LocalStorage.get(&key), Ok(None));
}

#[wasm_bindgen_test]
fn a_full_local_storage_is_said_to_be_full() {
    let key = format!("test.{}", ids::new_id());
    let full = LocalStorage.set(&key, &"x".repeat(12_000_000));
    drop(LocalStorage.remove(&key));
    assert_eq!(full, Err(StoreError::Quota));
}

#[wasm_bindgen_test]
fn thrown_values_are_told_apart() {
    let thrown = |name: &str, code: f64| {
        let object = js_sys::Object::new();
        for (key, value) in [("name", JsValue::from(name)), ("code", code.into())] {
            js_sys::Reflect::set(&object, &key.into(), &value).expect("set");
        }
        super::js::store_error(&object)
    };
    assert_eq!(thrown("QuotaExceededError", 0.0), StoreError::Quota);
    assert_eq!(
        thrown("NS_ERROR_DOM_QUOTA_REACHED", 1014.0),
        StoreError::Quota
    );
    assert_eq!(thrown("Error", 22.0), StoreError::Quota);
    assert_eq!(thrown("SecurityError", 18.0), StoreError::Blocked);
    assert_eq!(
        thrown("AbortError", 20.0),
        StoreError::Other("AbortError".into())
    );
    let text = super::js::store_error(&"no error at all".into());
    assert_eq!(text, StoreError::Other("no error at all".into()));
    let nothing = super::js::store_error(&JsValue::UNDEFINED);
    assert_eq!(nothing, StoreError::Other("unknown error".into()));
}

#[wasm_bindgen_test]
async fn a_draft_goes_through_both_storages() {
    let (idb, _) = fresh("draft").await;
    let charter = Charter {
        id: ids::new_id(),
        kind: "duties".to_owned(),
        ..Charter::default()
    };
    let library = Library::new(Some(idb), LocalStorage, ids::new_id());
    let session = Session::fresh(&charter);
    for _ in 0..3 {
        let work = Work {
            charter: &charter,
            title: "客服运营职责",
            cursor: None,
            now_ms: clock::now_ms(),
        };
        let saved = library.save(&session, work).await.expect("saved");
        assert_eq!((saved.store, saved.local), (Ok(()), Ok(())));
    }
    // As after a crash of the browser: local storage has forgotten everything.
    LocalStorage
        .remove(&keys::local_draft(&charter.id))
        .expect("removed");
    LocalStorage.remove(keys::LOCAL_INDEX).expect("removed");
    let opened = library.open(&charter.id).await.expect("opens");
    assert_eq!(opened.record.meta.revision, 3);
    assert_eq!(opened.record.charter.kind, "duties");
    let listing = library.list().await;
    assert!(
        listing
            .drafts
            .iter()
            .any(|meta| meta.label() == "客服运营职责")
    );
}

#[wasm_bindgen_test]
fn time_and_ids() {
    assert!(clock::now_ms() > 1_700_000_000_000);
    assert!(clock::today() > chrono::NaiveDate::default());
    let ids: std::collections::BTreeSet<RowId> = (0..1_000).map(|_| ids::new_id()).collect();
    assert_eq!(ids.len(), 1_000);
}

#[wasm_bindgen_test]
async fn a_file_is_read_or_refused_for_its_size() {
    let blob = files::blob("章程".as_bytes(), "text/plain").expect("blob");
    let parts = js_sys::Array::of1(&blob);
    let file: web_sys::File = web_sys::File::new_with_blob_sequence(&parts, "章程.json")
        .expect("file")
        .unchecked_into();
    let read = files::read(&file, 6).await.expect("read");
    assert_eq!(
        (read.name.as_str(), read.bytes.as_slice()),
        ("章程.json", "章程".as_bytes())
    );
    let refused = files::read(&file, 5).await;
    assert_eq!(refused, Err(files::FileError::TooLarge { bytes: 6 }));
}

#[wasm_bindgen_test]
fn browsers_inside_other_programs_are_known() {
    use embed::Embed;
    let known = [
        (
            "Mozilla/5.0 (Linux; Android 13) MicroMessenger/8.0.40",
            Some(Embed::WeChat),
        ),
        (
            "Mozilla/5.0 wxwork/4.1.0 MicroMessenger/7.0.1",
            Some(Embed::WeCom),
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0) DingTalk(7.0.40) nw(0.14)",
            Some(Embed::DingTalk),
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0) Chrome/108 Lark/6.9.5 LarkLocale/zh_CN",
            Some(Embed::Feishu),
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0) Chrome/126.0.0.0 Safari/537.36",
            None,
        ),
    ];
    for (agent, embed) in known {
        assert_eq!(embed::detect(agent), embed, "{agent}");
    }
}

/// Raises an event that can be cancelled; true when somebody did.
fn raise(target: &web_sys::EventTarget, name: &str) -> bool {
    let window = web_sys::window().expect("window");
    let document = window.document().expect("document");
    let event = document.create_event("Event").expect("event");
    event.init_event_with_bubbles_and_cancelable(name, false, true);
    !target.dispatch_event(&event).expect("raised")
}

#[wasm_bindgen_test]
fn events_are_heard_until_the_listener_is_dropped() {
    use std::cell::Cell;
    use std::rc::Rc;
    let window: web_sys::EventTarget = web_sys::window().expect("window").into();
    let heard = Rc::new(Cell::new(0));
    let counting = Rc::clone(&heard);
    let hide = events::on_hide(move || counting.set(counting.get() + 1));
    assert_eq!(hide.len(), 2);
    raise(&window, "pagehide");
    assert_eq!(heard.get(), 1);
    drop(hide);
    raise(&window, "pagehide");
    assert_eq!(heard.get(), 1);
}

#[wasm_bindgen_test]
fn closing_is_held_up_only_for_unsaved_work() {
    use std::cell::Cell;
    use std::rc::Rc;
    let window: web_sys::EventTarget = web_sys::window().expect("window").into();
    let unsaved = Rc::new(Cell::new(false));
    let asked = Rc::clone(&unsaved);
    let listener = events::before_unload(move || asked.get()).expect("listening");
    assert!(!raise(&window, "beforeunload"));
    unsaved.set(true);
    assert!(raise(&window, "beforeunload"));
    drop(listener);
    assert!(!raise(&window, "beforeunload"));
}

#[wasm_bindgen_test]
fn choices_are_kept() {
    use super::settings::{self, Theme};
    use ops_charter::model::Lang;
    settings::set_lang(Lang::En);
    settings::set_theme(Some(Theme::Contrast));
    assert_eq!(settings::theme(), Some(Theme::Contrast));
    // The page's start script reads the plain words.
    assert_eq!(LocalStorage.get("ops-charter.lang"), Ok(Some("en".into())));
    assert_eq!(
        LocalStorage.get("ops-charter.theme"),
        Ok(Some("contrast".into()))
    );
    settings::set_theme(None);
    assert_eq!(settings::theme(), None);
}
