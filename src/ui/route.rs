//! Addresses: one small enum behind the `#`, because a router library costs more than it gives
//! here.

use ops_charter::model::RowId;

/// A place in the app.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Route {
    /// Start page with my files.
    #[default]
    Start,
    /// Goal check without a charter.
    Check,
    /// Text pasted to start from.
    Paste,
    /// The ways to begin a charter of a kind.
    Begin(String),
    /// A new blank charter of a structure.
    New(String),
    /// A new charter from a sample.
    Sample(String),
    /// A draft, at one of its sections.
    Draft {
        /// The draft.
        id: RowId,
        /// The section, or the first one.
        section: Option<RowId>,
    },
}

impl Route {
    /// The place that an address fragment names; anything unknown is the start page.
    pub(crate) fn parse(hash: &str) -> Route {
        let path = hash.trim_start_matches('#').trim_start_matches('/');
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        match (parts.next(), parts.next(), parts.next()) {
            (Some("check"), None, _) => Route::Check,
            (Some("paste"), None, _) => Route::Paste,
            (Some("kind"), Some(kind), None) => Route::Begin(kind.to_owned()),
            (Some("new"), Some(profile), None) => Route::New(profile.to_owned()),
            (Some("sample"), Some(id), None) => Route::Sample(id.to_owned()),
            (Some("draft"), Some(id), section) => Route::Draft {
                id: RowId::from(id),
                section: section.map(RowId::from),
            },
            _ => Route::Start,
        }
    }

    /// The address fragment of the place.
    pub(crate) fn hash(&self) -> String {
        match self {
            Route::Start => "#/".to_owned(),
            Route::Check => "#/check".to_owned(),
            Route::Paste => "#/paste".to_owned(),
            Route::Begin(kind) => format!("#/kind/{kind}"),
            Route::New(profile) => format!("#/new/{profile}"),
            Route::Sample(id) => format!("#/sample/{id}"),
            Route::Draft { id, section: None } => format!("#/draft/{id}"),
            Route::Draft {
                id,
                section: Some(section),
            } => format!("#/draft/{id}/{section}"),
        }
    }
}
