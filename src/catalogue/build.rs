//! Build script: turns `catalogue/` into constant tables and one text file per language.

use catalogue_schema::{emit_rust, emit_samples, load, samples, text_tables};
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
    let write = |name: &str, content: &str| {
        if let Err(error) = fs::write(Path::new(&out).join(name), content) {
            println!("cargo::error=cannot write {name}: {error}");
            process::exit(1);
        }
    };
    write("catalogue.rs", &emit_rust(&catalogue, &texts));
    for (code, _) in &texts.texts {
        write(
            &format!("cat.{code}.txt"),
            &texts.file(code).unwrap_or_default(),
        );
    }
    write("samples.rs", &emit_samples(&samples));
    for sample in &samples {
        for file in &sample.files {
            let name = format!("sample.{}.{}.json", sample.id, file.language);
            write(&name, &file.json);
        }
    }
}
