//! What a line is because of the section that it stands in.

use super::judge::{
    ACTIONS, DUTIES, GOALS, KPIS, MEETINGS, RISKS, ROLES, Ranking, STEPS, Spot, TERMS, WORK,
};
use super::{Reader, fields};
use crate::catalogue;
use crate::catalogue::ids::{
    charter_header, cross_dept_interface, kpi_dictionary, meeting_cadence, purpose_scope,
    risk_register, roles_duties, smart_goals, sop_workflow, strategy_plan, summary_outlook,
    work_content,
};
use crate::import::rows::{is_chat, is_role, labels, split_name};

/// Sections whose lines are told by themselves, not by standing there.
const OWN: [&str; 8] = [
    roles_duties::ID,
    smart_goals::ID,
    kpi_dictionary::ID,
    meeting_cadence::ID,
    risk_register::ID,
    sop_workflow::ID,
    work_content::ID,
    cross_dept_interface::ID,
];

/// Words with which a text comes to its end.
const CLOSING: [&str; 8] = [
    "总之",
    "综上",
    "总的来说",
    "通过以上",
    "通过上述",
    "In summary",
    "In conclusion",
    "Overall,",
];

pub(super) fn rank(reader: &Reader, line: &str, spot: Spot<'_>, ranking: &mut Ranking) {
    let Some(section) = spot.section else {
        opening(reader, line, spot, ranking);
        return;
    };
    named(reader, section, line, spot, ranking);
    own(section, line, spot, ranking);
    let length = line.chars().count();
    let apart = split_name(line).is_some();
    let item = spot.item.is_some();
    if !item && CLOSING.iter().any(|cue| line.starts_with(cue)) {
        let summary = fields::field(summary_outlook::ID, summary_outlook::SUMMARY);
        ranking.add(summary, 0.7);
    }
    if item && length >= 4 {
        ranking.add(fields::list(section), if apart { 0.5 } else { 0.58 });
        let generic = !OWN.contains(&section) && length <= 120;
        let rows = fields::rows(section).filter(|_| generic);
        ranking.add(rows, if apart { 0.57 } else { 0.5 });
    } else if let Some((place, list)) = fields::prose(section) {
        let confidence = match (is_chat(line), list) {
            (true, _) => 0.2,
            (false, true) => 0.5,
            (false, false) => 0.6,
        };
        ranking.add(Some(place), confidence);
    }
}

/// Lines and headings that name a field of the section or columns of one of its tables.
fn named(
    reader: &Reader,
    section: &'static str,
    line: &str,
    spot: Spot<'_>,
    ranking: &mut Ranking,
) {
    let columns = &reader.columns;
    if let Some((name, _)) = split_name(line) {
        ranking.add(fields::named(section, name, columns), 0.86);
    }
    let tables = catalogue::section(section).map_or(&[][..], |def| def.tables);
    let labelled = tables
        .iter()
        .map(|table| (table, labels(std::slice::from_ref(table), line, columns)))
        .rev()
        .max_by_key(|(_, count)| *count);
    if let Some((table, count)) = labelled.filter(|(_, count)| *count > 1) {
        let confidence = if count > 2 { 0.93 } else { 0.87 };
        ranking.add(fields::rows_of(section, table.id), confidence);
    }
    let by_heading = spot
        .heading
        .and_then(|heading| fields::named(section, heading, columns));
    ranking.add(by_heading, 0.84);
}

/// The tables that a section's lines usually fill.
fn own(section: &'static str, line: &str, spot: Spot<'_>, ranking: &mut Ranking) {
    let length = line.chars().count();
    let apart = split_name(line);
    let item = spot.item.is_some();
    let listed = item && length <= 160;
    let said = listed || apart.is_some() && length <= 160;
    match section {
        roles_duties::ID if spot.role || listed => {
            ranking.add(DUTIES, if spot.role { 0.85 } else { 0.74 });
            let described =
                apart.is_some_and(|(name, rest)| is_role(name) && rest.contains("汇报"));
            ranking.add(ROLES, if described { 0.9 } else { 0.3 });
        }
        smart_goals::ID if listed && length >= 4 => ranking.add(GOALS, 0.6),
        kpi_dictionary::ID if said => ranking.add(KPIS, 0.8),
        meeting_cadence::ID if said => ranking.add(MEETINGS, 0.62),
        risk_register::ID if said => ranking.add(RISKS, 0.8),
        sop_workflow::ID if listed => {
            ranking.add(STEPS, if spot.item == Some(true) { 0.86 } else { 0.7 });
        }
        work_content::ID if listed => ranking.add(WORK, 0.84),
        strategy_plan::ID if listed => ranking.add(ACTIONS, 0.58),
        purpose_scope::ID => purpose(line, item && apart.is_some(), ranking),
        cross_dept_interface::ID if apart.is_some_and(|(name, _)| is_department(name)) => {
            use cross_dept_interface::{ID, interfaces::TABLE};
            ranking.add(fields::rows_of(ID, TABLE), 0.75);
        }
        _ => {}
    }
}

/// Why a document is there and whom it binds.
fn purpose(line: &str, term: bool, ranking: &mut Ranking) {
    const CUES: [(&str, &str); 7] = [
        ("不适用", purpose_scope::SCOPE_OUT),
        ("适用于", purpose_scope::SCOPE_IN),
        ("为了", purpose_scope::PURPOSE),
        ("为规范", purpose_scope::PURPOSE),
        ("为明确", purpose_scope::PURPOSE),
        ("为加强", purpose_scope::PURPOSE),
        ("旨在", purpose_scope::PURPOSE),
    ];
    if term {
        ranking.add(TERMS, 0.5);
    }
    let named = CUES.iter().find(|(cue, _)| line.contains(cue));
    let field = named.and_then(|(_, field)| fields::field(purpose_scope::ID, field));
    ranking.add(field, 0.82);
}

fn is_department(name: &str) -> bool {
    let ends = [
        "部", "部门", "组", "中心", "团队", "公司", "客服", "财务", "技术", "产品", "市场", "法务",
        "IT",
    ];
    let english = [
        "Marketing",
        "Finance",
        "Sales",
        "Product",
        "Legal",
        "Engineering",
        "HR",
        "Logistics",
    ];
    name.chars().count() <= 16
        && (ends.iter().any(|end| name.ends_with(end))
            || english.iter().any(|known| name.contains(known)))
}

/// Lines before the first heading: facts about the document, or what it is for.
fn opening(reader: &Reader, line: &str, spot: Spot<'_>, ranking: &mut Ranking) {
    if !spot.opening || is_chat(line) {
        return;
    }
    if let Some((name, rest)) = split_name(line)
        && rest.chars().count() <= 40
    {
        ranking.add(
            fields::named(charter_header::ID, name, &reader.columns),
            0.8,
        );
    }
    let purpose = [
        "为了",
        "为规范",
        "为明确",
        "为进一步",
        "旨在",
        "目的",
        "本部门",
        "本制度",
        "本办法",
        "本文件",
        "本章程",
        "本岗位",
        "purpose",
        "This document",
        "This charter",
        "The team",
    ];
    let says = purpose.iter().any(|cue| line.contains(cue));
    if spot.item.is_none() && line.chars().count() >= 20 && says {
        ranking.add(
            fields::prose(purpose_scope::ID).map(|(place, _)| place),
            0.56,
        );
    }
}
