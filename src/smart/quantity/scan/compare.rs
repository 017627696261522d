//! Words of comparison before and after a figure.

use super::*;

const CMPS: [Cmp; 5] = [Cmp::Ge, Cmp::Gt, Cmp::Le, Cmp::Lt, Cmp::About];

fn cmp(n: i32) -> Option<Cmp> {
    CMPS.get(usize::try_from(n.checked_sub(1)?).ok()?).copied()
}

pub(super) fn compare(c: &[char], q: &mut Qty) {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the data has small numbers"
    )]
    let lead = before(c, back(c, q.num), Tag::Limit).and_then(|(v, s)| Some((cmp(v as i32)?, s)));
    if let Some((found, s)) = lead.filter(|_| q.cmp != Cmp::Range) {
        q.cmp = found;
        q.start = s;
    }
    let k = skip(c, q.end);
    let tail = number(c, k, Tag::Limited).and_then(|(v, e)| Some((cmp(v)?, e)));
    // '90+' touches its figure and no letter
    let loose = |e: usize| at(c, e - 1) == '+' && (k != q.end || at(c, e).is_ascii_alphanumeric());
    if let Some((found, e)) = tail.filter(|t| !loose(t.1)) {
        if q.cmp == Cmp::Eq {
            q.cmp = found;
        }
        q.end = e;
    }
}
