//! Structure: other kinds and profiles, an order of one's own, sections of one's own. Nothing that
//! is filled in gets lost.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "tests")]

use chrono::NaiveDate;
use ops_charter::catalogue::{self, KINDS, Texts, ids};
use ops_charter::checks::{completeness, findings};
use ops_charter::edit::{
    self, GroupPlace, Slot, add_chapter, add_column, add_custom, add_section, arrange,
    change_structure, groups, hide_section, kept, move_chapter, move_column, move_section,
    new_charter, paste_custom, place_section, plan_change, remove_chapter, remove_column,
    rename_chapter, rename_column, reset_layout, retype_column, set_field, show_section,
};
use ops_charter::export;
use ops_charter::model::{
    CUSTOM_ROWS, CUSTOM_TEXT, Charter, ColumnType, CustomDef, CustomForm, Lang, RowId, Section,
    Value,
};
use ops_charter::outline::{self, Content};
use ops_charter::schema;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn day() -> NaiveDate {
    "2027-01-15".parse().expect("a date")
}

fn numbered(prefix: &'static str) -> impl FnMut() -> RowId {
    let mut count = 0;
    move || {
        count += 1;
        RowId(format!("{prefix}{count:07}"))
    }
}

fn charter(profile: &str) -> Charter {
    new_charter(profile, Lang::Zh, day(), &mut numbered("old"))
}

fn id(charter: &Charter, kind: &str) -> RowId {
    charter.section(kind).expect(kind).id.clone()
}

/// Types something into a section, whatever it is.
fn fill(charter: &mut Charter, kind: &str) -> RowId {
    let id = id(charter, kind);
    let text = Value::Text(format!("words of {kind}"));
    set_field(charter, &id, "note_of_the_test", Some(text));
    id
}

fn all_filled(profile: &str) -> Charter {
    let mut charter = charter(profile);
    let kinds: Vec<String> = charter.sections.iter().map(|s| s.kind.clone()).collect();
    for kind in kinds {
        fill(&mut charter, &kind);
    }
    charter
}

/// What the user has typed, by section.
fn contents(charter: &Charter) -> BTreeMap<RowId, Section> {
    let filled = charter.sections.iter().filter(|s| edit::holds_something(s));
    let bare = filled.map(|section| Section {
        hidden: false,
        aside: false,
        ..section.as_ref().clone()
    });
    bare.map(|section| (section.id.clone(), section)).collect()
}

fn shown(charter: &Charter) -> Vec<String> {
    let groups = groups(charter);
    let ids = groups.iter().flat_map(|group| &group.sections);
    let kind = |id: &RowId| charter.section_by_id(id).map(|s| s.kind.clone());
    ids.filter_map(kind).collect()
}

fn chapters(charter: &Charter) -> Vec<(String, Vec<String>)> {
    let kind = |slot: &Slot| {
        let section = slot.section().and_then(|id| charter.section_by_id(id));
        section.map(|section| section.kind.clone())
    };
    let all = arrange(charter).chapters.into_iter();
    all.map(|chapter| (chapter.id, chapter.slots.iter().filter_map(kind).collect()))
        .collect()
}

// The catalogue's structures.

#[test]
fn goals_and_kpis_always_have_objectives_and_sources_to_refer_to() {
    for kind in KINDS.iter() {
        for profile in kind.profiles {
            let has = |id: &str| profile.sections().any(|other| other == id);
            let chapter = |id: &str| {
                let mut all = profile.chapters.iter().flat_map(|chapter| chapter.sections);
                all.any(|other| *other == id)
            };
            if chapter(ids::smart_goals::ID) || chapter(ids::kpi_dictionary::ID) {
                assert!(has(ids::strategy_plan::ID), "{}: objectives", profile.id);
                assert!(has(ids::data_pipeline::ID), "{}: sources", profile.id);
            }
            assert!(has(ids::roles_duties::ID), "{}: roles", profile.id);
        }
    }
}

#[test]
fn each_kind_offers_a_compact_and_a_full_structure_first() {
    for kind in KINDS.iter() {
        let shown: Vec<&str> = kind
            .profiles
            .iter()
            .filter(|p| p.shown)
            .map(|p| p.id)
            .collect();
        assert_eq!(shown.len(), 2, "{}", kind.id);
        assert_eq!(kind.profiles.len(), 5, "{}", kind.id);
        assert!(
            kind.profiles[..2].iter().all(|p| p.shown),
            "{} leads",
            kind.id
        );
        for profile in kind.profiles {
            assert!(
                profile.front.first() == Some(&"charter_header"),
                "{}",
                profile.id
            );
            assert!(
                profile.back.ends_with(&["revision_history", "sign_off"]),
                "{}",
                profile.id
            );
        }
    }
}

// Changing the structure.

#[test]
fn what_the_new_structure_does_not_show_is_kept_and_listed() {
    let mut charter = charter("duties_full10");
    let tools = fill(&mut charter, ids::tools_systems::ID);
    let roles = fill(&mut charter, ids::roles_duties::ID);
    let plan = plan_change(&charter, "duties_core");
    assert!(plan.kept.contains(&tools) && plan.stays.contains(&roles));
    change_structure(&mut charter, "duties_core", &mut numbered("new"));
    assert_eq!(kept(&charter), vec![tools.clone()]);
    assert!(!shown(&charter).contains(&ids::tools_systems::ID.to_owned()));
    show_section(&mut charter, &tools);
    assert!(kept(&charter).is_empty());
    assert!(shown(&charter).contains(&ids::tools_systems::ID.to_owned()));
}

#[test]
fn going_back_shows_everything_as_before() {
    let mut charter = all_filled("support_none");
    assert!(charter.sections.is_empty());
    charter = all_filled("spt_full8");
    let before = (shown(&charter), contents(&charter));
    change_structure(&mut charter, "ctl_desk", &mut numbered("new"));
    assert_eq!(charter.kind, "control");
    change_structure(&mut charter, "spt_full8", &mut numbered("more"));
    assert_eq!(charter.kind, "support");
    assert_eq!(shown(&charter), before.0);
    assert_eq!(contents(&charter), before.1);
}

#[test]
fn what_the_user_dropped_stays_dropped_and_what_was_added_stays() {
    let mut charter = charter("duties_core");
    let goals = fill(&mut charter, ids::smart_goals::ID);
    hide_section(&mut charter, &goals);
    let risks = add_section(&mut charter, ids::culture_team::ID, &mut numbered("add"));
    change_structure(&mut charter, "duties_full10", &mut numbered("new"));
    let is_hidden = |id: &RowId| charter.section_by_id(id).is_some_and(|s| s.hidden);
    assert!(
        is_hidden(&goals),
        "full10 has goals, but the user has dropped them"
    );
    assert!(
        !is_hidden(&risks),
        "full10 has no culture, but the user has added it"
    );
    assert_eq!(kept(&charter), vec![goals]);
}

#[test]
fn the_plan_tells_what_the_change_does() {
    let mut charter = all_filled("sup_full10");
    let plan = plan_change(&charter, "rules_core");
    change_structure(&mut charter, "rules_core", &mut numbered("new"));
    assert_eq!(kept(&charter), plan.kept);
    let shown = shown(&charter);
    for kind in &plan.new {
        assert!(shown.contains(&(*kind).to_owned()), "{kind}");
        assert!(
            charter.section(kind).is_some_and(Section::is_blank),
            "{kind}"
        );
    }
    let backing = arrange(&charter).backing;
    let backing: Vec<&RowId> = backing.iter().filter_map(Slot::section).collect();
    assert!(!plan.to_backing.is_empty());
    assert!(plan.to_backing.iter().all(|id| backing.contains(&id)));
    let filled = contents(&charter).len();
    let told = plan.kept.len() + plan.stays.len() + plan.to_backing.len() + plan.back.len();
    assert_eq!(filled, told, "each filled section is told of once");
}

#[test]
fn an_unknown_structure_changes_nothing() {
    let mut charter = all_filled("duties_core");
    let before = charter.clone();
    change_structure(&mut charter, "no_such", &mut numbered("new"));
    assert_eq!(charter, before);
}

// An order of one's own.

#[test]
fn a_section_moves_within_and_between_chapters() {
    let mut charter = charter("duties_full10");
    let kpis = id(&charter, ids::kpi_dictionary::ID);
    move_section(&mut charter, &kpis, -1);
    assert_eq!(
        chapters(&charter)[0].1,
        ["strategy_plan", "kpi_dictionary", "smart_goals"]
    );
    move_section(&mut charter, &kpis, 1);
    move_section(&mut charter, &kpis, 1);
    assert_eq!(chapters(&charter)[0].1, ["strategy_plan", "smart_goals"]);
    assert_eq!(
        chapters(&charter)[1].1,
        ["kpi_dictionary", "sop_workflow", "process_improvement"]
    );
    move_section(&mut charter, &kpis, -1);
    assert_eq!(chapters(&charter)[0].1[2], "kpi_dictionary");
}

#[test]
fn a_section_that_is_its_chapter_takes_the_chapter_along() {
    let mut charter = charter("duties_core");
    let kpis = id(&charter, ids::kpi_dictionary::ID);
    let goals = id(&charter, ids::smart_goals::ID);
    hide_section(&mut charter, &goals);
    move_section(&mut charter, &kpis, -1);
    let all = shown(&charter);
    let at = |kind: &str| all.iter().position(|other| other == kind).expect(kind);
    assert_eq!(
        at(ids::kpi_dictionary::ID) + 1,
        at(ids::cross_dept_interface::ID)
    );
    assert!(
        arrange(&charter)
            .chapters
            .iter()
            .all(|chapter| chapter.made_for_one)
    );
    // What is hidden keeps its place for when it comes back.
    show_section(&mut charter, &goals);
    assert!(shown(&charter).contains(&ids::smart_goals::ID.to_owned()));
}

#[test]
fn the_ends_hold_and_cover_and_signatures_stay() {
    let mut charter = charter("duties_full10");
    let before = chapters(&charter);
    for kind in [
        ids::charter_header::ID,
        ids::sign_off::ID,
        ids::revision_history::ID,
    ] {
        let id = id(&charter, kind);
        move_section(&mut charter, &id, 1);
        place_section(&mut charter, &id, "targets", 0);
    }
    let first = id(&charter, ids::strategy_plan::ID);
    move_section(&mut charter, &first, -1);
    let last = id(&charter, ids::summary_outlook::ID);
    move_section(&mut charter, &last, 1);
    assert_eq!(chapters(&charter), before);
}

#[test]
fn purpose_comes_in_from_the_front_and_data_from_the_backing() {
    let mut charter = charter("duties_core");
    let data = id(&charter, ids::data_pipeline::ID);
    move_section(&mut charter, &data, -1);
    let all = chapters(&charter);
    assert_eq!(
        all.last().expect("a chapter").1,
        ["meeting_cadence", "data_pipeline"]
    );
    let mut charter = self::charter("duties_full10");
    let purpose = id(&charter, ids::purpose_scope::ID);
    move_section(&mut charter, &purpose, 1);
    assert_eq!(chapters(&charter)[0].1[0], "purpose_scope");
}

#[test]
fn chapters_are_renamed_added_moved_and_taken_away() {
    let mut charter = charter("duties_full10");
    rename_chapter(&mut charter, "risks", "  险与急 ");
    let own = add_chapter(&mut charter, "我们的事", &mut numbered("chap")).expect("an id");
    let tools = id(&charter, ids::tools_systems::ID);
    place_section(&mut charter, &tools, &own, 0);
    move_chapter(&mut charter, &own, -100);
    let titles: Vec<Option<String>> = arrange(&charter)
        .chapters
        .into_iter()
        .map(|chapter| chapter.title)
        .collect();
    assert_eq!(titles[0].as_deref(), Some("我们的事"));
    assert_eq!(titles.iter().flatten().count(), 2);
    assert_eq!(chapters(&charter)[0].1, ["tools_systems"]);
    rename_chapter(&mut charter, "risks", "");
    remove_chapter(&mut charter, &own);
    assert_eq!(chapters(&charter)[0].0, "targets");
    assert_eq!(chapters(&charter)[0].1[0], "tools_systems");
    reset_layout(&mut charter);
    assert_eq!(
        chapters(&charter),
        chapters(&self::charter("duties_full10"))
    );
}

#[test]
fn a_damaged_order_shows_each_section_once_all_the_same() {
    let mut charter = all_filled("duties_core");
    let before = shown(&charter);
    let roles = id(&charter, ids::roles_duties::ID);
    let twice = serde_json::json!({"chapters": [
        {"id": "roles", "sections": [roles, roles, "gone"]},
        {"id": "work", "sections": [roles]},
    ]});
    charter.settings.layouts.insert("duties_core".into(), twice);
    let mut now = shown(&charter);
    now.sort();
    let mut all = before;
    all.sort();
    assert_eq!(now, all);
    let newer = serde_json::json!({"chapters": "by name"});
    charter.settings.layouts.insert("duties_core".into(), newer);
    assert_eq!(chapters(&charter), chapters(&self::charter("duties_core")));
}

#[test]
fn an_empty_chapter_of_ones_own_is_in_the_outline_but_not_in_print() {
    let mut charter = charter("duties_core");
    add_chapter(&mut charter, "空章", &mut numbered("chap"));
    let last = groups(&charter)
        .into_iter()
        .find(|group| group.title.as_deref() == Some("空章"))
        .expect("in the outline");
    assert!(last.sections.is_empty());
    assert!(matches!(last.place, GroupPlace::Chapter(10, _)));
    let document = document(&charter);
    assert!(!headings(&document).contains(&"空章".to_owned()));
}

fn document(charter: &Charter) -> outline::Document {
    let options = outline::Options::of(charter, day());
    outline::build(charter, &Texts::embedded(charter.language), &options)
}

fn headings(document: &outline::Document) -> Vec<String> {
    let heads = document
        .blocks
        .iter()
        .filter_map(|block| match &block.content {
            Content::Heading { text, .. } => Some(text.clone()),
            _ => None,
        });
    heads.collect()
}

#[test]
fn the_document_follows_the_users_order_and_headings() {
    let mut charter = all_filled("duties_full10");
    rename_chapter(&mut charter, "training", "带新人");
    move_chapter(&mut charter, "training", -7);
    let heads = headings(&document(&charter));
    let at = |text: &str| heads.iter().position(|head| head == text).expect(text);
    assert!(at("带新人") < at("流程管理"));
}

#[test]
fn the_order_survives_a_change_of_structure() {
    let mut charter = all_filled("duties_full10");
    let kpis = id(&charter, ids::kpi_dictionary::ID);
    move_section(&mut charter, &kpis, -1);
    rename_chapter(&mut charter, "strategy", "不存在");
    let own = add_chapter(&mut charter, "我们的事", &mut numbered("chap")).expect("an id");
    let custom = add_custom(
        &mut charter,
        "门店",
        CustomForm::Text,
        &[],
        &mut numbered("cust"),
    );
    place_section(&mut charter, &custom, &own, 0);
    let before = chapters(&charter);
    change_structure(&mut charter, "sup_full10", &mut numbered("new"));
    let after = chapters(&charter);
    // KPIs had been put before the goals.
    assert_eq!(
        after[0].1,
        ["kpi_dictionary", "smart_goals", "team_support"]
    );
    let last = after.last().expect("a chapter");
    assert_eq!((&last.0, &last.1), (&own, &vec!["custom".to_owned()]));
    change_structure(&mut charter, "duties_full10", &mut numbered("more"));
    assert_eq!(chapters(&charter), before);
}

// Sections of one's own.

fn table() -> (Charter, RowId) {
    let mut charter = charter("duties_core");
    let columns = ["地点", "说明"];
    let mut new_id = numbered("cust");
    let id = add_custom(
        &mut charter,
        "门店",
        CustomForm::Table,
        &columns,
        &mut new_id,
    );
    (charter, id)
}

fn def(charter: &Charter, id: &RowId) -> CustomDef {
    CustomDef::of(charter.section_by_id(id).expect("there")).expect("readable")
}

fn cells(charter: &Charter, id: &RowId, column: usize) -> Vec<String> {
    let column = def(charter, id).columns[column].id.clone();
    let rows = charter.section_by_id(id).expect("there").rows(CUSTOM_ROWS);
    rows.iter()
        .map(|row| {
            row.cell(column.as_str())
                .map(edit::input_text)
                .unwrap_or_default()
        })
        .collect()
}

#[test]
fn columns_are_renamed_moved_and_retyped_without_touching_a_word() {
    let (mut charter, id) = table();
    let made = paste_custom(
        &mut charter,
        &id,
        "东站\t12\n西站\t约三",
        false,
        &mut numbered("p"),
    );
    assert_eq!(made, 2);
    let before = charter.section_by_id(&id).expect("there").tables.clone();
    let second = def(&charter, &id).columns[1].id.clone();
    rename_column(&mut charter, &id, &second, "人数");
    move_column(&mut charter, &id, &second, -1);
    assert_eq!(charter.section_by_id(&id).expect("there").tables, before);
    assert_eq!(def(&charter, &id).columns[0].name, "人数");
    retype_column(&mut charter, &id, &second, ColumnType::Number);
    assert_eq!(cells(&charter, &id, 0), ["12", "约三"]);
    retype_column(&mut charter, &id, &second, ColumnType::Text);
    assert_eq!(charter.section_by_id(&id).expect("there").tables, before);
}

#[test]
fn a_pasted_sheet_brings_its_own_columns() {
    let (mut charter, id) = table();
    let sheet = "说明\t地点\t负责\n早班\t东站\t王\n晚班\t西站\t李\n";
    paste_custom(&mut charter, &id, sheet, true, &mut numbered("p"));
    let names: Vec<String> = def(&charter, &id)
        .columns
        .into_iter()
        .map(|c| c.name)
        .collect();
    assert_eq!(names, ["地点", "说明", "负责"]);
    assert_eq!(cells(&charter, &id, 0), ["东站", "西站"]);
    assert_eq!(cells(&charter, &id, 1), ["早班", "晚班"]);
    assert_eq!(cells(&charter, &id, 2), ["王", "李"]);
}

#[test]
fn markdown_and_lines_are_taken_too() {
    let (mut charter, id) = table();
    let pasted = "| 地点 | 说明 |\n|---|---|\n| 东站 | 一 |\n";
    paste_custom(&mut charter, &id, pasted, true, &mut numbered("p"));
    paste_custom(&mut charter, &id, "南站\n\n北站", false, &mut numbered("q"));
    assert_eq!(cells(&charter, &id, 0), ["东站", "南站", "北站"]);
}

#[test]
fn a_deleted_column_takes_its_cells_along_and_no_others() {
    let (mut charter, id) = table();
    paste_custom(&mut charter, &id, "东站\t一", false, &mut numbered("p"));
    let first = def(&charter, &id).columns[0].id.clone();
    remove_column(&mut charter, &id, &first);
    assert_eq!(cells(&charter, &id, 0), ["一"]);
    let row = &charter.section_by_id(&id).expect("there").rows(CUSTOM_ROWS)[0];
    assert_eq!(row.cells.len(), 1);
}

#[test]
fn a_section_of_ones_own_is_in_every_format_and_never_required() {
    let (mut charter, id) = table();
    let role = edit::create_by_name(&mut charter, "role", "店长", &mut numbered("r"));
    assert!(role.is_some());
    add_column(
        &mut charter,
        &id,
        "谁管",
        ColumnType::Role,
        &mut numbered("c"),
    );
    paste_custom(
        &mut charter,
        &id,
        "东站\t近地铁\t店长",
        false,
        &mut numbered("p"),
    );
    let text = Value::Text("先开东站。\n再开西站。".into());
    set_field(&mut charter, &id, CUSTOM_TEXT, Some(text));
    let (_, profile) = catalogue::profile("duties_core").expect("known");
    let progress = completeness(&charter, profile);
    assert!(progress.section("custom").is_none());
    assert!(findings(&charter, &Texts::embedded(Lang::Zh), day()).is_empty());
    let document = document(&charter);
    for (name, out) in [
        ("plain", export::plain(&document)),
        ("markdown", export::markdown(&document)),
        ("html", export::page(&document)),
    ] {
        for word in ["门店", "先开东站。", "再开西站。", "东站", "谁管", "店长"] {
            assert!(out.contains(word), "{name}: {word}\n{out}");
        }
    }
    assert!(!export::docx::write(&document).expect("written").is_empty());
    // It is one chapter of its own, called as the user calls it.
    assert!(headings(&document).contains(&"门店".to_owned()));
}

#[test]
fn it_comes_back_from_a_file_and_a_newer_shape_is_left_alone() {
    let (mut charter, id) = table();
    add_chapter(&mut charter, "章", &mut numbered("chap"));
    charter.settings.skipped.push("roles".to_owned());
    charter.settings.declined.push("risk_register".to_owned());
    let text = schema::save(&charter, "2027-01-15T00:00:00Z");
    let back = schema::load(&text).expect("readable").charter;
    assert_eq!(back, charter);
    let newer = serde_json::json!({"v": 2, "form": "map", "columns": []});
    charter.section_mut(&id).expect("there").custom = Some(newer.clone());
    add_column(&mut charter, &id, "x", ColumnType::Text, &mut numbered("c"));
    paste_custom(&mut charter, &id, "a\tb", true, &mut numbered("p"));
    let section = charter.section_by_id(&id).expect("there");
    assert_eq!(section.custom, Some(newer));
    let _ = document(&charter);
}

// Nothing is lost, whatever is done.

#[derive(Clone, Debug)]
enum Deed {
    Change(usize),
    Move(usize, isize),
    Place(usize, usize, usize),
    Hide(usize),
    Show(usize),
    Chapter,
    RemoveChapter(usize),
    MoveChapter(usize, isize),
    Reset,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        (0..25usize).prop_map(Deed::Change),
        (0..60usize, -3isize..4).prop_map(|(at, by)| Deed::Move(at, by)),
        (0..60usize, 0..12usize, 0..5usize).prop_map(|(at, to, place)| Deed::Place(at, to, place)),
        (0..60usize).prop_map(Deed::Hide),
        (0..60usize).prop_map(Deed::Show),
        Just(Deed::Chapter),
        (0..12usize).prop_map(Deed::RemoveChapter),
        (0..12usize, -3isize..4).prop_map(|(at, by)| Deed::MoveChapter(at, by)),
        Just(Deed::Reset),
    ];
    proptest::collection::vec(deed, 0..25)
}

fn act(charter: &mut Charter, deed: &Deed, new_id: &mut impl FnMut() -> RowId) {
    let section = |charter: &Charter, at: usize| {
        let at = at % charter.sections.len();
        charter.sections[at].id.clone()
    };
    let chapter = |charter: &Charter, at: usize| {
        let chapters = arrange(charter).chapters;
        chapters.get(at).map(|chapter| chapter.id.clone())
    };
    match *deed {
        Deed::Change(at) => {
            let all: Vec<&str> = KINDS
                .iter()
                .flat_map(|k| k.profiles)
                .map(|p| p.id)
                .collect();
            change_structure(charter, all[at % all.len()], new_id);
        }
        Deed::Move(at, by) => move_section(charter, &section(charter, at), by),
        Deed::Place(at, to, place) => {
            if let Some(to) = chapter(charter, to) {
                place_section(charter, &section(charter, at), &to, place);
            }
        }
        Deed::Hide(at) => hide_section(charter, &section(charter, at)),
        Deed::Show(at) => show_section(charter, &section(charter, at)),
        Deed::Chapter => {
            add_chapter(charter, "章", new_id);
        }
        Deed::RemoveChapter(at) => {
            if let Some(id) = chapter(charter, at) {
                remove_chapter(charter, &id);
            }
        }
        Deed::MoveChapter(at, by) => {
            if let Some(id) = chapter(charter, at) {
                move_chapter(charter, &id, by);
            }
        }
        Deed::Reset => reset_layout(charter),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn everything_filled_is_shown_or_listed_whatever_is_done(deeds in deeds()) {
        let mut charter = all_filled("duties_full10");
        add_custom(&mut charter, "门店", CustomForm::Text, &[], &mut numbered("cust"));
        let before = contents(&charter);
        let mut new_id = numbered("deed");
        for deed in &deeds {
            act(&mut charter, deed, &mut new_id);
            let groups = groups(&charter);
            let mut seen: Vec<&RowId> = groups.iter().flat_map(|group| &group.sections).collect();
            let kept = kept(&charter);
            seen.extend(&kept);
            for id in before.keys() {
                let times = seen.iter().filter(|other| **other == id).count();
                prop_assert_eq!(times, 1, "{} after {:?}", id, deed);
            }
        }
        prop_assert_eq!(contents(&charter), before);
    }
}
