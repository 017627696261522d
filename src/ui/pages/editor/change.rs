//! Another kind or structure: what it does is said before it is done.

use super::opened::View;
use crate::ui::state::{Toasts, words};
use crate::ui::widgets::Dialog;
use leptos::prelude::*;
use ops_charter::catalogue::{self, KINDS, ProfileDef, TextId, ui};
use ops_charter::edit;
use ops_charter::model::RowId;

/// The window for changing kind and structure.
#[component]
pub(crate) fn ChangeStructure() -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let title = Signal::derive(move || words.get(ui::structure::CHANGE_STRUCTURE));
    view! {
        <Dialog open=view.changing title class="dialog-m">
            <Choice />
        </Dialog>
    }
}

/// Made anew each time the window opens, so that it begins with what is in use.
#[component]
fn Choice() -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let toasts = expect_context::<Toasts>();
    let editor = view.draft.editor;
    let present = editor.peek(|charter| (charter.kind.clone(), charter.profile.clone()));
    let now = StoredValue::new(present.1.clone());
    let kind = RwSignal::new(present.0);
    let profile = RwSignal::new(present.1);
    let kinds = KINDS
        .iter()
        .map(|def| {
            view! {
                <option value=def.id prop:selected=move || kind.get() == def.id>
                    {words.text(def.name)}
                </option>
            }
        })
        .collect_view();
    let choose_kind = move |event| {
        let chosen = event_target_value(&event);
        let def = catalogue::kind(&chosen);
        let mut of_kind = def.map_or(&[][..], |def| def.profiles).iter();
        // Back at the present kind, the present structure is meant.
        let same = of_kind.clone().find(|p| p.id == now.get_value());
        if let Some(first) = same.or_else(|| of_kind.next()) {
            profile.set(first.id.to_owned());
        }
        kind.set(chosen);
    };
    let profiles = move || {
        let def = catalogue::kind(&kind.get());
        let of_kind = def.map_or(&[][..], |def| def.profiles);
        let one = |def: &'static ProfileDef| view! { <Profile def profile now /> };
        of_kind.iter().map(one).collect_view()
    };
    let same = move || profile.get() == now.get_value();
    let apply = move |_| {
        let chosen = profile.get_untracked();
        editor.edit(None, |charter, ids| {
            edit::change_structure(charter, &chosen, ids);
        });
        view.changing.set(false);
        let name = catalogue::profile(&chosen)
            .map(|(_, def)| untrack(|| words.get(def.name)))
            .unwrap_or_default();
        let says = ui::structure::change::DONE;
        let text = untrack(|| words.fill(says, &[("name", &name)]));
        let undo = untrack(|| words.get(ui::form::UNDO));
        toasts.offer(text, undo, move || editor.undo());
    };
    view! {
        <div class="dialog-body stack">
            <div class="field">
                <label class="label" for="change-kind">
                    {words.text(ui::structure::change::KIND)}
                </label>
                <select class="input" id="change-kind" on:change=choose_kind>
                    {kinds}
                </select>
            </div>
            <fieldset class="choices">
                <legend class="label">{words.text(ui::structure::change::STRUCTURE)}</legend>
                {profiles}
            </fieldset>
            <div aria-live="polite">
                <Plan profile same=Signal::derive(same) />
            </div>
        </div>
        <footer class="dialog-foot">
            <button class="btn btn-main" type="button" disabled=same on:click=apply>
                {words.text(ui::structure::change::APPLY)}
            </button>
            <button class="btn btn-quiet" type="button" on:click=move |_| view.changing.set(false)>
                {words.text(ui::form::CANCEL)}
            </button>
        </footer>
    }
}

/// One structure with its chapters.
#[component]
fn Profile(
    def: &'static ProfileDef,
    profile: RwSignal<String>,
    now: StoredValue<String>,
) -> impl IntoView {
    let words = words();
    let chapters = move || {
        let names: Vec<String> = def.chapters.iter().map(|c| words.get(c.heading)).collect();
        names.join(&words.get(ui::form::JOIN))
    };
    let present = now.get_value() == def.id;
    view! {
        <label class="choice">
            <input
                type="radio"
                name="change-profile"
                value=def.id
                prop:checked=move || profile.get() == def.id
                on:change=move |_| profile.set(def.id.to_owned())
            />
            <span>
                <strong>{words.text(def.name)}</strong>
                {present
                    .then(|| {
                        view! {
                            <em class="tag-now">{words.text(ui::structure::change::PRESENT)}</em>
                        }
                    })}
                <small>{chapters}</small>
            </span>
        </label>
    }
}

/// What the change would do.
#[component]
fn Plan(profile: RwSignal<String>, same: Signal<bool>) -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let plan = Memo::new(move |_| {
        let chosen = profile.get();
        view.draft.editor.with(|c| edit::plan_change(c, &chosen))
    });
    let named = move |ids: &[RowId]| -> Vec<String> {
        let texts = words.texts();
        let name = |id: &RowId| view.draft.editor.with(|c| edit::row_label(c, id, &texts));
        ids.iter().filter_map(name).collect()
    };
    let line = move |text: TextId, names: Vec<String>| {
        (!names.is_empty()).then(|| {
            let count = names.len().to_string();
            view! {
                <li>
                    <strong>{words.fill(text, &[("n", &count)])}</strong>
                    <span>{names.join(&words.get(ui::form::JOIN))}</span>
                </li>
            }
        })
    };
    move || {
        if same.get() {
            return view! { <p class="hint">{words.get(ui::structure::change::SAME)}</p> }
                .into_any();
        }
        let plan = plan.get();
        let new = plan.new.iter().filter_map(|id| catalogue::section(id));
        let new = new.map(|def| words.get(def.name)).collect();
        view! {
            <p class="hint">{words.get(ui::structure::change::NOTHING_LOST)}</p>
            <ul class="plan">
                {line(ui::structure::change::STAYS, named(&plan.stays))}
                {line(ui::structure::change::NEW, new)}
                {line(ui::structure::change::BACK, named(&plan.back))}
                {line(ui::structure::change::BACKING, named(&plan.to_backing))}
                {line(ui::structure::change::KEPT, named(&plan.kept))}
            </ul>
        }
        .into_any()
    }
}
