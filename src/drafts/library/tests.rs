//! Storages that refuse, tear, forget and roll back; two tabs; whatever happens, nothing that was
//! reported as saved is lost or mixed.

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

#[test]
fn what_was_saved_is_opened() {
    let desk = desk();
    let session = Session::fresh(&doc(""));
    for text in ["一", "二", "三"] {
        let saved = put(&desk, &session, text).expect("saved");
        assert_eq!((&saved.store, &saved.local), (&Ok(()), &Ok(())));
        assert_eq!(opened_text(&desk), text);
    }
    let opened = now(desk.open(&id())).expect("opens");
    assert_eq!(opened.record.meta.revision, 3);
    assert_eq!(opened.record.charter.lineage.revision, 3);
    assert_eq!(
        now(desk.open(&"nobody".into())).err(),
        Some(OpenError::NotFound)
    );
}

#[test]
fn two_generations_are_kept() {
    let desk = desk();
    let session = Session::fresh(&doc(""));
    for text in ["一", "二", "三"] {
        put(&desk, &session, text).expect("saved");
    }
    let mut kept: Vec<String> = desk
        .store
        .dump()
        .iter()
        .filter(|((area, _), _)| *area == Area::Drafts)
        .map(|(_, raw)| text_of(&crate::drafts::open(raw).expect("whole").charter))
        .collect();
    kept.sort();
    assert_eq!(kept, ["三", "二"]);
}

fn faults() -> Vec<Fault> {
    vec![
        Fault::Refuse(StoreError::Quota),
        Fault::Refuse(StoreError::Blocked),
        Fault::Refuse(StoreError::Other("AbortError".to_owned())),
        Fault::Tear,
        Fault::Forget,
        Fault::DoneButFailed,
    ]
}

/// One fault at every operation of one save, on each storage: what is reported as saved is there,
/// what is reported as failed has left the version before, and the next save works.
#[test]
fn one_fault_at_every_step() {
    for fault in faults() {
        for (in_store, step) in (0..12).flat_map(|step| [(true, step), (false, step)]) {
            let desk = desk();
            let session = Session::fresh(&doc(""));
            put(&desk, &session, "一").expect("saved");
            put(&desk, &session, "二").expect("saved");
            if in_store {
                desk.store.fail(step, step + 1, fault.clone());
            } else {
                desk.local.fail(step, step + 1, fault.clone());
            }
            let saved = put(&desk, &session, "三");
            desk.store.heal();
            desk.local.heal();
            let what = format!("{fault:?} at {step}, store: {in_store}, {saved:?}");
            assert!(saved.is_ok(), "the other storage has it: {what}");
            assert_eq!(opened_text(&desk), "三", "{what}");
            let next = put(&desk, &session, "四").expect("works again");
            assert_eq!((&next.store, &next.local), (&Ok(()), &Ok(())), "{what}");
            assert_eq!(opened_text(&desk), "四", "{what}");
        }
    }
}

#[test]
fn saved_is_said_only_after_reading_back() {
    for fault in [Fault::Tear, Fault::Forget] {
        let desk = desk();
        let session = Session::fresh(&doc(""));
        desk.store.fail(2, 3, fault.clone());
        let saved = put(&desk, &session, "一").expect("local storage has it");
        assert_eq!(saved.store, Err(StoreError::Corrupt), "{fault:?}");
        assert_eq!(saved.local, Ok(()));
    }
}

/// Both storages die at the same moment and come back with the next start, local storage with an
/// older state: the draft is the last one reported as saved in the store, or a later one.
#[test]
fn a_crash_at_any_point_costs_at_most_the_version_in_work() {
    for fault in faults() {
        for step in 0..20 {
            let desk = desk();
            let session = Session::fresh(&doc(""));
            put(&desk, &session, "1").expect("saved");
            let earlier = desk.local.dump();
            let mut safe = 1;
            desk.store.fail(step, u32::MAX, fault.clone());
            for text in 2..6 {
                let saved = put(&desk, &session, &text.to_string());
                if saved.is_ok_and(|saved| saved.store.is_ok()) {
                    safe = text;
                }
            }
            desk.store.heal();
            desk.local.roll_back(earlier);
            let restarted = Library::new(desk.store.clone(), desk.local.clone(), "next".into());
            let found: i32 = opened_text(&restarted).parse().expect("a number");
            assert!((safe..6).contains(&found), "{fault:?} at {step}: {found}");
        }
    }
}

#[test]
fn without_a_store_local_storage_carries_on_and_says_so() {
    let library = Library::new(None::<MemoryStore>, MemoryLocal::default(), "tab1".into());
    let session = Session::fresh(&doc(""));
    let saved = now(library.save(&session, work(&doc("一"), 1))).expect("saved");
    assert_eq!(saved.store, Err(StoreError::Missing));
    assert_eq!(saved.local, Ok(()));
    let opened = now(library.open(&id())).expect("opens");
    assert_eq!(opened.store, Err(StoreError::Missing));
    assert_eq!(now(library.list()).drafts.len(), 1);
}

#[test]
fn when_nothing_takes_it_the_earlier_version_stays() {
    let desk = desk();
    let session = Session::fresh(&doc(""));
    put(&desk, &session, "一").expect("saved");
    desk.store
        .fail(0, u32::MAX, Fault::Refuse(StoreError::Quota));
    desk.local
        .fail(0, u32::MAX, Fault::Refuse(StoreError::Blocked));
    assert_eq!(
        put(&desk, &session, "二"),
        Err(SaveError::Failed {
            store: StoreError::Quota,
            local: StoreError::Blocked
        })
    );
    desk.store.heal();
    desk.local.heal();
    assert_eq!(opened_text(&desk), "一");
    put(&desk, &session, "二").expect("works again, without a reload");
    assert_eq!(opened_text(&desk), "二");
}

#[test]
fn a_damaged_copy_is_set_aside_before_it_is_written_over() {
    let desk = desk();
    let session = Session::fresh(&doc(""));
    put(&desk, &session, "一").expect("saved");
    put(&desk, &session, "二").expect("saved");
    desk.local.plant(&keys::local_draft(&id()), "半个草稿");
    let opened = now(desk.open(&id())).expect("opens");
    assert_eq!(text_of(&opened.record.charter), "二");
    assert_eq!(opened.damaged.len(), 1);
    for text in ["三", "四", "五"] {
        put(&desk, &opened.session, text).expect("saved");
    }
    let aside = now(desk.quarantine());
    assert_eq!(aside.len(), 1, "once, however often it was met");
    assert_eq!(aside[0].raw, "半个草稿");
    assert_eq!(aside[0].id, id());
    now(desk.discard(&aside[0])).expect("discarded");
    assert_eq!(now(desk.quarantine()), []);
}

#[test]
fn a_damaged_copy_that_cannot_be_set_aside_is_not_written_over() {
    let desk = desk();
    let session = Session::fresh(&doc(""));
    put(&desk, &session, "一").expect("saved");
    desk.store.plant(Area::Drafts, &keys::slot(&id(), 1), "坏");
    // Neither storage takes anything while the draft is opened.
    desk.store
        .fail(3, u32::MAX, Fault::Refuse(StoreError::Quota));
    desk.local
        .fail(1, u32::MAX, Fault::Refuse(StoreError::Quota));
    let opened = now(desk.open(&id()));
    desk.store.heal();
    desk.local.heal();
    let session = opened.expect("opens").session;
    for text in ["二", "三"] {
        put(&desk, &session, text).expect("saved");
    }
    let raw = desk.store.dump();
    let raw = raw.get(&(Area::Drafts, keys::slot(&id(), 1)));
    assert!(raw.is_some_and(|raw| raw == "坏"));
    assert_eq!(opened_text(&desk), "三");
}

#[test]
fn only_damage_opens_nothing_and_loses_nothing() {
    let desk = desk();
    desk.store.plant(Area::Drafts, &keys::slot(&id(), 0), "");
    desk.local.plant(&keys::local_draft(&id()), "x");
    assert!(matches!(now(desk.open(&id())), Err(OpenError::Damaged(copies)) if copies.len() == 2));
    assert_eq!(now(desk.list()).damaged, [id()]);
    assert_eq!(now(desk.quarantine()).len(), 2);
    now(desk.purge(&id())).expect("can be thrown away");
    assert_eq!(now(desk.list()).damaged, []);
    assert_eq!(now(desk.quarantine()).len(), 2);
}

#[test]
fn two_tabs_never_write_over_each_other() {
    let one = desk();
    put(&one, &Session::fresh(&doc("")), "一").expect("saved");
    let two = other_tab(&one);
    let mine = now(one.open(&id())).expect("opens").session;
    let theirs = now(two.open(&id())).expect("opens").session;
    put(&one, &mine, "二").expect("first come");
    assert!(
        matches!(put(&two, &theirs, "另"), Err(SaveError::Conflict(meta)) if meta.revision == 2)
    );
    assert_eq!(opened_text(&one), "二");
    put(&one, &mine, "三").expect("goes on");
    // The other tab keeps its work as a draft of its own.
    let copy = copy_of(&doc("另"), "bbbbbbbbbb".into());
    now(two.save(&Session::fresh(&copy), work(&copy, 5))).expect("saved");
    assert_eq!(now(one.list()).drafts.len(), 2);
    assert_eq!(opened_text(&one), "三");
}

#[test]
fn a_tab_whose_saves_failed_does_not_win_by_counting_further() {
    let one = desk();
    put(&one, &Session::fresh(&doc("")), "一").expect("saved");
    let two = other_tab(&one);
    let mine = now(one.open(&id())).expect("opens").session;
    let theirs = now(two.open(&id())).expect("opens").session;
    one.store
        .fail(0, u32::MAX, Fault::Refuse(StoreError::Quota));
    one.local
        .fail(0, u32::MAX, Fault::Refuse(StoreError::Quota));
    for _ in 0..5 {
        assert!(put(&one, &mine, "二").is_err());
    }
    one.store.heal();
    one.local.heal();
    put(&two, &theirs, "另").expect("saved");
    assert!(matches!(
        put(&one, &mine, "二"),
        Err(SaveError::Conflict(_))
    ));
}

#[test]
fn flushing_a_closing_page_is_kept_and_not_undone_by_a_slower_save() {
    let desk = desk();
    let session = Session::fresh(&doc(""));
    put(&desk, &session, "一").expect("saved");
    // A save of `二` has begun and waits for the store while the page flushes `三`.
    let slow_doc = doc("二");
    let copies = now(desk.copies(&id()));
    let stored = desk.check(&session, &copies).expect("free");
    let slow = desk.next_record(&session, &work(&slow_doc, 2), stored.as_ref());
    desk.save_now(&session, work(&doc("三"), 3)).expect("kept");
    now(desk.write(&session, &copies, &slow)).expect("saved");
    assert_eq!(opened_text(&desk), "三");
}

#[test]
fn flushing_into_another_tabs_work_sets_the_work_aside() {
    let one = desk();
    put(&one, &Session::fresh(&doc("")), "一").expect("saved");
    let two = other_tab(&one);
    let theirs = now(two.open(&id())).expect("opens").session;
    let mine = now(one.open(&id())).expect("opens").session;
    put(&one, &mine, "二").expect("saved");
    let flushed = two.save_now(&theirs, work(&doc("另"), 4));
    assert!(matches!(flushed, Err(SaveError::Conflict(_))));
    assert_eq!(opened_text(&one), "二");
    let aside = now(one.quarantine());
    assert_eq!(aside.len(), 1);
    let meta = now(one.recover(&aside[0], "cccccccccc".into(), 9)).expect("recovered");
    let record = now(one.open(&meta.id)).expect("opens").record;
    assert_eq!(text_of(&record.charter), "另");
}

#[test]
fn a_newer_program_s_draft_is_neither_opened_nor_written_over() {
    let desk = desk();
    let session = Session::fresh(&doc(""));
    put(&desk, &session, "一").expect("saved");
    let newer = "ops-charter-draft 2 ".to_owned()
        + &format!("{:016x}\nwhatever", crate::drafts::checksum("whatever"));
    desk.store
        .plant(Area::Drafts, &keys::slot(&id(), 1), &newer);
    let before = (desk.store.dump(), desk.local.dump());
    assert_eq!(
        now(desk.open(&id())).err(),
        Some(OpenError::TooNew { version: 2 })
    );
    assert_eq!(
        put(&desk, &session, "二"),
        Err(SaveError::TooNew { version: 2 })
    );
    assert!(now(desk.delete(&id(), 1)).is_err());
    assert_eq!((desk.store.dump(), desk.local.dump()), before);
}

#[test]
fn renaming_is_seen_by_who_is_writing_and_is_no_conflict() {
    let one = desk();
    put(&one, &Session::fresh(&doc("")), "一").expect("saved");
    let two = other_tab(&one);
    let mine = now(one.open(&id())).expect("opens").session;
    let meta = now(two.rename(&id(), " 一月版 ")).expect("renamed");
    assert_eq!(meta.label(), "一月版");
    let saved = put(&one, &mine, "二").expect("saved");
    assert_eq!(saved.meta.label(), "一月版");
    assert_eq!(saved.meta.revision, 2);
    let meta = now(two.rename(&id(), "")).expect("renamed");
    assert_eq!(meta.label(), "客服运营职责");
}

#[test]
fn a_duplicate_has_its_own_id_and_the_same_descent() {
    let desk = desk();
    put(&desk, &Session::fresh(&doc("")), "一").expect("saved");
    let meta = now(desk.duplicate(&id(), "dddddddddd".into(), "副本", 7)).expect("duplicated");
    assert_eq!(meta.label(), "副本");
    let copy = now(desk.open(&meta.id)).expect("opens").record.charter;
    assert_eq!(copy.id, meta.id);
    assert_eq!(copy.lineage.draft, id());
    assert_eq!(copy.lineage.parent, Some(1));
    assert_eq!(copy.sections, doc("一").sections);
    assert_eq!(opened_text(&desk), "一");
}

#[test]
fn the_trash_gives_back_and_forgets_after_thirty_days() {
    const DAY: u64 = 86_400_000;
    let desk = desk();
    put(&desk, &Session::fresh(&doc("")), "一").expect("saved");
    assert_eq!(now(desk.purge(&id())), Err(ShelfError::NotInTrash));
    now(desk.delete(&id(), 5 * DAY)).expect("deleted");
    let listing = now(desk.list());
    assert_eq!((listing.drafts.len(), listing.trash.len()), (0, 1));
    now(desk.restore(&id())).expect("restored");
    assert_eq!(now(desk.list()).drafts.len(), 1);

    now(desk.delete(&id(), 5 * DAY)).expect("deleted");
    assert_eq!(now(desk.purge_expired(35 * DAY - 1)), []);
    assert_eq!(now(desk.purge_expired(35 * DAY)), [id()]);
    assert_eq!(now(desk.open(&id())).err(), Some(OpenError::NotFound));
    assert_eq!(desk.store.dump(), BTreeMap::new());
}

#[test]
fn emptying_the_trash_leaves_the_drafts() {
    let desk = desk();
    put(&desk, &Session::fresh(&doc("")), "一").expect("saved");
    now(desk.duplicate(&id(), "dddddddddd".into(), "", 7)).expect("duplicated");
    now(desk.delete(&id(), 8)).expect("deleted");
    now(desk.empty_trash()).expect("emptied");
    let listing = now(desk.list());
    assert_eq!(listing.trash, []);
    assert_eq!(listing.drafts.len(), 1);
    assert_eq!(listing.drafts[0].id.as_str(), "dddddddddd");
}

#[test]
fn the_list_is_rebuilt_from_the_records() {
    let desk = desk();
    put(&desk, &Session::fresh(&doc("")), "一").expect("saved");
    now(desk.duplicate(&id(), "dddddddddd".into(), "副本", 7)).expect("duplicated");
    let whole = now(desk.list());
    desk.local.plant(keys::LOCAL_INDEX, "坏");
    for name in ["aaaaaaaaaa", "dddddddddd"] {
        desk.store.plant(Area::Meta, name, "坏");
    }
    assert_eq!(now(desk.list()), whole);
    assert_eq!(whole.drafts.len(), 2);
}

#[test]
fn a_list_without_the_store_forgets_no_draft() {
    let desk = desk();
    put(&desk, &Session::fresh(&doc("")), "一").expect("saved");
    desk.local
        .remove(&keys::local_draft(&id()))
        .expect("removed");
    desk.store
        .fail(0, u32::MAX, Fault::Refuse(StoreError::Blocked));
    let listing = now(desk.list());
    assert_eq!(listing.store, Err(StoreError::Blocked));
    assert_eq!(
        listing.drafts.len(),
        1,
        "known from the list in local storage"
    );
    assert_eq!(
        now(desk.open(&id())).err(),
        Some(OpenError::Unavailable(StoreError::Blocked))
    );
}

#[test]
fn writing_on_in_a_deleted_draft_brings_it_back() {
    let desk = desk();
    let session = Session::fresh(&doc(""));
    put(&desk, &session, "一").expect("saved");
    now(other_tab(&desk).delete(&id(), 9)).expect("deleted");
    put(&desk, &session, "二").expect("saved");
    assert_eq!(now(desk.list()).drafts.len(), 1);
}

/// Work of two tabs on the same revision, as a race in the store would leave it: both are kept.
#[test]
fn rivals_are_both_kept() {
    let one = desk();
    let saved = put(&one, &Session::fresh(&doc("")), "一").expect("saved");
    let theirs = crate::drafts::Record {
        meta: DraftMeta {
            writer: "tab2".into(),
            ..saved.meta
        },
        charter: doc("另"),
    };
    one.local.plant(&keys::local_draft(&id()), &seal(&theirs));
    let opening: Opening = newest_valid(
        now(one.copies(&id()))
            .found()
            .map(|(source, raw)| (source, Some(raw.to_owned())))
            .collect(),
    );
    assert_eq!(opening.rivals.len(), 1);
    let opened = now(one.open(&id())).expect("opens");
    assert_eq!(text_of(&opened.record.charter), "一");
    assert_eq!(opened.rivals, 1);
    put(&one, &opened.session, "二").expect("the rival is known and kept");
    let aside = now(one.quarantine());
    assert_eq!(aside.len(), 1);
    assert_eq!(
        aside[0].meta.as_ref().map(|meta| meta.writer.as_str()),
        Some("tab2")
    );
}
