//! Tools that the project needs: each in a pinned version, from the crate registry or the
//! system's packages, installed only if it is not there. They go to a folder of this user,
//! never to where the system keeps its own.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    Result,
    process::{ask, cargo, command, find, run},
    root,
};

const TRUNK: &str = "0.22.1";
const LEPTOSFMT: &str = "0.1.33";
const AXE: &str = "4.13.0";
const WASM: &str = "wasm32-unknown-unknown";

/// Built once and run for seconds: compiling them well would cost more than it gives.
/// Only for the tools; the app would come out large and slow.
const CHEAP: &[(&str, &str)] = &[
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
];

/// Where the tools are kept: `ops-charter/tools` in the user's cache folder.
pub fn cache_dir() -> PathBuf {
    let folder = |name| {
        env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    folder("XDG_CACHE_HOME")
        .or_else(|| folder("LOCALAPPDATA"))
        .or_else(|| folder("HOME").map(|home| home.join(".cache")))
        .unwrap_or_else(env::temp_dir)
        .join("ops-charter/tools")
}

pub(crate) fn bin_dir() -> PathBuf {
    cache_dir().join("bin")
}

/// All that a release build needs.
pub(crate) fn for_build() -> Result<()> {
    wasm_target()?;
    trunk()?;
    wasm_bindgen()?;
    forget_intermediates();
    Ok(())
}

/// rustfmt and clippy.
pub(crate) fn components() -> Result<()> {
    for (component, word) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if ask(cargo().args([word, "--version"])).is_none() {
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

/// The formatter of `view!`.
pub(crate) fn leptosfmt() -> Result<()> {
    install("leptosfmt", LEPTOSFMT, &[])?;
    forget_intermediates();
    Ok(())
}

/// Browser, driver, Chinese fonts and the accessibility rules.
pub(crate) fn for_browser() -> Result<()> {
    let packages: Vec<_> = [
        ("chromium", find("chromium").is_some()),
        ("chromium-driver", find("chromedriver").is_some()),
        ("fonts-noto-cjk", chinese_font()),
    ]
    .into_iter()
    .filter_map(|(package, there)| (!there).then_some(package))
    .collect();
    if !packages.is_empty() {
        install_packages(&packages)?;
    }
    fetch_axe()
}

/// The source of axe-core, as `cargo xtask test` keeps it.
pub fn axe_path() -> PathBuf {
    cache_dir().join(format!("axe-core-{AXE}/axe.min.js"))
}

fn wasm_target() -> Result<()> {
    let rustc = || command("rustc");
    let there = ask(rustc().args(["--print", "sysroot"]))
        .is_some_and(|sysroot| Path::new(&sysroot).join("lib/rustlib").join(WASM).is_dir());
    if there {
        return Ok(());
    }
    rustup(&["target", "add", WASM])
}

fn rustup(args: &[&str]) -> Result<()> {
    if find("rustup").is_none() {
        return Err(format!(
            "rustup is missing; add to the Rust installation what `rustup {}` would",
            args.join(" ")
        ));
    }
    run(command("rustup").args(args))
}

fn trunk() -> Result<()> {
    // It asks for a newer compiler than it needs.
    let args = [
        "--no-default-features",
        "--features",
        "rustls",
        "--ignore-rust-version",
    ];
    install("trunk", TRUNK, &args)
}

/// Both wasm-bindgen programs from the crate in xtask/wasm-bindgen, which has its own lock file.
fn wasm_bindgen() -> Result<()> {
    let wanted = locked_version("wasm-bindgen")?;
    let pinned = pinned_wasm_bindgen()?;
    if wanted != pinned {
        return Err(format!(
            "Cargo.lock has wasm-bindgen {wanted}, xtask/wasm-bindgen pins {pinned}: make them equal"
        ));
    }
    let programs = ["wasm-bindgen", "wasm-bindgen-test-runner"];
    if programs.iter().all(|program| has(program, &wanted)) {
        return Ok(());
    }
    println!("setting up wasm-bindgen {wanted}, about a minute, once");
    let manifest = root().join("xtask/wasm-bindgen/Cargo.toml");
    run(cargo()
        .args(["build", "--release", "--locked", "--manifest-path"])
        .arg(manifest)
        .arg("--target-dir")
        .arg(intermediates()))?;
    create(&bin_dir())?;
    for program in programs {
        let file = format!("{program}{}", env::consts::EXE_SUFFIX);
        fs::copy(
            intermediates().join("release").join(&file),
            bin_dir().join(&file),
        )
        .map_err(|error| format!("cannot keep {file}: {error}"))?;
    }
    Ok(())
}

/// A program of the crate registry.
fn install(name: &str, version: &str, args: &[&str]) -> Result<()> {
    if has(name, version) {
        return Ok(());
    }
    println!("setting up {name} {version}, a few minutes, once");
    run(cargo()
        .args(["install", "--locked", "--force", name, "--version", version])
        .args(args)
        .arg("--root")
        .arg(cache_dir())
        .arg("--target-dir")
        .arg(intermediates())
        .envs(CHEAP.iter().copied()))
}

/// Whether the program that would run has this version.
fn has(name: &str, version: &str) -> bool {
    find(name).is_some()
        && ask(command(name).arg("--version"))
            .is_some_and(|text| text.split_whitespace().any(|word| word == version))
}

fn intermediates() -> PathBuf {
    cache_dir().join("target")
}

/// A gigabyte that nobody needs once the tools are there.
fn forget_intermediates() {
    // Only disk space is lost if this fails.
    let _ = fs::remove_dir_all(intermediates());
}

fn locked_version(package: &str) -> Result<String> {
    let lock = fs::read_to_string(root().join("Cargo.lock"))
        .map_err(|error| format!("cannot read Cargo.lock: {error}"))?;
    version_in(&lock, package).ok_or_else(|| format!("Cargo.lock has no {package}"))
}

fn pinned_wasm_bindgen() -> Result<String> {
    let lock = fs::read_to_string(root().join("xtask/wasm-bindgen/Cargo.lock"))
        .map_err(|error| format!("cannot read xtask/wasm-bindgen/Cargo.lock: {error}"))?;
    version_in(&lock, "wasm-bindgen-cli").ok_or_else(|| "wasm-bindgen-cli is not pinned".into())
}

/// The version of a package in the text of a lock file.
fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.next()?;
    let version = lines.next()?.strip_prefix("version = \"")?;
    Some(version.strip_suffix('"')?.to_owned())
}

fn chinese_font() -> bool {
    // Without fontconfig there is no way to ask, and no font either.
    ask(command("fc-list").args([":lang=zh-cn", "family"])).is_some_and(|list| !list.is_empty())
}

/// Debian packages, as root or through sudo.
fn install_packages(packages: &[&str]) -> Result<()> {
    let names = packages.join(" ");
    let root = ask(command("id").arg("-u")).as_deref() == Some("0");
    let sudo = find("sudo").is_some() && ask(command("sudo").args(["-n", "true"])).is_some();
    if find("apt-get").is_none() || !(root || sudo) {
        return Err(format!(
            "the browser tests need these Debian packages, install them first: {names}"
        ));
    }
    let apt = || {
        let mut apt = if root {
            command("apt-get")
        } else {
            command("sudo")
        };
        if !root {
            apt.args(["-n", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        }
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        apt
    };
    run(apt().arg("update"))?;
    run(apt()
        .args(["install", "--yes", "--no-install-recommends"])
        .args(packages))
}

/// Fetches axe-core from the npm registry, by npm where it exists.
fn fetch_axe() -> Result<()> {
    let wanted = axe_path();
    if wanted.is_file() {
        return Ok(());
    }
    let folder = wanted.parent().ok_or("the cache has no folder")?.to_owned();
    create(&folder)?;
    let archive = format!("axe-core-{AXE}.tgz");
    if find("npm").is_some() {
        let spec = format!("axe-core@{AXE}");
        run(in_folder(command("npm"), &folder).args(["pack", "--silent", &spec]))?;
    } else if find("curl").is_some() {
        let url = format!("https://registry.npmjs.org/axe-core/-/{archive}");
        run(in_folder(command("curl"), &folder).args(["-fsSL", "-o", &archive, &url]))?;
    } else {
        return Err("npm or curl is needed to fetch axe-core".into());
    }
    let unpack = [
        "-xzf",
        &archive,
        "--strip-components=1",
        "package/axe.min.js",
    ];
    run(in_folder(command("tar"), &folder).args(unpack))
}

fn in_folder(mut command: Command, folder: &Path) -> Command {
    command.current_dir(folder);
    command
}

fn create(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)
        .map_err(|error| format!("cannot create {}: {error}", folder.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wasm_bindgen_is_the_same_everywhere() {
        let wanted = locked_version("wasm-bindgen").unwrap();
        assert_eq!(wanted, pinned_wasm_bindgen().unwrap());
    }

    #[test]
    fn versions_are_read_by_full_name() {
        let lock = "name = \"a-b\"\nversion = \"1.0.0\"\n\nname = \"a\"\nversion = \"2.0.0\"\n";
        assert_eq!(version_in(lock, "a").as_deref(), Some("2.0.0"));
        assert_eq!(version_in(lock, "c"), None);
    }
}
