//! The first program of the page: the start page. On other targets there is nothing to run.
#![forbid(unsafe_code)]

#[cfg(target_arch = "wasm32")]
fn main() {
    ops_charter::ui::offer_start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("The app runs in a browser: cargo xtask start");
}
