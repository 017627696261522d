//! Sample charters.
use crate::catalogue::TextId;
use crate::model::{Charter, IdSource, Lang};
/// One sample.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct SampleDef { pub id: &'static str, pub kind: &'static str, pub title: TextId, pub note: TextId }
impl SampleDef {
    /// Path.
    pub fn path(&self, _lang: Lang) -> Option<&'static str> { None }
}
/// All.
pub static SAMPLES: &[SampleDef] = &[];
/// Loads.
#[allow(clippy::result_unit_err, missing_docs)]
pub fn load(_: &str, _: Lang, _: &str, _: chrono::NaiveDate, _: &mut dyn IdSource) -> Result<Charter, ()> { Err(()) }
