//! The file that the page's emergency notice writes when the app itself has stopped: everything
//! under the drafts' keys of local storage, as it lies there.
//!
//! `{ "format": "ops-charter.rescue", "drafts": { "ops-charter.draft.<id>": "<sealed draft>" } }`

use super::{Record, RecordError, open};
use serde::Deserialize;
use std::collections::BTreeMap;

const FORMAT: &str = "ops-charter.rescue";

#[derive(Deserialize)]
struct Rescue {
    format: String,
    drafts: BTreeMap<String, String>,
}

/// The drafts of a rescue file by their keys, each for itself; none when the text is no such file.
pub fn open_rescue(text: &str) -> Option<Vec<(String, Result<Record, RecordError>)>> {
    let text = text.trim_start_matches('\u{feff}');
    let rescue: Rescue = serde_json::from_str(text).ok()?;
    let drafts = rescue.drafts.into_iter();
    (rescue.format == FORMAT).then(|| {
        drafts
            .map(|(key, raw)| {
                let record = open(&raw);
                (key, record)
            })
            .collect()
    })
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::drafts::seal;
    use serde_json::json;

    #[test]
    fn each_draft_of_a_rescue_file_opens_for_itself() {
        let record = Record::default();
        let drafts = json!({ "ops-charter.draft.a": seal(&record), "ops-charter.draft.b": "坏" });
        let file = json!({ "format": FORMAT, "drafts": drafts }).to_string();
        let found = open_rescue(&file).expect("a rescue file");
        assert_eq!(found.len(), 2);
        assert!(found[0].1.is_ok());
        assert_eq!(found[1].1, Err(RecordError::NotARecord));
        assert_eq!(open_rescue(&file.replace(FORMAT, "ops-charter")), None);
        assert_eq!(open_rescue("{"), None);
    }
}
