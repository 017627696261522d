//! Counts work in tests, so that "linear" is a number and no stopwatch. Nothing in a real build.

#[cfg(test)]
thread_local! {
    static STEPS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// So many characters, candidates or rows were looked at.
#[cfg(test)]
pub(super) fn took(steps: usize) {
    STEPS.with(|all| all.set(all.get() + steps));
}

/// So many characters, candidates or rows were looked at.
#[cfg(not(test))]
pub(super) fn took(_: usize) {}

/// What was counted since the last time.
#[cfg(test)]
pub(super) fn taken() -> usize {
    STEPS.with(|all| all.replace(0))
}
