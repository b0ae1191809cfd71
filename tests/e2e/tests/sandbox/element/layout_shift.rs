//! The form comes without taking the focus or moving anything.

use anyhow::Result;
use e2e::{Ability, Element, Form, Page, Stage, WASM, on_sampled_platforms, on_stage};
use serde_json::Value;

/// The texts that one form asks for.
const GERMAN: &str = "/embed/locales/de.json";

/// What some texts that are longer take more, in CSS pixels. A field takes about 100.
const LINES: f64 = 90.0;

/// Where things are in a page: the element's height, the top of what follows it, and the number of
/// layout shifts so far, where the browser tells them. Two frames later all of them are told.
const LAYOUT: &str = "
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const top = document.getElementById('below').getBoundingClientRect().top;
    const now = [host.getBoundingClientRect().height, top];
    const shifts = () => arguments[1] ? window.recording.shifts.length : null;
    return frame().then(frame).then(() => [...now, shifts()]);";

/// Asserts that nothing moves in a page of a width, in CSS pixels, from the outline with the texts of
/// a language on.
async fn stays_in_place(
    stage: &Stage<'_>,
    element: &Element,
    language: &str,
    width: u16,
) -> Result<()> {
    stage.site.hold(WASM);
    stage.site.publish(
        "/inner",
        Page::new(format!("{element}<p id=\"below\">Below</p>")),
    );
    let frame = format!(
        "<iframe id=\"frame\" src=\"/inner\" style=\"width: {width}px; height: 2000px; border: 0\"></iframe>"
    );
    stage.open(Page::new(frame).without_entry()).await?;
    stage.browser.enter_frame("frame").await?;
    let form = Form::new(stage.browser, element.id());
    form.find(&format!("[lang='{language}'] form")).await?;
    let shifts = [stage.browser.can(Ability::LayoutShifts).into()];
    let before: Value = form.script(LAYOUT, &shifts).await?;
    stage.site.release(WASM);
    form.event("signup-ready").await?;
    let after: Value = form.script(LAYOUT, &shifts).await?;
    assert_eq!(
        after, before,
        "height, top of what follows, shifts at {width} px of {element}"
    );
    Ok(())
}

#[test]
fn nothing_moves_when_the_form_comes() -> Result<()> {
    on_sampled_platforms(async |stage| {
        for width in [320, 1280] {
            stays_in_place(stage, &stage.element(), "en", width).await?;
            stays_in_place(stage, &stage.full_element(), "en", width).await?;
            for (setting, _) in stage.platform.extra {
                stays_in_place(stage, &stage.element().set(setting, ""), "en", width).await?;
            }
        }
        Ok(())
    })
}

#[test]
fn nothing_moves_when_the_form_comes_in_another_language() -> Result<()> {
    on_stage(async |stage| {
        for language in stage.site.languages()? {
            let element = stage.full_element().set("lang", &language);
            stays_in_place(stage, &element, &language, 320).await?;
        }
        Ok(())
    })
}

#[test]
fn a_form_has_its_room_before_its_language_is_there() -> Result<()> {
    on_stage(async |stage| {
        stage.site.hold(GERMAN);
        let element = stage.full_element().set("lang", "de");
        stage.open(Page::new(&element)).await?;
        let form = Form::new(stage.browser, element.id());
        let height = "return host.getBoundingClientRect().height";
        form.find("[lang='en'] form").await?;
        let early: f64 = form.script(height, &[]).await?;
        stage.site.release(GERMAN);
        form.event("signup-ready").await?;
        let late: f64 = form.script(height, &[]).await?;
        assert!((late - early).abs() < LINES, "{early} px, then {late} px");
        Ok(())
    })
}

#[test]
fn the_focus_stays_where_it_is_when_the_form_comes() -> Result<()> {
    on_stage(async |stage| {
        stage.site.hold(WASM);
        let element = stage.element();
        stage
            .open(Page::new(format!("<input id=\"search\">{element}")))
            .await?;
        let form = Form::new(stage.browser, element.id());
        form.find("form").await?;
        form.script::<()>("document.getElementById('search').focus()", &[])
            .await?;
        stage.site.release(WASM);
        form.event("signup-ready").await?;
        assert_eq!(stage.browser.recording().await?.focused, ["input"]);
        let focused: String = form.script("return document.activeElement.id", &[]).await?;
        assert_eq!(focused, "search");
        Ok(())
    })
}
