//! Pasted text becomes a charter: every line of it is somewhere.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "tests")]

use chrono::NaiveDate;
use ops_charter::catalogue::Texts;
use ops_charter::catalogue::ids::{roles_duties, smart_goals};
use ops_charter::edit::{input_text, row_label};
use ops_charter::import::{Guess, Piece, charter_from, pieces};
use ops_charter::model::{Charter, Lang, RowId, Value};
use ops_charter::schema;

fn today() -> NaiveDate {
    "2027-01-15".parse().expect("a date")
}

fn ids() -> impl FnMut() -> RowId {
    let mut count = 0;
    move || {
        count += 1;
        RowId(format!("row{count:07}"))
    }
}

fn made(pieces: &[Piece], lang: Lang) -> Charter {
    charter_from(pieces, lang, today(), &Texts::embedded(lang), &mut ids())
}

/// What goal rows, duty rows and the tray say, one text per row or item.
fn kept(charter: &Charter) -> Vec<String> {
    let texts = Texts::embedded(charter.language);
    let tables = [
        (smart_goals::ID, smart_goals::goals::TABLE),
        (roles_duties::ID, roles_duties::duties::TABLE),
    ];
    let rows = tables
        .iter()
        .flat_map(|(section, table)| charter.rows(section, table));
    let said = rows.map(|row| {
        row.cells
            .values()
            .map(|value| match value {
                Value::Refs(ids) => ids
                    .iter()
                    .filter_map(|id| row_label(charter, id, &texts))
                    .collect::<Vec<_>>()
                    .join(" "),
                other => input_text(other),
            })
            .collect::<Vec<_>>()
            .join("\n")
    });
    said.chain(charter.tray.iter().map(|item| item.text.clone()))
        .collect()
}

/// The words of a line, without the number of a list in front.
fn words(line: &str) -> Vec<&str> {
    let line = line.trim_start_matches(|c: char| !c.is_alphanumeric() || ('①'..='⑳').contains(&c));
    let marked = line
        .trim_start_matches(char::is_numeric)
        .starts_with(['、', '.', '．', '）', ')']);
    line.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .skip(usize::from(marked))
        .collect()
}

const MESSY: [&str; 10] = [
    // A chat message.
    "各位，运营部今年的分工我先列一下：\n1、会员运营主管：刷新会员分层，每日 10:00 前推送名单\n\
     2、活动运营主管：策划大促\n3、客服这块先不动\n有意见今天下班前说",
    // A Markdown answer.
    "# 运营部职责\n\n## 一、核心目标\n- **到 2027-06-30，把日活跃用户数从 40000 提到 48000**\n\
     - 2027 年底前将退款平均时长从 19 小时降到 8 小时\n\n## 二、日常工作\n* 负责商品上架\n\
     * 监控__库存__\n\n---\n\n> 以上供参考",
    // Cells from a spreadsheet.
    "岗位\t职责\t频次\n数据分析员\t汇总日报\t每日\n体验专员\t处理客诉\t随时\n\t合计\t2",
    // A Markdown table.
    "| 岗位 | 职责 | 产出 |\n|---|:---:|---:|\n| 运营经理 | 主持周会 | 纪要 |\n| 主管 |  | 周报 |",
    // Full-width forms, odd marks, blank lines.
    "（一）目标\n　　１．复购率到４２％\n\n\n①负责门店巡检\n②\n●对接供应商\n·整理台账\n►其他",
    // One long paragraph.
    "本部门负责小程序的日常运营，包括拉新、会员与活动三块，今年的重点是把复购收入占比做到 45%，\
     在此基础上把退款平均时长压到 8 小时以内，同时每周出一份经营周报，由数据分析员在周日 18:00 \
     前发出，遇到大促顺延一天；其他未尽事宜按公司制度执行。",
    // Figures, times and addresses that look like marks.
    "30、60、90 天回访\n-5% 的退货率\n9:30 晨会\n12.5 万预算\n2027 年\nhttps://example.com/a:b\n5、6 月大促",
    // English.
    "Goals for 2027:\n1) Raise daily active users from 40,000 to 48,000 by 30 June 2027\n\
     2) Own the weekly report\n- reviews refunds over $50\nNotes: ask Li Lan (ext. 6021)",
    // Fragments.
    "会员\n。\n……\n-\n1.\n负责\n负责：\n：负责什么\n提升\n\t\n \u{3000}\n好",
    // Marks inside words, quotes and emoji.
    "“先补位，再追责”\n《用户运营部工作职责》V1.1\n客诉结案率≥95%（48h 内）\n✅ 已完成\n\
     管理 A/B 测试|灰度\nC# 与 C++ 脚本维护",
];

#[test]
fn every_line_of_a_messy_text_is_somewhere() {
    for text in MESSY {
        for lang in Lang::ALL {
            let found = pieces(text, today());
            let kept = kept(&made(&found, lang));
            for line in text.lines() {
                let words = words(line);
                assert!(
                    kept.iter()
                        .any(|place| words.iter().all(|word| place.contains(word))),
                    "{line:?} is not in {kept:#?}"
                );
            }
        }
    }
}

#[test]
fn no_line_is_lost_whatever_it_is_taken_for() {
    for text in MESSY {
        for guess in [Guess::Goal, Guess::Duty, Guess::Heading, Guess::Tray] {
            let found: Vec<Piece> = pieces(text, today())
                .into_iter()
                .map(|piece| Piece { guess, ..piece })
                .collect();
            let kept = kept(&made(&found, Lang::Zh));
            for piece in &found {
                let words = words(&piece.text);
                assert!(
                    kept.iter()
                        .any(|place| words.iter().all(|word| place.contains(word))),
                    "{:?} as {guess:?} is not in {kept:#?}",
                    piece.text
                );
            }
        }
    }
}

#[test]
fn lines_are_taken_for_what_they_are() {
    let guess = |line: &str| pieces(line, today()).first().map(|piece| piece.guess);
    for (line, expected) in [
        (
            "到 2027-06-30，把日活跃用户数从 40000 提到 48000",
            Guess::Goal,
        ),
        (
            "- 2027 年底前将退款平均时长从 19 小时降到 8 小时",
            Guess::Goal,
        ),
        (
            "Raise daily active users from 40,000 to 48,000 by 30 June 2027",
            Guess::Goal,
        ),
        ("会员运营主管：负责刷新会员分层", Guess::Duty),
        ("处理客诉并回访", Guess::Duty),
        ("prepare the weekly report", Guess::Duty),
        ("planet of the apes", Guess::Tray),
        (
            "# 到 2027-06-30，把日活跃用户数从 40000 提到 48000",
            Guess::Heading,
        ),
        ("主要工作如下：", Guess::Heading),
        ("会员", Guess::Heading),
        ("有意见今天下班前说", Guess::Tray),
    ] {
        assert_eq!(guess(line), Some(expected), "{line}");
    }
    assert_eq!(guess("\n \t\n"), None);
}

#[test]
fn a_goal_fills_the_fields_that_its_sentence_names() {
    use smart_goals::goals;
    let found = pieces("到 2027-06-30，把日活跃用户数从 40000 提到 48000", today());
    let charter = made(&found, Lang::Zh);
    let row = &charter.rows(smart_goals::ID, goals::TABLE)[0];
    let figure = |column| match row.cell(column) {
        Some(Value::Number(amount)) => Some(amount.value),
        _ => None,
    };
    assert_eq!(figure(goals::BASELINE), Some(40000.0));
    assert_eq!(figure(goals::TARGET), Some(48000.0));
    assert_eq!(row.text(goals::METRIC), "日活跃用户数");
    let end = "2027-06-30".parse().expect("a date");
    assert_eq!(row.cell(goals::DEADLINE), Some(&Value::Date(end)));
}

#[test]
fn what_was_imported_survives_saving() {
    let charter = made(&pieces(MESSY[0], today()), Lang::Zh);
    let file = schema::save(&charter, "2027-01-15T08:00:00Z");
    assert_eq!(schema::load(&file).expect("loads").charter, charter);
}

#[test]
fn every_guess_has_a_name_of_its_own() {
    for guess in [Guess::Goal, Guess::Duty, Guess::Heading, Guess::Tray] {
        assert_eq!(Guess::from_id(guess.id()), Some(guess));
    }
    assert_eq!(Guess::from_id(""), None);
}
