//! Numbers, amounts, dates and repetitions: fixtures of our own, and properties over any text.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "tests")]

use std::fmt::Write;

use chrono::NaiveDate;
use ops_charter::smart::{Context, Entity, EntityType, Input, Lang, assess, extract};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn lang(code: &str) -> Lang {
    if code == "zh" { Lang::Zh } else { Lang::En }
}

fn rows(table: &str) -> Vec<Vec<&str>> {
    table.lines().map(|l| l.split('\t').collect()).collect()
}

fn name(kind: EntityType) -> String {
    format!("{kind:?}").to_lowercase()
}

fn show(found: &[Entity]) -> String {
    found.iter().fold(String::new(), |mut out, e| {
        let _ = write!(
            out,
            "\n  {} {:?} {:?} {:?}..{:?} {:?}",
            name(e.kind),
            e.text,
            e.value,
            e.from,
            e.to,
            e.seconds
        );
        out
    })
}

#[test]
fn figures_are_found_with_their_value() {
    let mut missed = String::new();
    for r in rows(include_str!("fixtures/extract/entities.tsv")) {
        let found = extract(r[2], Some(lang(r[0])), day("2026-03-16"));
        let value: f64 = r[4].parse().expect("a value");
        let hit = found.iter().any(|e| {
            name(e.kind) == r[1]
                && e.text == r[3]
                && e.value
                    .is_some_and(|v| (v - value).abs() <= 1e-9 * value.abs().max(1.0))
        });
        if !hit {
            let _ = writeln!(missed, "{} {:?}: {}", r[1], r[2], show(&found));
        }
    }
    assert!(missed.is_empty(), "{missed}");
}

#[test]
fn times_are_found_with_their_days() {
    let mut missed = String::new();
    for r in rows(include_str!("fixtures/extract/times.tsv")) {
        let found = extract(r[2], Some(lang(r[0])), day("2026-03-16"));
        let hit = found.iter().any(|e| {
            let days = |at: usize| Some(r[at]).filter(|t| !t.is_empty()).map(day);
            name(e.kind) == r[1]
                && e.text == r[3]
                && match r[1] {
                    "set" => true,
                    "duration" => e.seconds == r[4].parse().ok(),
                    _ => e.from == days(4) && e.to == days(5),
                }
        });
        if !hit {
            let _ = writeln!(missed, "{} {:?}: {}", r[1], r[2], show(&found));
        }
    }
    assert!(missed.is_empty(), "{missed}");
}

#[test]
fn deadlines_are_resolved() {
    let mut missed = String::new();
    for r in rows(include_str!("fixtures/extract/deadlines.tsv")) {
        let a = assess(&Input {
            text: r[2],
            lang: Some(lang(r[0])),
            messages: Lang::Zh,
            today: day(r[1]),
            context: &Context::default(),
        });
        let got = a.goal.deadline.and_then(|d| d.date);
        let near = got.is_some_and(|d| (d - day(r[3])).num_days().abs() <= 2);
        if !near {
            let _ = writeln!(missed, "{:?}: {} expected, {got:?} found", r[2], r[3]);
        }
    }
    assert!(missed.is_empty(), "{missed}");
}

#[test]
fn long_texts_come_to_an_end() {
    // Time is no measure in a test; a text a thousand times as long just has to end soon, whatever it repeats.
    for piece in [
        "end of the first week of the last ",
        "one hundred and ",
        "between 3 and 4 to ",
        "第一百零",
        "2026年3月5日到",
        "每两个半",
        "3 days after ",
        "the ",
        "12/",
        "九",
        "1,234",
    ] {
        let text = piece.repeat(3000);
        for l in [Lang::Zh, Lang::En] {
            let found = extract(&text, Some(l), day("2026-03-16"));
            assert!(found.len() <= text.len());
        }
    }
}

/// Everything a span promises: inside the text, on its characters, the text it quotes, ends in order.
fn sound(text: &str, found: &[Entity]) {
    let chars: Vec<char> = text.chars().collect();
    for e in found {
        assert!(e.start < e.end && e.end <= chars.len(), "{e:?} in {text:?}");
        let quoted: String = chars[e.start..e.end].iter().collect();
        assert_eq!(quoted, e.text, "{text:?}");
        if let (Some(a), Some(b)) = (e.from, e.to) {
            assert!(a <= b, "{e:?} in {text:?}");
        }
        assert!(e.value.is_none_or(f64::is_finite), "{e:?} in {text:?}");
    }
    assert!(
        found
            .windows(2)
            .all(|w| (w[0].start, w[0].end) <= (w[1].start, w[1].end))
    );
}

/// Any day from 1900 to 2200.
fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0..109_573i64).prop_map(|n| day("1900-01-01") + chrono::Duration::days(n))
}

/// Pieces of which expressions are made, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "2026年",
            "3月",
            "15日",
            "前",
            "底",
            "第",
            "最后",
            "个",
            "周",
            "星期",
            "五",
            "百",
            "万",
            "亿",
            "点",
            "分之",
            "又",
            "负",
            "元",
            "角",
            "成",
            "折",
            "每",
            "半",
            "到",
            "至",
            "之间",
            "上",
            "下",
            "去年",
            "明年",
            "季度",
            "旬",
            "初",
            "中",
            "起",
            "后",
            "内",
            "十",
            "零",
            "2月29日",
            "廿",
            "俩",
        ])
        .prop_map(str::to_owned),
        prop::sample::select(vec![
            "the ",
            "first ",
            "last ",
            "end of ",
            "week ",
            "month ",
            "of ",
            "next ",
            "June ",
            "29 ",
            "Feb ",
            "2026",
            " to ",
            " between ",
            " and ",
            "two ",
            "hundred ",
            "fifths ",
            "days ",
            "before ",
            "after ",
            "ago",
            "Friday ",
            "every ",
            "12/31",
            "/2027",
            "Q3 ",
            "mid-",
            "$",
            "5k ",
            "%",
            "half ",
            "a ",
            "more than ",
            "year ",
            "9999 ",
            "century ",
            "'",
            "-",
            ".",
            ",",
            "4pm ",
            "70s ",
            "Easter ",
            "weekend ",
            "dollars ",
            "1e308 ",
            "percent of ",
        ])
        .prop_map(str::to_owned),
        "[0-9]{1,12}".prop_map(String::from),
        "\\PC".prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|v| v.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_sound_spans(text in "(?s).{0,60}", today in any_day(), zh in any::<bool>()) {
        let l = Some(if zh { Lang::Zh } else { Lang::En });
        sound(&text, &extract(&text, l, today));
    }

    #[test]
    fn any_expression_gives_sound_spans(text in pieces(), today in any_day(), zh in any::<bool>()) {
        let l = Some(if zh { Lang::Zh } else { Lang::En });
        let found = extract(&text, l, today);
        sound(&text, &found);
        prop_assert_eq!(found, extract(&text, l, today));
    }

    #[test]
    fn any_expression_can_be_assessed(text in pieces(), today in any_day(), zh in any::<bool>()) {
        let l = if zh { Lang::Zh } else { Lang::En };
        let a = assess(&Input { text: &text, lang: Some(l), messages: l, today, context: &Context::default() });
        let n = text.chars().count();
        prop_assert!(a.evidence.iter().all(|e| e.start <= e.end && e.end <= n));
        prop_assert!(a.findings.iter().all(|f| f.start <= f.end && f.end <= n));
    }

    #[test]
    fn a_date_written_out_is_read_back(today in any_day(), date in any_day()) {
        for (l, text) in [
            (Lang::Zh, date.format("%Y年%-m月%-d日").to_string()),
            (Lang::Zh, date.format("%Y-%m-%d").to_string()),
            (Lang::En, date.format("%-d %B %Y").to_string()),
            (Lang::En, date.format("%B %-d, %Y").to_string()),
            (Lang::En, date.format("%Y-%m-%d").to_string()),
            (Lang::En, date.format("%m/%d/%Y").to_string()),
        ] {
            let found = extract(&text, Some(l), today);
            prop_assert!(
                found.iter().any(|e| e.text == text && e.from == Some(date) && e.to == Some(date)),
                "{}: {}", text, show(&found)
            );
        }
    }

    #[test]
    fn a_changed_character_does_no_harm(at in 0usize..40, put in any::<char>(), today in any_day()) {
        for text in [
            "请在2026年6月30日前把退货率从5.2%降到百分之三点一，第三季度回款1,200万元",
            "By the last Friday of June next year cut churn from 5.2% to three percent, saving $1.5m",
        ] {
            let mut chars: Vec<char> = text.chars().collect();
            let n = at % chars.len();
            chars[n] = put;
            let text: String = chars.into_iter().collect();
            sound(&text, &extract(&text, None, today));
        }
    }
}
