//! Lists of names that have been used, offered where such a name is typed.

use crate::ui::state::{Editor, KnownNames, Target};
use leptos::prelude::*;
use ops_charter::edit::{NameSort, names_in};

/// The lists themselves, one per sort; inputs refer to them by id.
#[component]
pub(crate) fn NameLists() -> impl IntoView {
    let known = expect_context::<KnownNames>();
    let list = move |sort: NameSort| {
        let options = move || {
            let names = known.list(sort).into_iter();
            names
                .map(|name| view! { <option value=name></option> })
                .collect_view()
        };
        view! { <datalist id=list_id(sort)>{options}</datalist> }
    };
    NameSort::ALL.map(list).collect_view()
}

fn list_id(sort: NameSort) -> String {
    format!("names-{}", sort.id())
}

/// The list for a field that takes a name.
pub(super) fn list_of_field(target: &Target) -> Option<String> {
    let editor = use_context::<Editor>()?;
    let kind = editor.peek(|c| c.section_by_id(&target.section).map(|s| s.kind.clone()))?;
    let table = target.row.as_ref().map_or("", |(table, _)| *table);
    names_in(&kind, table, &target.field).map(list_id)
}

/// The list for a new row of an entity kind.
pub(super) fn list_of_entity(entity: &str) -> Option<String> {
    NameSort::of_entity(entity).map(list_id)
}
