//! The SMART checker as others use it: fixtures, rules, round trips and properties over any text.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test may fail loudly")]

use chrono::NaiveDate;
use ops_charter::smart::{
    Assessment, Context, Direction, Input, Lang, Parts, RULES, Severity, Target, TargetKind,
    Verdict, assess, compose, extract, find_goals, read_parts,
};
use proptest::prelude::*;

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).expect("a date")
}

fn check(text: &str, lang: Lang) -> Assessment {
    with(text, lang, &Context::default())
}

fn with(text: &str, lang: Lang, context: &Context) -> Assessment {
    assess(&Input {
        text,
        lang: Some(lang),
        messages: lang,
        today: day(2026, 3, 16),
        context,
    })
}

fn lang(code: &str) -> Lang {
    if code == "zh" { Lang::Zh } else { Lang::En }
}

#[test]
fn every_rule_fires_and_stays_silent() {
    let table = include_str!("fixtures/smart/rules.tsv");
    let rows: Vec<Vec<&str>> = table
        .lines()
        .filter(|l| !l.is_empty())
        .map(|l| l.split('\t').collect())
        .collect();
    for rule in RULES {
        let mine: Vec<&Vec<&str>> = rows.iter().filter(|r| r[0] == rule.id).collect();
        assert!(
            mine.iter().any(|r| r[1] == "fires"),
            "{} has no fixture that fires",
            rule.id
        );
        assert!(
            mine.iter().any(|r| r[1] == "silent"),
            "{} has no fixture that stays silent",
            rule.id
        );
        for r in mine {
            let context: Context = r
                .get(4)
                .map(|c| serde_json::from_str(c).expect("a context"))
                .unwrap_or_default();
            let a = with(r[3], lang(r[2]), &context);
            let fired = a.findings.iter().any(|f| f.rule == rule.id);
            assert_eq!(
                fired,
                r[1] == "fires",
                "{} on {:?}: {:?}",
                rule.id,
                r[3],
                a.findings.iter().map(|f| f.rule).collect::<Vec<_>>()
            );
        }
    }
    for r in rows {
        assert!(RULES.iter().any(|x| x.id == r[0]), "unknown rule {}", r[0]);
    }
}

#[test]
fn rules_are_documented_once() {
    for (n, r) in RULES.iter().enumerate() {
        assert!(
            RULES.iter().skip(n + 1).all(|x| x.id != r.id),
            "{} twice",
            r.id
        );
        for text in r.title.iter().chain(r.doc.iter()) {
            assert!(!text.is_empty());
        }
        assert!(
            r.doc[0].ends_with(['。', '？']) && r.doc[1].ends_with(['.', '?']),
            "{}",
            r.id
        );
    }
}

/// Own goals with their letters S, M, T and the deadline: language, text, letters, date.
fn own_goals() -> impl Iterator<Item = Vec<&'static str>> {
    let cases = include_str!("fixtures/smart/goals.tsv");
    let trades = include_str!("fixtures/smart/industry.tsv");
    cases
        .lines()
        .chain(trades.lines())
        .filter(|l| !l.is_empty())
        .map(|l| l.split('\t').collect())
}

/// What goes into a slot.
fn filled(text: &str) -> String {
    [
        ("【姓名】", "王芳"),
        ("【标准】", "抽查无差错"),
        ("【上级目标】", "年度营收"),
        ("【name】", "Ann Lee"),
        ("【criterion】", "the spot check is clean"),
        ("【objective】", "sales growth"),
    ]
    .iter()
    .fold(text.to_string(), |t, (slot, words)| t.replace(slot, words))
}

#[test]
fn remarks_at_the_end_leave_the_goal_as_it_was() {
    for r in own_goals() {
        let before = check(r[1], lang(r[0]));
        for f in &before.findings {
            for x in &f.fixes {
                if !["S06", "R01", "M08"].contains(&f.rule) || r[1].contains('【') {
                    continue;
                }
                let after = check(&filled(&x.text), lang(r[0]));
                assert!(
                    after.findings.iter().all(|g| g.rule != f.rule),
                    "{} stays: {}",
                    f.rule,
                    x.text
                );
                let (b, a) = (before.letters, after.letters);
                assert_eq!((b.s, b.m, b.t, b.a), (a.s, a.m, a.t, a.a), "{}", x.text);
            }
        }
    }
}

#[test]
fn ordinary_goals_are_not_called_out_of_reach() {
    for line in include_str!("fixtures/smart/industry.tsv").lines() {
        let r: Vec<&str> = line.split('\t').collect();
        let a = check(r[1], lang(r[0]));
        assert_ne!(a.letters.a, Verdict::Fail, "{}", r[1]);
    }
    let a = check("Cut complaints per 10,000 orders from 46 to 30", Lang::En);
    assert_eq!(a.goal.baseline.map(|b| b.value), Some(46.0));
    let a = check(
        "Raise the 24-hour complaint closure rate from 80% to 95%",
        Lang::En,
    );
    assert_eq!(a.letters.a, Verdict::Pass);
}

#[test]
fn letters_of_own_goals() {
    for r in own_goals() {
        let a = check(r[1], lang(r[0]));
        let letter = |v: Verdict| match v {
            Verdict::Pass => '1',
            Verdict::Fail => '0',
            Verdict::Unknown => '-',
        };
        let got: String = [a.letters.s, a.letters.m, a.letters.t]
            .into_iter()
            .map(letter)
            .collect();
        assert_eq!(got, r[2], "{}", r[1]);
        let date = a
            .goal
            .deadline
            .and_then(|d| d.date)
            .map_or_else(|| "-".to_string(), |d| d.to_string());
        assert_eq!(date, r[3], "{}", r[1]);
    }
}

/// Metric, direction, comparison and kind of the first target.
#[test]
fn fields_of_own_goals() {
    for line in include_str!("fixtures/smart/fields.tsv").lines() {
        let r: Vec<&str> = line.split('\t').collect();
        let goal = serde_json::to_value(check(r[1], lang(r[0])).goal).expect("plain values");
        let metric = goal["metric"].as_str().unwrap_or_default();
        assert!(
            metric.contains(r[2]) && metric.chars().count() <= r[2].chars().count() + 4,
            "{} → {metric}",
            r[1]
        );
        assert_eq!(goal["direction"], r[3], "{}", r[1]);
        assert_eq!(goal["targets"][0]["cmp"], r[4], "{}", r[1]);
        assert_eq!(goal["targets"][0]["kind"], r[5], "{}", r[1]);
    }
}

#[test]
fn every_error_says_what_to_do() {
    for r in own_goals() {
        let a = check(r[1], lang(r[0]));
        for f in a.findings.iter().filter(|f| f.severity == Severity::Error) {
            assert!(
                !f.message.is_empty() && !f.hint.is_empty(),
                "{} on {}",
                f.rule,
                r[1]
            );
            assert!(!f.fixes.is_empty(), "no way out of {} on {}", f.rule, r[1]);
        }
        if a.findings.iter().any(|f| f.rule == "S05") {
            continue;
        }
        for (v, letter) in [
            (a.letters.s, "S"),
            (a.letters.m, "M"),
            (a.letters.a, "A"),
            (a.letters.t, "T"),
        ] {
            if v == Verdict::Fail {
                assert!(
                    a.findings
                        .iter()
                        .any(|f| matches!(f.severity, Severity::Error | Severity::Warn)
                            && format!("{:?}", f.letter) == letter),
                    "{letter} fails without a finding: {}",
                    r[1]
                );
            }
        }
    }
}

#[test]
fn auto_fixes_hold() {
    for r in own_goals() {
        let before = check(r[1], lang(r[0]));
        for f in &before.findings {
            for x in f.fixes.iter().filter(|x| x.auto && f.rule != "S04") {
                let after = check(&x.text, lang(r[0]));
                assert!(
                    after.findings.iter().filter(|g| g.rule == f.rule).count()
                        < before.findings.iter().filter(|g| g.rule == f.rule).count(),
                    "{} → {}",
                    r[1],
                    x.text
                );
                assert!(after.score >= before.score, "{} → {}", r[1], x.text);
            }
        }
    }
}

#[test]
fn context_decides_a_r_t() {
    let past = r#"{"baseline":{"value":3.0,"unit":"%"},"history":[{"date":"2025-09-30","value":2.8},{"date":"2025-12-31","value":2.9}],"objectives":["提升复购收入"],"period":{"from":"2026-01-01","to":"2026-06-30"}}"#;
    let context: Context = serde_json::from_str(past).expect("a context");
    let a = with("2026年9月30日前将复购率提升到8%", Lang::Zh, &context);
    assert_eq!(
        (a.letters.a, a.letters.r, a.letters.t),
        (Verdict::Fail, Verdict::Fail, Verdict::Fail)
    );
    for id in ["A05", "R02", "T08"] {
        assert!(a.findings.iter().any(|f| f.rule == id), "{id}");
    }
}

#[test]
fn parts_survive_the_round_trip() {
    let target = |kind, value, unit: &str| {
        Some(Target {
            kind,
            value: Some(value),
            unit: Some(unit.into()),
            ..Target::default()
        })
    };
    let cases = [
        Parts {
            metric: Some("复购率".into()),
            direction: Some(Direction::Up),
            baseline: Some(20.0),
            target: target(TargetKind::Abs, 25.0, "%"),
            unit: Some("%".into()),
            deadline: Some(day(2026, 9, 30)),
            owner: Some("李静".into()),
            objective: Some("年度营收".into()),
            ..Parts::default()
        },
        Parts {
            metric: Some("获客成本".into()),
            direction: Some(Direction::Down),
            baseline: Some(120.0),
            target: target(TargetKind::Abs, 90.0, "元"),
            unit: Some("元".into()),
            deadline: Some(day(2026, 12, 31)),
            ..Parts::default()
        },
        Parts {
            metric: Some("订单量".into()),
            direction: Some(Direction::Up),
            target: target(TargetKind::Dpct, 15.0, "%"),
            unit: Some("%".into()),
            deadline: Some(day(2026, 6, 30)),
            ..Parts::default()
        },
    ];
    for p in cases {
        let text = compose(&p, Lang::Zh);
        let back = read_parts(&text, Some(Lang::Zh), day(2026, 3, 16));
        same(&p, &back, &text);
    }
    let p = Parts {
        metric: Some("churn rate".into()),
        direction: Some(Direction::Down),
        baseline: Some(5.0),
        target: target(TargetKind::Abs, 3.5, "%"),
        unit: Some("%".into()),
        deadline: Some(day(2026, 9, 30)),
        owner: Some("Ann Lee".into()),
        objective: Some("annual revenue".into()),
        ..Parts::default()
    };
    let text = compose(&p, Lang::En);
    same(
        &p,
        &read_parts(&text, Some(Lang::En), day(2026, 3, 16)),
        &text,
    );
}

fn same(p: &Parts, back: &Parts, text: &str) {
    assert_eq!(p.metric, back.metric, "{text}");
    assert_eq!(p.direction, back.direction, "{text}");
    assert_eq!(p.baseline, back.baseline, "{text}");
    assert_eq!(p.deadline, back.deadline, "{text}");
    assert_eq!(p.owner, back.owner, "{text}");
    assert_eq!(p.objective, back.objective, "{text}");
    assert_eq!(p.unit, back.unit, "{text}");
    let figures = |t: &Option<Target>| t.as_ref().map(|t| (t.kind, t.cmp, t.value, t.unit.clone()));
    assert_eq!(figures(&p.target), figures(&back.target), "{text}");
}

#[test]
fn goals_are_found_in_a_draft() {
    let text = "# 运营目标\n\n好的，以下是建议：\n1. **年底前将复购率从20%提升到25%**\n2. 6月30日前上线会员小程序\n- 团队介绍见附件\n";
    let found = find_goals(text, None, day(2026, 3, 16));
    let texts: Vec<&str> = found.iter().map(|f| f.text.as_str()).collect();
    assert_eq!(
        texts,
        ["年底前将复购率从20%提升到25%", "6月30日前上线会员小程序"]
    );
}

#[test]
fn long_text_stays_linear() {
    let unit = "将转化率从3%提高到5%，2026年Q3前完成 3 场 ";
    let long = unit.repeat(10_000 / unit.chars().count());
    let a = check(&long, Lang::Zh);
    assert!(a.findings.len() < 2000);
}

fn ordered(a: &Assessment, text: &str) {
    let n = text.chars().count();
    for f in &a.findings {
        assert!(f.start <= f.end && f.end <= n);
        let words: String = text.chars().skip(f.start).take(f.end - f.start).collect();
        assert_eq!(words, f.text);
    }
    assert!(a.evidence.windows(2).all(|w| w[0].start <= w[1].start));
    assert!(a.evidence.iter().all(|e| e.start < e.end && e.end <= n));
}

fn goalish() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "将",
        "复购率",
        "从",
        "3%",
        "提升",
        "到",
        "年底前",
        "Q",
        "3",
        "每周",
        "两",
        "万",
        "亿",
        "百分之",
        "点",
        "分之",
        "又",
        "至",
        "-",
        "~",
        "前",
        "后",
        "内",
        "季度",
        "半年",
        "双十一",
        "尽快",
        "【",
        "】",
        "$",
        ".",
        ",",
        "，",
        "。",
        "by ",
        "end of ",
        "within ",
        "days ",
        "increase ",
        "20",
        "per ",
        "week ",
        "half ",
        "and ",
        "a ",
        "May ",
        "2026",
        "年",
        "月",
        "日",
        "以支撑",
        "由",
        "负责",
        "[",
        "]",
        "@",
        "(",
        ")",
        "通过",
        "完成",
        "方案",
        "99999999999999999999",
        "０",
        "零",
        "十",
        "余",
        "负",
        "+",
        "/",
        "：",
        "\n",
        "🚀",
        "退貨",
        "fy",
        "h",
        "翻",
        "番",
        "倍",
    ]);
    prop::collection::vec(words, 0..24).prop_map(|w| w.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn any_text_is_answered(text in "\\PC{0,80}", y in 1900i32..2200, m in 1u32..=12, d in 1u32..=28) {
        every_call(&text, day(y, m, d));
    }

    #[test]
    fn any_mix_of_words_is_answered(text in goalish(), y in 1900i32..2200, m in 1u32..=12, d in 1u32..=28) {
        every_call(&text, day(y, m, d));
    }
}

fn every_call(text: &str, today: NaiveDate) {
    let context = Context::default();
    for lang in [None, Some(Lang::Zh), Some(Lang::En)] {
        let input = Input {
            text,
            lang,
            messages: Lang::Zh,
            today,
            context: &context,
        };
        let a = assess(&input);
        ordered(&a, text);
        assert_eq!(a, assess(&input));
        let found = extract(text, lang, today);
        let n = text.chars().count();
        assert!(found.windows(2).all(|w| w[0].start <= w[1].start));
        assert!(found.iter().all(|e| e.start < e.end && e.end <= n));
        let parts = read_parts(text, lang, today);
        let _ = compose(&parts, Lang::Zh);
        let _ = compose(&parts, Lang::En);
        for g in find_goals(text, lang, today) {
            assert!(g.end <= n);
        }
    }
}
