//! Words by which a line shows what it is, in both languages.

use crate::text::fold;

const ROLE_ENDS: [&str; 36] = [
    "经理",
    "主管",
    "专员",
    "总监",
    "负责人",
    "组长",
    "店长",
    "班长",
    "助理",
    "主任",
    "督导",
    "工程师",
    "分析师",
    "设计师",
    "策划师",
    "培训师",
    "顾问",
    "客服",
    "文员",
    "会计",
    "出纳",
    "坐席",
    "值班长",
    "调度员",
    "质检员",
    "分析员",
    "运营员",
    "管理员",
    "操作员",
    "录入员",
    "审核员",
    "协调员",
    "岗",
    "总经理",
    "部长",
    "专家",
];

const ROLE_WORDS: [&str; 20] = [
    "manager",
    "lead",
    "head",
    "director",
    "specialist",
    "analyst",
    "officer",
    "coordinator",
    "supervisor",
    "agent",
    "assistant",
    "engineer",
    "associate",
    "representative",
    "executive",
    "planner",
    "controller",
    "administrator",
    "clerk",
    "team lead",
];

/// Whether a text is the name of a role and nothing more.
pub(crate) fn is_role(name: &str) -> bool {
    let name = name.trim();
    if name.is_ascii() {
        let lower = fold(name);
        let words = lower.split_whitespace().count();
        let opens = name.starts_with(|c: char| c.is_ascii_uppercase());
        return words <= 5
            && opens
            && !lower.contains([',', '.', ';', ':'])
            && ROLE_WORDS
                .iter()
                .any(|role| lower == *role || lower.ends_with(&format!(" {role}")));
    }
    let length = name.chars().count();
    let plain = name.split(['（', '(']).next().unwrap_or(name).trim_end();
    let plain = plain.trim_end_matches(char::is_numeric);
    (2..=14).contains(&length)
        && ROLE_ENDS.iter().any(|end| plain.ends_with(end))
        && !plain.contains(['的', '了', '，', '。', '、', '和', '与', '给', '由', '向'])
        && ![
            "负责", "管理", "协助", "配合", "各", "对接", "培训", "任命", "联系",
        ]
        .iter()
        .any(|verb| plain.starts_with(verb))
}

/// Words that begin a duty.
const DUTY_VERBS: [&str; 64] = [
    "负责",
    "制定",
    "编制",
    "组织",
    "策划",
    "监控",
    "跟踪",
    "分析",
    "维护",
    "处理",
    "审核",
    "协调",
    "执行",
    "管理",
    "收集",
    "整理",
    "汇总",
    "对接",
    "培训",
    "检查",
    "优化",
    "输出",
    "统筹",
    "推进",
    "搭建",
    "撰写",
    "跟进",
    "协助",
    "配合",
    "参与",
    "主持",
    "审批",
    "统计",
    "建立",
    "完善",
    "落实",
    "督促",
    "指导",
    "拟定",
    "开展",
    "提供",
    "定期",
    "manage",
    "prepare",
    "review",
    "monitor",
    "handle",
    "coordinate",
    "maintain",
    "plan",
    "own",
    "run",
    "track",
    "lead",
    "organise",
    "organize",
    "ensure",
    "oversee",
    "develop",
    "analyse",
    "analyze",
    "report",
    "support",
    "approve",
];

/// Whether a line begins with a verb as duties do.
pub(crate) fn opens_duty(line: &str) -> bool {
    let lower = fold(line);
    DUTY_VERBS.iter().any(|verb| {
        lower
            .strip_prefix(verb)
            .is_some_and(|rest| !verb.is_ascii() || rest.starts_with(' ') || rest.starts_with("s "))
    })
}

const MEETINGS: [&str; 26] = [
    "周会",
    "例会",
    "晨会",
    "早会",
    "夕会",
    "站会",
    "月会",
    "复盘会",
    "季会",
    "年会",
    "碰头会",
    "评审会",
    "启动会",
    "沟通会",
    "分析会",
    "会议",
    "协调会",
    "总结会",
    "月度复盘",
    "周复盘",
    "stand-up",
    "standup",
    "meeting",
    "review",
    "retrospective",
    "one-on-one",
];

/// Whether a text names a meeting.
pub(crate) fn has_meeting(text: &str) -> bool {
    let lower = fold(text);
    MEETINGS.iter().any(|name| lower.contains(name))
}

/// Sentences in which a chat bot speaks of itself.
pub(crate) fn is_chat(text: &str) -> bool {
    let lower = fold(text);
    let starts = [
        "当然",
        "好的",
        "以下是",
        "下面是",
        "这是一份",
        "这里是",
        "希望",
        "如果需要",
        "如需",
        "如果你",
        "如果您",
        "需要我",
        "请根据",
        "是否需要",
        "没问题",
        "根据您",
        "根据你",
        "sure",
        "certainly",
        "of course",
        "here is",
        "here's",
        "here are",
        "let me know",
        "i hope",
        "feel free",
        "would you like",
        "below is",
        "absolutely",
    ];
    starts.iter().any(|start| lower.starts_with(start))
}

/// The name before a colon and what follows. The colon of a time (9:30) or an address divides
/// nothing, nor does one far into the line.
pub(crate) fn split_name(line: &str) -> Option<(&str, &str)> {
    let at = line.find(['：', ':'])?;
    let name = line.get(..at)?;
    let rest = line.get(at..)?;
    let colon = rest.chars().next()?;
    let rest = rest.get(colon.len_utf8()..)?;
    let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
    let time =
        digit(name.trim_end().chars().next_back()) && digit(rest.trim_start().chars().next());
    let short = match name.is_ascii() {
        true => name.split_whitespace().count() <= 6,
        false => name.chars().count() <= 20,
    };
    let sentence = name.contains(['，', '。', '；', ',', ';']);
    let said = !name.trim().is_empty() && !rest.trim().is_empty();
    (!time && !rest.starts_with("//") && short && !sentence && said)
        .then_some((name.trim(), rest.trim()))
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn roles_are_told_from_other_words() {
        for name in [
            "运营经理",
            "会员运营主管",
            "数据分析员",
            "客服主管（夜班）",
            "Operations Manager",
            "Shift lead",
        ] {
            assert!(is_role(name), "{name}");
        }
        for name in [
            "会员",
            "负责人员调配的经理",
            "管理员工",
            "岗位职责",
            "manage the team lead",
            "流程",
        ] {
            assert!(!is_role(name), "{name}");
        }
    }

    #[test]
    fn times_of_day_divide_nothing() {
        assert_eq!(split_name("9:30 晨会"), None);
        assert_eq!(split_name("https://example.com"), None);
        assert_eq!(split_name("岗位：运营"), Some(("岗位", "运营")));
        assert_eq!(split_name("岗位："), None);
    }
}
