//! Reading, planning and applying take time in proportion to the text.

use super::steps::taken;
use super::{Choices, Format, Reader, charter_from, read, report};
use crate::catalogue::Texts;
use crate::model::{Lang, RowId};

/// The steps for a unit repeated up to this many bytes.
fn steps(unit: &str, bytes: usize, reader: &Reader, texts: &Texts) -> usize {
    let text = unit.repeat(bytes / unit.len());
    taken();
    let plan = reader.plan(&read(&text, Format::Auto), &Choices::default());
    report(&plan, reader, "duties", Lang::Zh);
    let mut count = 0;
    let mut new_id = || {
        count += 1;
        RowId(count.to_string())
    };
    charter_from(&plan, reader, "duties_core", Lang::Zh, texts, &mut new_id);
    taken()
}

#[test]
fn two_hundred_kilobytes_take_twice_the_steps_of_one_hundred() {
    let texts = Texts::embedded(Lang::Zh);
    let today = chrono::NaiveDate::from_ymd_opt(2027, 1, 15).unwrap_or_default();
    let reader = Reader::new(&[&texts], today);
    for unit in [
        "一、岗位职责\n运营经理：制定计划，每周五，交周报\n- 处理客诉\n",
        "好的\n",
        "目标\n",
        "一、目标二、流程",
        "- a\n  - b\n",
        "| 岗位 | 职责 |\n|---|---|\n| 主管 | 巡店 |\n\n",
        "指标：复购率从 18% 到 25%；",
        "[[[[((((****",
        "【【【】",
        "1. 2. 3. ",
        "甲乙丙丁戊己庚辛",
        "<div><p>一、目标",
        "回答一：\n",
        "用户体验\n\n",
    ] {
        let (half, whole) = (
            steps(unit, 100_000, &reader, &texts),
            steps(unit, 200_000, &reader, &texts),
        );
        assert!(
            whole * 10 <= half * 23 + 1000,
            "{unit:?}: {half} steps for 100 KB, {whole} for 200 KB"
        );
        assert!(whole <= 200_000 * 60, "{unit:?}: {whole} steps");
    }
}
