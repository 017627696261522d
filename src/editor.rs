//! The second program of the page: editor, goal check, new files. Loaded on first use.
#![forbid(unsafe_code)]

#[cfg(target_arch = "wasm32")]
fn main() {
    ops_charter::ui::offer_editor();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("The app runs in a browser: cargo xtask start");
}
