//! Prints what charters can consist of as JSON: `catalogue [--lang zh|en]`.

use ops_charter::catalogue::{
    FieldDef, FieldType, KINDS, Need, Render, SECTIONS, SectionDef, TableDef, Texts,
};
use ops_charter::checks::RULES;
use ops_charter::model::Lang;
use ops_charter::samples::SAMPLES;
use ops_charter::smart;
use serde_json::{Value, json};
use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let lang = match (words.next().as_deref(), words.next()) {
        (None, _) => Some(Lang::Zh),
        (Some("--lang"), Some(code)) => Lang::from_code(&code),
        _ => None,
    };
    let Some(lang) = lang else {
        eprintln!("usage: catalogue [--lang zh|en]");
        return ExitCode::from(2);
    };
    let texts = Texts::embedded(lang);
    // A reader that stops early (`| head`) is no reason to panic.
    match writeln!(std::io::stdout(), "{:#}", catalogue(&texts)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn catalogue(texts: &Texts) -> Value {
    let checks: Vec<Value> = RULES
        .iter()
        .map(|rule| {
            json!({
                "id": rule.id,
                "severity": rule.severity.id(),
                "title": texts.get(rule.title),
                "doc": texts.get(rule.doc),
            })
        })
        .chain(
            smart::RULES
                .iter()
                .map(|rule| goal_check(rule, texts.lang())),
        )
        .collect();
    json!({
        "kinds": kinds(texts),
        "sections": SECTIONS.iter().map(|def| section(def, texts)).collect::<Vec<_>>(),
        "checks": checks,
        "samples": samples(texts),
    })
}

/// A rule about one goal; its words come in both languages.
fn goal_check(rule: &smart::Rule, lang: Lang) -> Value {
    let of = |[zh, en]: [&'static str; 2]| match lang {
        Lang::Zh => zh,
        Lang::En => en,
    };
    json!({
        "id": rule.id,
        "severity": rule.severity,
        "title": of(rule.title),
        "doc": of(rule.doc),
    })
}

fn samples(texts: &Texts) -> Vec<Value> {
    SAMPLES
        .iter()
        .map(|sample| {
            let languages: Vec<&str> = sample.languages().map(Lang::code).collect();
            json!({
                "id": sample.id,
                "kind": sample.kind,
                "profile": sample.profile,
                "title": texts.get(sample.title),
                "languages": languages,
            })
        })
        .collect()
}

fn kinds(texts: &Texts) -> Vec<Value> {
    KINDS
        .iter()
        .map(|kind| {
            let profiles: Vec<Value> = kind
                .profiles
                .iter()
                .map(|profile| {
                    let chapters: Vec<Value> = profile
                        .chapters
                        .iter()
                        .map(|chapter| {
                            json!({
                                "heading": texts.get(chapter.heading),
                                "sections": chapter.sections,
                            })
                        })
                        .collect();
                    json!({
                        "id": profile.id,
                        "name": texts.get(profile.name),
                        "chapters": chapters,
                    })
                })
                .collect();
            let sections: Vec<Value> = kind
                .sections
                .iter()
                .map(|offered| json!({"id": offered.id, "need": offered.need}))
                .collect();
            json!({
                "id": kind.id,
                "name": texts.get(kind.name),
                "profiles": profiles,
                "sections": sections,
            })
        })
        .collect()
}

fn section(def: &SectionDef, texts: &Texts) -> Value {
    let questions: Vec<&str> = def.questions.iter().map(|id| texts.get(*id)).collect();
    json!({
        "id": def.id,
        "name": texts.get(def.name),
        "purpose": texts.get(def.purpose),
        "questions": questions,
        "fields": fields(def.fields, texts),
        "tables": def.tables.iter().map(|def| table(def, texts)).collect::<Vec<_>>(),
        "example": texts.get(def.example),
    })
}

fn table(def: &TableDef, texts: &Texts) -> Value {
    json!({
        "id": def.id,
        "name": texts.get(def.name),
        "item": texts.get(def.item),
        "min_rows": def.min_rows,
        "title": def.title,
        "parent": def.parent,
        "render": match def.render {
            Render::Sentences => "sentences",
            Render::Table => "table",
        },
        "columns": fields(def.columns, texts),
    })
}

fn fields(defs: &[FieldDef], texts: &Texts) -> Vec<Value> {
    defs.iter().map(|def| field(def, texts)).collect()
}

fn field(def: &FieldDef, texts: &Texts) -> Value {
    let mut out = json!({
        "id": def.id,
        "name": texts.get(def.name),
        "type": def.kind.id(),
        "tier": def.tier.id(),
        "need": match def.need {
            Need::Required => "required",
            Need::Conditional => "conditional",
            Need::Optional => "optional",
        },
        "help": texts.get(def.help),
        "why": texts.get(def.why),
        "example": texts.get(def.example),
    });
    if matches!(def.kind, FieldType::Enum | FieldType::Multi) {
        let options: Vec<Value> = def
            .options
            .iter()
            .map(|option| json!({"id": option.id, "name": texts.get(option.label)}))
            .collect();
        out["options"] = json!(options);
    }
    if !def.to.is_empty() {
        out["to"] = json!(def.to);
    }
    if let Some(unit) = def.unit {
        out["unit"] = json!(unit);
    }
    out
}
