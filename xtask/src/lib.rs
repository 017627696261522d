//! Project commands, and the parts of them that the browser tests share.
#![forbid(unsafe_code)]

mod catalogue;
mod check;
mod process;
pub mod serve;
mod size;
mod stamp;
pub mod tools;
mod web;

use std::path::PathBuf;

/// What went wrong, as one sentence for the person at the terminal.
pub type Result<T> = std::result::Result<T, String>;

struct Command {
    name: &'static str,
    help: &'static str,
    run: fn(&Args) -> Result<()>,
}

const COMMANDS: &[Command] = &[
    Command {
        name: "start",
        help: "set up what is missing, build the release, serve it [--base /x/] [--port N] [--host IP]",
        run: |args| {
            tools::for_build()?;
            web::build()?;
            serve::command(args)
        },
    },
    Command {
        name: "build",
        help: "release build into dist/; fails when the first load is too large",
        run: |_| {
            tools::for_build()?;
            web::build()
        },
    },
    Command {
        name: "serve",
        help: "serve dist/ as it is [--base /x/] [--port N] [--host IP]",
        run: serve::command,
    },
    Command {
        name: "dev",
        help: "build on every change and serve, for development [--port N]",
        run: |args| {
            tools::for_build()?;
            web::dev(args)
        },
    },
    Command {
        name: "test",
        help: "every check and test; installs what they need [--fast: no browser]",
        run: check::command,
    },
    Command {
        name: "fmt",
        help: "format all sources",
        run: |_| {
            tools::components()?;
            tools::leptosfmt()?;
            check::format()
        },
    },
    Command {
        name: "shots",
        help: "take the pictures in docs/shots from the release build in dist/",
        run: |_| check::shots(),
    },
    Command {
        name: "post-build",
        help: "called by Trunk on a finished build",
        run: |_| web::post_build(),
    },
];

/// Runs the command that `args` name.
///
/// # Errors
/// A sentence for the person at the terminal.
pub fn run(args: Vec<String>) -> Result<()> {
    let (name, rest) = match args.split_first() {
        Some((name, rest)) => (name.as_str(), rest.to_vec()),
        None => ("help", Vec::new()),
    };
    if matches!(name, "help" | "--help" | "-h") {
        print_help();
        return Ok(());
    }
    match COMMANDS.iter().find(|command| command.name == name) {
        Some(command) => (command.run)(&Args(rest)),
        None => {
            print_help();
            Err(format!("there is no command `{name}`"))
        }
    }
}

fn print_help() {
    println!("cargo xtask <command>\n");
    for command in COMMANDS {
        println!("  {:<11} {}", command.name, command.help);
    }
}

/// What follows the command's name.
struct Args(Vec<String>);

impl Args {
    fn flag(&self, name: &str) -> bool {
        self.0.iter().any(|arg| arg == name)
    }

    /// The word after `name`, or after `name=`.
    fn value(&self, name: &str) -> Option<&str> {
        self.0.iter().enumerate().find_map(|(index, arg)| {
            if arg == name {
                return self.0.get(index + 1).map(String::as_str);
            }
            arg.strip_prefix(name)?.strip_prefix('=')
        })
    }

    fn port(&self) -> Result<Option<u16>> {
        self.value("--port")
            .map(|text| {
                text.parse()
                    .map_err(|_| format!("`{text}` is no port number"))
            })
            .transpose()
    }
}

/// The project's folder.
pub fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.parent().map(PathBuf::from).unwrap_or(here)
}

/// The folder of the finished page: `OPS_CHARTER_DIST`, or dist/ in the project.
pub fn dist() -> PathBuf {
    std::env::var_os("OPS_CHARTER_DIST").map_or_else(|| root().join("dist"), PathBuf::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_in_both_spellings() {
        let args = Args(vec![
            "--port".into(),
            "81".into(),
            "--base=/x/".into(),
            "--fast".into(),
        ]);
        assert_eq!(args.port(), Ok(Some(81)));
        assert_eq!(args.value("--base"), Some("/x/"));
        assert!(args.flag("--fast"));
        assert!(Args(vec!["--port=x".into()]).port().is_err());
    }
}
