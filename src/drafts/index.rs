//! The list of drafts as one text; only a cache of what the records say.

use super::record::{stamp, unstamp};
use super::{DraftMeta, RecordError};

const MARK: &str = "ops-charter-index";
const VERSION: u32 = 1;

/// Writes the list.
pub fn seal_index(drafts: &[DraftMeta]) -> String {
    stamp(
        MARK,
        VERSION,
        &serde_json::to_string(drafts).unwrap_or_default(),
    )
}

/// Reads the list. On any error it is built anew from the records.
pub fn open_index(text: &str) -> Result<Vec<DraftMeta>, RecordError> {
    serde_json::from_str(unstamp(MARK, VERSION, text)?)
        .map_err(|error| RecordError::Meta(error.to_string()))
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn the_list_comes_back_or_is_refused() {
        let drafts = [DraftMeta {
            id: "a".into(),
            name: Some("一月版".into()),
            ..DraftMeta::default()
        }];
        let text = seal_index(&drafts);
        assert_eq!(open_index(&text), Ok(drafts.to_vec()));
        assert_eq!(
            open_index(&text.replace("一", "二")),
            Err(RecordError::Checksum)
        );
        assert_eq!(open_index("[]"), Err(RecordError::NotARecord));
    }
}
