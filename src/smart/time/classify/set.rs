//! The class of a repetition.

use super::*;

pub(super) fn set(c: &[char], t: &Time, tokens: &[Token], lang: Lang) -> Option<TimeClass> {
    let (a, b) = (back(c, t.start), skip(c, t.end));
    // 每月活跃用户, 每日新增: how a metric is counted, unless an amount follows
    let measured = ends(
        c,
        a,
        &[
            "measured",
            "reported",
            "tracked",
            "reviewed",
            "checked",
            "updated and measured",
            "复盘",
            "统计",
            "监测",
            "汇报",
            "跟踪",
            "按",
        ],
    )
    .is_some()
        || any(c, b, &["统计", "监测", "汇报进度", "跟踪", "复核一次指标"]).is_some()
        || any_word(
            c,
            b,
            &[
                "measurement",
                "report",
                "reports",
                "active",
                "average",
                "recurring",
            ],
        )
        .is_some();
    if measured {
        return Some(TimeClass::Window);
    }
    if lang == Lang::En && at(c, t.core.0).is_ascii_alphabetic() {
        let adjective = crate::smart::text::slice(c, t.core.0, t.end).ends_with("ly")
            || crate::smart::text::slice(c, t.core.0, t.end) == "annual";
        let noun = at(c, b).is_ascii_alphanumeric()
            && any_word(
                c,
                b,
                &[
                    "by", "and", "with", "to", "for", "in", "at", "until", "through", "on", "as",
                    "of", "from", "starting",
                ],
            )
            .is_none();
        if adjective && noun {
            let verb = token_before(tokens, t.start)
                .filter(|x| inside_clause(c, x.end, t.start) && back(c, t.start) <= x.end + 3);
            let hosted = verb.is_some_and(|x| {
                x.is(class::DONE | class::GENERIC) && !x.past && !x.is(class::METRIC)
            }) || ends(
                c,
                a,
                &[
                    "hold", "run", "host", "have", "do", "conduct", "publish", "send", "schedule",
                    "organize", "lead", "attend",
                ],
            )
            .is_some();
            let metric = next_token(c, tokens, t.end).is_some_and(|n| n.is(class::METRIC))
                || any_word(
                    c,
                    b,
                    &["active", "recurring", "organic", "releases", "focus"],
                )
                .is_some();
            return Some(if hosted && !metric {
                TimeClass::Cadence
            } else {
                TimeClass::Window
            });
        }
        return Some(TimeClass::Cadence);
    }
    if any(c, b, &["活跃", "均", "新增率"]).is_some() {
        return Some(TimeClass::Window);
    }
    Some(TimeClass::Cadence)
}
