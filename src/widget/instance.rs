//! Mounts and unmounts one form.

use super::found::Found;
use super::model::{Model, Notice};
use super::view::{self, Shared, Standing, Tree};
use super::{event, page, submit};
use crate::registration::flow::Failure;
use crate::registration::form::Form;
use crate::registration::platform::{self, Platform, REGISTRY};
use crate::registration::settings::Settings;
use js_sys::{Array, Function};
use leptos::mount::{UnmountHandle, mount_to_renderer};
use leptos::prelude::RwSignal;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
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
/// `countries` returns pairs of code and name, in the order of a list.
/// `language` is the effective language tag of the element.
/// `on_state` is called with `busy`, `failed`, `done` or an empty text. `when_connected` returns a
/// promise if the element is in no document: it settles when the element is back. The container has to prevent
/// the native submission of the form. The ids of the form's elements start with the container's id.
///
/// The view adopts a form that stands in the container already, with all that was typed into it. If
/// that form is marked as busy, the shopper has pressed its button: the widget submits it.
///
/// Wrong settings show a notice in place of the form, and dispatch `signup-error`.
#[wasm_bindgen]
pub fn mount(
    host: HtmlElement,
    container: HtmlElement,
    messages: &Array,
    countries: Function,
    language: String,
    on_state: Function,
    when_connected: Function,
) -> Widget {
    let messages = Rc::new(page::catalogue(messages));
    let settings = page::settings(&host, language);
    let found = Found::of(&container);
    match prepare(&settings) {
        Ok((platform, endpoint, form)) => show_form(
            found,
            Model {
                platform,
                settings,
                endpoint,
                host,
                id_prefix: [&container.id(), "-"].concat(),
                container,
                form: RefCell::new(form),
                shown: RwSignal::new(found.shown()),
                notice: RwSignal::new(Notice::None),
                messages,
                countries,
                unconfirmed: RefCell::new(None),
                is_touched: Cell::new(false),
                run: Cell::new(0),
                on_state,
                when_connected,
            },
        ),
        Err(failure) => {
            let link = settings.link("sign-in-url").map(str::to_owned);
            container.set_text_content(None);
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

fn unknown_platform() -> Failure {
    let ids: Vec<&str> = REGISTRY.iter().map(|platform| platform.id).collect();
    Failure::misconfigured(&["Set the attribute `platform` to one of: ", &ids.join(", ")])
}

fn show_form(found: Found, model: Model) -> Widget {
    let model: Shared = Rc::new(model);
    if found.is_drawn {
        model.adopt_controls();
    }
    let inner = model.clone();
    let mounted = mount_tree(Tree {
        container: model.container.clone(),
        build: Box::new(move |root| Some(view::form(&inner, root))),
    });
    if !found.is_drawn {
        model.empty_controls();
    }
    event::ready(&model.host, model.platform.id);
    if found.is_touched {
        model.touched();
    }
    if found.is_pressed {
        submit::press_early(&model);
    }
    Widget {
        model: Some(model),
        _mounted: mounted,
    }
}

fn mount_tree(tree: Tree) -> UnmountHandle<Standing> {
    let container = tree.container.clone();
    mount_to_renderer(&container, move || tree)
}
