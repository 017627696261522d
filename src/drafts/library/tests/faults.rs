//! Storages that refuse, tear, forget and roll back.

use super::*;

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
fn damage_met_while_saving_is_set_aside_too() {
    let desk = desk();
    let session = Session::fresh(&doc(""));
    put(&desk, &session, "一").expect("saved");
    desk.store
        .plant(Area::Drafts, &keys::slot(&id(), 1), "坏一");
    desk.local.plant(&keys::local_draft(&id()), "坏二");
    put(&desk, &session, "二").expect("saved");
    let aside = now(desk.quarantine());
    let raw: Vec<&str> = aside.iter().map(|copy| copy.raw.as_str()).collect();
    assert_eq!(raw, ["坏二", "坏一"], "by place: local, slot1");
    assert_eq!(opened_text(&desk), "二");
}
