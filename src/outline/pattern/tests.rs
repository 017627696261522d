//! Sentences with and without gaps.

use super::*;

fn render(lang: Lang, missing: MissingParts, pattern: &str, values: &[(&str, &str)]) -> String {
    let slot = |path: &str| Slot {
        text: values
            .iter()
            .find(|(name, _)| *name == path)
            .map(|(_, value)| (*value).to_owned())
            .unwrap_or_default(),
        name: path.to_owned(),
        required: path.ends_with('!'),
        label: path.starts_with('#'),
        common: path.starts_with('~'),
        gone: path.ends_with('?'),
        yes: path == "yes",
    };
    let style = Style {
        lang,
        missing,
        mark: "【{name}】",
    };
    let sentence = Pattern::parse(pattern).render(&slot, style);
    let text: String = sentence.spans.iter().map(Span::text).collect();
    if sentence.broken {
        format!("broken: {text}")
    } else {
        text
    }
}

const GOAL: &str = "到{date}，把{kpi}从{from}降到{to}[（{source}[，{often}看]）]；{owner}负责。";

#[test]
fn a_full_sentence() {
    let values = [
        ("date", "2027 年 6 月 30 日"),
        ("kpi", "首次响应时长"),
        ("from", "12 分钟"),
        ("to", "3 分钟"),
        ("source", "工单系统"),
        ("often", "每周"),
        ("owner", "客服主管"),
    ];
    assert_eq!(
        render(Lang::Zh, MissingParts::Mark, GOAL, &values),
        "到 2027 年 6 月 30 日，把首次响应时长从 12 分钟降到 3 分钟（工单系统，每周看）；客服主管负责。"
    );
}

#[test]
fn missing_values_are_marked_and_parts_vanish() {
    let values = [
        ("kpi", "首次响应时长"),
        ("to", "3 分钟"),
        ("source", "工单系统"),
    ];
    assert_eq!(
        render(Lang::Zh, MissingParts::Mark, GOAL, &values),
        "到【date】，把首次响应时长从【from】降到 3 分钟（工单系统）；【owner】负责。"
    );
    assert_eq!(
        render(Lang::Zh, MissingParts::Blank, GOAL, &values),
        "到____，把首次响应时长从____降到 3 分钟（工单系统）；____负责。"
    );
}

#[test]
fn clauses_without_values_are_left_out_whole() {
    let values = [
        ("kpi", "首次响应时长"),
        ("from", "12 分钟"),
        ("to", "3 分钟"),
    ];
    assert_eq!(
        render(Lang::Zh, MissingParts::Omit, GOAL, &values),
        "把首次响应时长从 12 分钟降到 3 分钟。"
    );
    assert_eq!(
        render(
            Lang::En,
            MissingParts::Omit,
            "By {date}, {owner} delivers ({source}).",
            &[("owner", "The lead")]
        ),
        "The lead delivers."
    );
}

#[test]
fn the_words_before_a_colon_go_with_what_follows_it() {
    let omit =
        |lang, pattern, values: &[(&str, &str)]| render(lang, MissingParts::Omit, pattern, values);
    let row = [("stuck", "两级签字")];
    assert_eq!(
        omit(Lang::Zh, "{stuck}。措施：{measure}[，{due} 前完成]。", &row),
        "两级签字。"
    );
    assert_eq!(
        omit(
            Lang::En,
            "{stuck}. Measure: {measure}.",
            &[("stuck", "Two signatures")]
        ),
        "Two signatures."
    );
    assert_eq!(omit(Lang::Zh, "优先级：{scheme}。", &[]), "");
    let later = [("measure", "放行")];
    assert_eq!(
        omit(Lang::Zh, "措施：{measure}，{who}负责。", &later),
        "措施：放行。"
    );
    assert_eq!(omit(Lang::Zh, "{stuck}：{measure}。", &row), "两级签字。");
}

#[test]
fn a_clause_with_dangling_words_is_broken() {
    let values = [("kpi", "首次响应时长"), ("from", "12 分钟")];
    assert!(render(Lang::Zh, MissingParts::Omit, GOAL, &values).starts_with("broken"));
    assert!(!render(Lang::Zh, MissingParts::Mark, GOAL, &values).starts_with("broken"));
}

#[test]
fn values_that_end_with_punctuation_do_not_double_it() {
    for (value, expected) in [
        ("提高效率。", "为提高效率，制定本文件。"),
        ("提高效率，", "为提高效率，制定本文件。"),
        ("先想清楚。再动手。", "为先想清楚。再动手，制定本文件。"),
    ] {
        let text = render(
            Lang::Zh,
            MissingParts::Mark,
            "为{a}，制定本文件。",
            &[("a", value)],
        );
        assert_eq!(text, expected);
    }
    assert_eq!(
        render(
            Lang::Zh,
            MissingParts::Mark,
            "标准：{a}。",
            &[("a", "谁来做？")]
        ),
        "标准：谁来做？"
    );
}

#[test]
fn a_part_that_lacks_a_required_value_is_marked() {
    let pattern = "{a}[（{b}，{c!}）][：{d!}]。";
    assert_eq!(
        render(
            Lang::Zh,
            MissingParts::Mark,
            pattern,
            &[("a", "甲"), ("b", "乙")]
        ),
        "甲（乙，【c!】）：【d!】。"
    );
    assert_eq!(
        render(
            Lang::Zh,
            MissingParts::Mark,
            pattern,
            &[("a", "甲"), ("d!", "丁")]
        ),
        "甲：丁。"
    );
    assert_eq!(
        render(
            Lang::Zh,
            MissingParts::Omit,
            pattern,
            &[("a", "甲"), ("b", "乙")]
        ),
        "甲。"
    );
}

#[test]
fn labels_inside_an_english_sentence_are_lower_case() {
    let values = [
        ("#a", "Weekly"),
        ("#b", "VIP"),
        ("#c", "Monday"),
        ("d", "Weekly"),
    ];
    assert_eq!(
        render(
            Lang::En,
            MissingParts::Mark,
            "{#a}: {#a}, {#b}, {#c}, {d}.",
            &values
        ),
        "Weekly: weekly, VIP, Monday, Weekly."
    );
}

#[test]
fn latin_and_figures_stand_apart() {
    let values = [("a", "2027 年 1 月 1 日"), ("b", "CRM")];
    assert_eq!(
        render(
            Lang::Zh,
            MissingParts::Mark,
            "自 {a} 起用{b}记录。",
            &values
        ),
        "自 2027 年 1 月 1 日起用 CRM 记录。"
    );
}

#[test]
fn a_full_stop_of_the_value_may_stand_for_that_of_the_pattern() {
    let values = [("a", "提高效率。"), ("b", "客服")];
    assert_eq!(
        render(
            Lang::Zh,
            MissingParts::Mark,
            "[目的：{a}。][范围：{b}。]",
            &values
        ),
        "目的：提高效率。范围：客服。"
    );
}

#[test]
fn spaces_between_wide_characters_are_dropped() {
    let text = render(
        Lang::Zh,
        MissingParts::Mark,
        "由 {a} 于 {b} 前完成。",
        &[("a", "客服主管"), ("b", "9:00")],
    );
    assert_eq!(text, "由客服主管于 9:00 前完成。");
}

#[test]
fn several_lines_become_one_sentence() {
    let text = render(
        Lang::Zh,
        MissingParts::Mark,
        "要求{a}。",
        &[("a", "一\n二。\n三")],
    );
    assert_eq!(text, "要求一；二。三。");
}

#[test]
fn nothing_said_is_nothing() {
    assert_eq!(
        render(Lang::Zh, MissingParts::Omit, "（{a}，{b}）。", &[]),
        ""
    );
    assert_eq!(
        render(Lang::Zh, MissingParts::Mark, "[{a}，][{b}。]", &[]),
        ""
    );
}

#[test]
fn paths_are_listed_with_nested_ones() {
    assert_eq!(
        Pattern::parse("a{b}[c{d.e}[{f}]]").paths(),
        ["b", "d.e", "f"]
    );
}

#[test]
fn a_yes_says_its_words_and_not_its_value() {
    let pattern = "{a}[?yes（抓手）][?no（其他）]：{b}。";
    let values = [("a", "数据说话"), ("b", "少争论"), ("yes", "是")];
    assert_eq!(
        render(Lang::Zh, MissingParts::Mark, pattern, &values),
        "数据说话（抓手）：少争论。"
    );
    assert_eq!(Pattern::parse(pattern).paths(), ["a", "yes", "no", "b"]);
}

#[test]
fn one_of_several_that_is_gone_is_marked() {
    let values = [("a?", "客服部、财务部")];
    assert_eq!(
        render(Lang::Zh, MissingParts::Mark, "{a?}参加。", &values),
        "客服部、财务部、【a?】参加。"
    );
    assert_eq!(
        render(Lang::Zh, MissingParts::Omit, "{a?}参加。", &values),
        "客服部、财务部参加。"
    );
}

#[test]
fn every_label_of_several_is_lower_case_and_days_are_not() {
    let values = [
        ("#a", "Monthly"),
        ("#b", "Suppliers, Partners"),
        ("#c", "Weekly"),
    ];
    assert_eq!(
        render(
            Lang::En,
            MissingParts::Mark,
            "Checked {#a}. {#c}, with {#b}.",
            &values
        ),
        "Checked monthly. Weekly, with suppliers, partners."
    );
}

#[test]
fn every_week_and_a_day_are_one_word() {
    let values = [("a", "每周"), ("b", "周一")];
    assert_eq!(
        render(Lang::Zh, MissingParts::Mark, "{a}{b}开会。", &values),
        "每周一开会。"
    );
}

#[test]
fn a_label_goes_with_what_it_names() {
    assert_eq!(
        render(
            Lang::En,
            MissingParts::Omit,
            "{a} starts at once; lead: {b}. First action: {c}.",
            &[("a", "It")]
        ),
        "It starts at once."
    );
}

#[test]
fn a_name_said_elsewhere_leaves_a_sentence() {
    let words = |pattern: &str, lang| {
        let rest = Pattern::parse(pattern).without("a", lang)?;
        let values = |path: &str| Slot {
            text: if path == "a" { "X" } else { "甲" }.to_owned(),
            ..Slot::default()
        };
        let style = Style {
            lang,
            missing: MissingParts::Omit,
            mark: "",
        };
        let spans = rest.render(&values, style).spans;
        Some(spans.iter().map(Span::text).collect::<String>())
    };
    assert_eq!(
        words("[{b}]{a}[，{c}内完成]。", Lang::Zh).as_deref(),
        Some("甲办理，甲内完成。")
    );
    assert_eq!(words("{a}（{b}）。", Lang::Zh).as_deref(), Some("（甲）。"));
    assert_eq!(words("回答“{a}”。", Lang::Zh), None);
}

#[test]
fn in_order_to_is_said_once() {
    let text = render(
        Lang::Zh,
        MissingParts::Mark,
        "制定本文件，是为了{a}。",
        &[("a", "为了分工清楚")],
    );
    assert_eq!(text, "制定本文件，是为了分工清楚。");
}
