//! Mounts the page. On other targets than the web there is nothing to run but a hint.
#![forbid(unsafe_code)]

#[cfg(target_arch = "wasm32")]
mod build_stamp;
#[cfg(target_arch = "wasm32")]
mod ui;

#[cfg(target_arch = "wasm32")]
fn main() {
    ui::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("The app runs in a browser: cargo xtask start");
}
