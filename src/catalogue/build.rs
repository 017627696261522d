//! Build script: turns `catalogue/` into what the program includes from `OUT_DIR`.
//!
//! - `catalogue.rs`: a constant per id and per word of the interface;
//! - `<table>.bin` and `<table>.txt`: the tables as numbers and words, see `src/catalogue/blob.rs`;
//! - `cat.<language>.txt`: all texts of one language;
//! - `samples.rs` and `sample.<id>.<language>.json`: the sample charters.
//!
//! A mistake in the catalogue ends the build with the file and what is wrong there.

use catalogue_schema::{blobs, emit_rust, emit_samples, load, samples, text_tables};
use std::path::Path;
use std::{env, fs, process};

fn main() {
    println!("cargo::rerun-if-changed=catalogue");
    println!("cargo::rerun-if-changed=src/catalogue/build.rs");
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("catalogue");
    let read = load(&root).and_then(|catalogue| Ok((catalogue, samples(&root)?)));
    let (catalogue, samples) = match read {
        Ok(read) => read,
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={}", problem.to_string().replace('\n', " "));
            }
            process::exit(1);
        }
    };
    let texts = text_tables(&catalogue);
    let out = env::var("OUT_DIR").unwrap_or_default();
    let write = |name: &str, content: &[u8]| {
        if let Err(error) = fs::write(Path::new(&out).join(name), content) {
            println!("cargo::error=cannot write {name}: {error}");
            process::exit(1);
        }
    };
    write("catalogue.rs", emit_rust(&catalogue, &texts).as_bytes());
    for blob in blobs(&catalogue, &texts) {
        write(&format!("{}.bin", blob.name), &blob.numbers);
        write(&format!("{}.txt", blob.name), blob.words.as_bytes());
    }
    for (code, _) in &texts.texts {
        let [start, rest] = texts.files(code).unwrap_or_default();
        write(&format!("cat.{code}.start.txt"), start.as_bytes());
        write(&format!("cat.{code}.rest.txt"), rest.as_bytes());
    }
    write("samples.rs", emit_samples(&samples).as_bytes());
    for sample in &samples {
        for file in &sample.files {
            let name = format!("sample.{}.{}.json", sample.id, file.language);
            write(&name, file.json.as_bytes());
        }
    }
}
