//! Forms that come and go leave nothing behind.

use super::module::open;
use anyhow::Result;
use e2e::{Form, on_sampled_platforms};
use serde::Deserialize;

/// What a page holds.
#[derive(Debug, PartialEq, Eq, Deserialize)]
struct Held {
    elements: u32,
    listeners: i32,
    memory: u64,
    references: u32,
}

/// Counts the listeners of what outlives a form.
const COUNTING: &str = "<script>
    window.listeners = 0;
    for (const [name, change] of [['addEventListener', 1], ['removeEventListener', -1]]) {
        const own = EventTarget.prototype[name];
        EventTarget.prototype[name] = function (...values) {
            if (this === window || this === document || this === undefined) window.listeners += change;
            return own.apply(this, values);
        };
    }
</script>";

const MOUNT_AND_REMOVE: &str = "
    const [, times] = arguments;
    return (async () => {
    for (let time = 0; time < times; time++) {
        const copy = host.cloneNode();
        copy.toggleAttribute('no-shadow', time % 2 === 1);
        const ready = new Promise((resolve) => copy.addEventListener('signup-ready', resolve));
        document.body.append(copy);
        await ready;
        const email = (copy.shadowRoot ?? copy).querySelector('[name=email]');
        email.dispatchEvent(new Event('focusin', { bubbles: true, composed: true }));
        email.value = 'ada';
        email.dispatchEvent(new Event('input', { bubbles: true }));
        copy.remove();
        await new Promise((resolve) => setTimeout(resolve));
    }
    // Told apart by what they can do: a script of the driver may have constructors of its own.
    const kept = Object.values(window.widgetModule).filter((one) => 'grow' in one);
    const memory = kept.find((one) => 'buffer' in one);
    const tables = kept.filter((one) => one !== memory).map(({ length }) => length);
    return {
        elements: document.getElementsByTagName('*').length,
        listeners: window.listeners,
        memory: memory.buffer.byteLength,
        references: tables.reduce((sum, length) => sum + length, 0),
    };
    })();";

async fn after(form: &Form<'_>, times: u32) -> Result<Held> {
    form.script(MOUNT_AND_REMOVE, &[times.into()]).await
}

#[test]
fn after_500_forms_a_page_holds_what_it_held_after_50() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let element = stage.full_element();
        open(stage, format!("{COUNTING}{element}")).await?;
        let form = Form::new(stage.browser, element.id());
        form.event("signup-ready").await?;
        let early = after(&form, 50).await?;
        let late = after(&form, 450).await?;
        assert_eq!(late, early);
        Ok(())
    })
}
