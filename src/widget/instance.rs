//! Mounts and unmounts one form.

use super::model::{Model, Notice, Shown};
use super::view::{self, Shared, Standing, Tree};
use super::{event, page};
use crate::registration::flow::Failure;
use crate::registration::form::Form;
use crate::registration::platform::{self, Platform, REGISTRY};
use crate::registration::settings::Settings;
use js_sys::{Array, Function};
use leptos::mount::{UnmountHandle, mount_to_renderer};
use leptos::prelude::RwSignal;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering};
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, console};

/// A form on a page. Dropping it, or calling `free()` from JavaScript, removes the form.
#[wasm_bindgen]
pub struct Widget {
    model: Option<Shared>,
    _mounted: UnmountHandle<Standing>,
}

/// Puts the form of `host`, the custom element, into `container`.
///
/// `messages` has pairs of key and text in the order of `Message::ALL`.
/// `language` is the effective language tag of the element.
/// `on_state` is called with `busy`, `failed`, `done` or an empty text. The container has to prevent
/// the native submission of the form. Wrong settings show a notice in place of the form, and
/// dispatch `signup-error`.
#[wasm_bindgen]
pub fn mount(
    host: HtmlElement,
    container: HtmlElement,
    messages: &Array,
    language: String,
    on_state: Function,
) -> Widget {
    let messages = Rc::new(page::catalogue(messages));
    let settings = page::settings(&host, language);
    match prepare(&settings) {
        Ok((platform, endpoint, form)) => show_form(Model {
            platform,
            settings,
            endpoint,
            host,
            container,
            id_prefix: next_prefix(),
            form: RefCell::new(form),
            shown: RwSignal::new(Shown::default()),
            notice: RwSignal::new(Notice::None),
            messages,
            unconfirmed: RefCell::new(None),
            is_touched: Cell::new(false),
            run: Cell::new(0),
            on_state,
        }),
        Err(failure) => {
            let link = settings.link("sign-in-url").map(str::to_owned);
            let mounted = mount_tree(Tree {
                container,
                build: Box::new(move |root| {
                    view::unavailable(&messages, link.as_deref(), root);
                    None
                }),
            });
            report(&host, &failure, &on_state);
            Widget {
                model: None,
                _mounted: mounted,
            }
        }
    }
}

/// Reports to the owner why there is no form.
fn report(host: &HtmlElement, failure: &Failure, on_state: &Function) {
    console::error_2(
        &"storefront-signup:".into(),
        &failure.detail.as_str().into(),
    );
    event::error(host, failure);
    let _ = on_state.call1(&JsValue::UNDEFINED, &"failed".into());
}

#[wasm_bindgen]
impl Widget {
    /// Empties the form.
    pub fn reset(&self) {
        if let Some(model) = &self.model {
            model.reset();
        }
    }
}

impl Drop for Widget {
    fn drop(&mut self) {
        if let Some(model) = &self.model {
            model.close();
        }
    }
}

fn prepare(settings: &Settings) -> Result<(&'static Platform, String, Form), Failure> {
    let id = settings.get("platform").unwrap_or_default();
    let platform = platform::find(id).ok_or_else(unknown_platform)?;
    let endpoint = platform.check_settings(settings)?;
    Ok((platform, endpoint, Form::new(platform, settings)?))
}

fn next_prefix() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(1);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    ["signup-", &count.to_string(), "-"].concat()
}

fn unknown_platform() -> Failure {
    let ids: Vec<&str> = REGISTRY.iter().map(|platform| platform.id).collect();
    Failure::misconfigured(&["Set the attribute `platform` to one of: ", &ids.join(", ")])
}

fn show_form(model: Model) -> Widget {
    let model: Shared = Rc::new(model);
    let inner = model.clone();
    let mounted = mount_tree(Tree {
        container: model.container.clone(),
        build: Box::new(move |root| Some(view::form(&inner, root))),
    });
    model.empty_controls();
    event::ready(&model.host, model.platform.id);
    Widget {
        model: Some(model),
        _mounted: mounted,
    }
}

fn mount_tree(tree: Tree) -> UnmountHandle<Standing> {
    let container = tree.container.clone();
    mount_to_renderer(&container, move || tree)
}
