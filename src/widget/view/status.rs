use super::Shared;
use crate::registration::message::Message;
use crate::widget::model::Phase;
use leptos::html;
use leptos::prelude::*;

/// What is going on, for everyone when it is done and for assistive technology before.
pub fn status(model: &Shared) -> impl IntoView + use<> {
    let phase = model.signals.phase;
    let node = NodeRef::<html::Div>::new();
    let words = model.words.clone();
    let message = move || match phase.get() {
        Phase::Filling => None,
        Phase::Sending => Some(Message::Sending),
        Phase::Done(account) if account.check_mail => Some(Message::CheckMail),
        Phase::Done(_) => Some(Message::Done),
    };
    Effect::new(move || {
        if let (Phase::Done(_), Some(node)) = (phase.get(), node.get()) {
            let _ = node.focus();
        }
    });
    view! {
        <div
            part="status"
            class="status"
            class:done=move || matches!(phase.get(), Phase::Done(_))
            role="status"
            tabindex="-1"
            node_ref=node
        >
            {move || message().map(|message| words.text(message).to_owned())}
        </div>
    }
}
