//! Drafts of the opening and closing sections, offered and never taken by themselves.

use crate::ui::platform::{clock, dom};
use crate::ui::state::{Editor, Toasts, words};
use crate::ui::widgets::Difference;
use leptos::prelude::*;
use ops_charter::catalogue::{ids, ui};
use ops_charter::digest::{self, Offer};
use ops_charter::model::RowId;

/// The offers of a section; nothing for sections that nothing is drafted for.
#[component]
pub(crate) fn Drafts(section: RowId, kind: &'static str) -> impl IntoView {
    [ids::purpose_scope::ID, ids::summary_outlook::ID]
        .contains(&kind)
        .then(|| view! { <Offers section /> })
}

/// What can be done with a draft.
#[derive(Clone, Copy)]
struct Desk {
    editor: Editor,
    section: StoredValue<RowId>,
    offers: Memo<Vec<Offer>>,
}

#[component]
fn Offers(section: RowId) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = words();
    let section = StoredValue::new(section);
    let offers = Memo::new(move |_| {
        editor.with(|charter| {
            let texts = words.texts_of(charter.language);
            section.with_value(|id| digest::offers(charter, id, &texts, clock::today()))
        })
    });
    let desk = Desk {
        editor,
        section,
        offers,
    };
    let toasts = expect_context::<Toasts>();
    let take = Callback::new(move |ids: Vec<&'static str>| {
        editor.edit(None, |charter, new_id| {
            let texts = untrack(|| words.texts_of(charter.language));
            let today = clock::today();
            section.with_value(|id| digest::take(charter, id, &ids, &texts, today, new_id));
        });
        let label = untrack(|| words.get(ui::form::UNDO));
        let says = untrack(|| words.get(ui::digest::TAKEN));
        toasts.offer(says, label, move || editor.undo());
        // The button that was pressed is gone with its offer.
        dom::focus_soon("sec-title");
    });
    view! {
        <Fresh desk take />
        <Changed desk take />
    }
}

/// Drafts for what is still empty.
#[component]
fn Fresh(desk: Desk, take: Callback<Vec<&'static str>>) -> impl IntoView {
    let words = words();
    let fresh = Memo::new(move |_| {
        let offers = desk.offers.get();
        let empty = offers.into_iter().filter(|offer| !offer.is_update);
        empty.collect::<Vec<_>>()
    });
    let lines = move || {
        let line = |offer: Offer| {
            let name = words.text(offer.name);
            let of = move || words.fill(ui::digest::USE_ONE_OF, &[("name", &name())]);
            view! {
                <li>
                    <small>{name}</small>
                    <blockquote>{offer.after}</blockquote>
                    <button
                        class="chip"
                        type="button"
                        aria-label=of
                        on:click=move |_| take.run(vec![offer.id])
                    >
                        {words.text(ui::digest::USE_ONE)}
                    </button>
                </li>
            }
        };
        fresh.get().into_iter().map(line).collect_view()
    };
    let all = move |_| {
        let ids = fresh.with_untracked(|fresh| fresh.iter().map(|offer| offer.id).collect());
        take.run(ids);
    };
    view! {
        <Show when=move || !fresh.with(Vec::is_empty)>
            <section class="rewrite drafts" aria-label=words.text(ui::digest::OFFER)>
                <div class="rewrite-top">
                    <strong>{words.text(ui::digest::OFFER)}</strong>
                    <span>{words.text(ui::digest::OFFER_LEAD)}</span>
                </div>
                <ul class="draft-lines">{lines}</ul>
                <div class="row">
                    <button class="btn" type="button" on:click=all>
                        {words.text(ui::digest::USE_ALL)}
                    </button>
                </div>
            </section>
        </Show>
    }
}

/// Drafts that would say something else now.
#[component]
fn Changed(desk: Desk, take: Callback<Vec<&'static str>>) -> impl IntoView {
    let words = words();
    let changed = move || {
        let offers = desk.offers.get();
        let others = offers.into_iter().filter(|offer| offer.is_update);
        others.collect::<Vec<_>>()
    };
    let keep = move |id: &'static str| {
        desk.editor.edit(None, |charter, _| {
            let texts = untrack(|| words.texts_of(charter.language));
            let today = clock::today();
            desk.section
                .with_value(|section| digest::keep(charter, section, id, &texts, today));
        });
        dom::focus_soon("sec-title");
    };
    let note = move |offer: Offer| {
        let (id, name) = (offer.id, offer.name);
        let says = move || words.fill(ui::digest::CHANGED, &[("name", &words.get(name))]);
        view! {
            <section class="rewrite draft-changed" aria-label=says>
                <div class="rewrite-top">
                    <span>{says}</span>
                </div>
                <Difference before=offer.before after=offer.after />
                <div class="row">
                    <button class="btn" type="button" on:click=move |_| take.run(vec![id])>
                        {words.text(ui::digest::UPDATE)}
                    </button>
                    <button class="btn btn-quiet" type="button" on:click=move |_| keep(id)>
                        {words.text(ui::digest::KEEP)}
                    </button>
                </div>
            </section>
        }
    };
    move || changed().into_iter().map(note).collect_view()
}
