//! What is done to drafts without opening them, and the list of them.

use super::*;

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
