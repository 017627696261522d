//! Every check and test in one run.

use std::{
    process::Command,
    time::{Duration, Instant},
};

use crate::{Args, Result, process, root, tools, web};

const WASM: &str = "wasm32-unknown-unknown";

/// One line of the closing table.
struct Step {
    name: &'static str,
    time: Duration,
    ok: bool,
}

/// `cargo xtask test`: runs everything even after a failure, then says what failed.
pub(crate) fn command(args: &Args) -> Result<()> {
    let browser = !args.flag("--fast");
    let mut steps = Vec::new();
    let mut step = |name, run: &mut dyn FnMut() -> Result<()>| {
        println!("\n== {name}");
        let start = now();
        let result = run();
        if let Err(message) = &result {
            eprintln!("error: {message}");
        }
        steps.push(Step {
            name,
            time: start.elapsed(),
            ok: result.is_ok(),
        });
        result.is_ok()
    };

    let ready = step("set up", &mut || {
        tools::for_build()?;
        tools::components()?;
        tools::leptosfmt()?;
        if browser {
            tools::for_browser()
        } else {
            Ok(())
        }
    });
    step("rustfmt", &mut || {
        process::run(process::cargo().args(["fmt", "--all", "--check"]))
    });
    step("leptosfmt", &mut || {
        process::run(leptosfmt().arg("--check"))
    });
    step("clippy", &mut || {
        let targets = ["clippy", "--workspace", "--all-targets", "--locked"];
        process::run(
            process::cargo()
                .args(targets)
                .args(["--", "-D", "warnings"]),
        )
    });
    step("clippy, web", &mut || {
        let targets = ["clippy", "--lib", "--bins", "--target", WASM, "--locked"];
        process::run(
            process::cargo()
                .args(targets)
                .args(["--", "-D", "warnings"]),
        )
    });
    step("rustdoc", &mut || {
        let docs = [
            "doc",
            "--workspace",
            "--no-deps",
            "--document-private-items",
            "--locked",
        ];
        process::run(
            process::cargo()
                .env("RUSTDOCFLAGS", "-D warnings")
                .args(docs),
        )
    });
    step("tests", &mut || {
        let tests = [
            "test",
            "--workspace",
            "--exclude",
            "e2e",
            "--locked",
            "--no-fail-fast",
        ];
        process::run(process::cargo().args(tests))
    });
    if browser && ready {
        step("tests, web", &mut || {
            process::run(&mut unit_tests_in_browser()?)
        });
    }
    let built = step("release build", &mut web::build);
    if browser && built && ready {
        step("browser tests", &mut || {
            process::run(process::cargo().args(["test", "--package", "e2e", "--locked"]))
        });
    }
    table(&steps)
}

/// What only a browser can answer, above all how its storages behave, by wasm-bindgen's runner.
fn unit_tests_in_browser() -> Result<Command> {
    let driver = process::find("chromedriver").ok_or("chromedriver is missing")?;
    let runner =
        process::find("wasm-bindgen-test-runner").ok_or("wasm-bindgen-test-runner is missing")?;
    let mut command = process::cargo();
    command
        .args(["test", "--lib", "--target", WASM, "--locked"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("CHROMEDRIVER", driver)
        .env(
            "WASM_BINDGEN_TEST_WEBDRIVER_JSON",
            root().join("xtask/webdriver.json"),
        );
    Ok(command)
}

/// Formats all sources.
pub(crate) fn format() -> Result<()> {
    process::run(process::cargo().args(["fmt", "--all"]))?;
    process::run(&mut leptosfmt())
}

fn leptosfmt() -> Command {
    let mut command = process::command("leptosfmt");
    command.args(["--quiet", "src/ui"]);
    command
}

fn table(steps: &[Step]) -> Result<()> {
    println!("\n{:<16} {:>8}", "step", "seconds");
    for step in steps {
        let verdict = if step.ok { "ok" } else { "FAILED" };
        println!(
            "{:<16} {:>8.1}  {verdict}",
            step.name,
            step.time.as_secs_f64()
        );
    }
    let failed = steps.iter().filter(|step| !step.ok).count();
    println!("{} steps passed, {failed} failed", steps.len() - failed);
    if failed == 0 {
        Ok(())
    } else {
        Err(format!("{failed} of {} steps failed", steps.len()))
    }
}

#[allow(
    clippy::disallowed_methods,
    reason = "durations on a developer's terminal"
)]
fn now() -> Instant {
    Instant::now()
}

/// Takes the pictures of the docs and puts them in their place.
pub(crate) fn shots() -> Result<()> {
    let run = [
        "test",
        "--locked",
        "--package",
        "e2e",
        "--test",
        "shots",
        "--",
        "--ignored",
    ];
    process::run(process::cargo().args(run))?;
    let (from, to) = (root().join("target/shots"), root().join("docs/shots"));
    let failed = |error: std::io::Error| format!("docs/shots: {error}");
    std::fs::create_dir_all(&to).map_err(failed)?;
    for page in ["start", "editor"] {
        for lang in ["zh", "en"] {
            for theme in ["light", "dark"] {
                for width in ["1440", "1024", "390"] {
                    let name = format!("{page}-{lang}-{theme}-{width}.png");
                    std::fs::copy(from.join(&name), to.join(&name)).map_err(failed)?;
                }
            }
        }
    }
    Ok(())
}
