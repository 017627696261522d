//! Sorting short lists. The standard sort is made for long ones: it costs a page more than three
//! thousand bytes for every type of item, this one about a hundred.

/// Sorts by a key; items with the same key stay in their order. For up to a few hundred items.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a) > key(b));
}

/// The same by a comparison that says whether the first item belongs behind the second.
pub fn sort_by<T>(items: &mut [T], behind: impl Fn(&T, &T) -> bool) {
    for end in 1..items.len() {
        let mut at = end;
        while let Some((before, item)) = at
            .checked_sub(1)
            .and_then(|before| items.get(before).zip(items.get(at)))
            && behind(before, item)
        {
            items.swap(at - 1, at);
            at -= 1;
        }
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use std::cmp::Reverse;

    #[test]
    fn it_sorts_as_the_standard_sort_does() {
        let mut state = 7_u32;
        for length in 0..60 {
            let mut items: Vec<(u32, usize)> = (0..length)
                .map(|at| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    ((state >> 16) % 9, at)
                })
                .collect();
            let mut same = items.clone();
            sort_by_key(&mut items, |item| item.0);
            same.sort_by_key(|item| item.0);
            assert_eq!(items, same);
            sort_by_key(&mut items, |item| Reverse(item.0));
            same.sort_by_key(|item| Reverse(item.0));
            assert_eq!(items, same);
        }
    }
}
