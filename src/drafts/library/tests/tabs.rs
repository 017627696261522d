//! Several tabs, and several versions of the program, on one draft.

use super::*;

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
