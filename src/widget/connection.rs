use web_sys::window;

/// Opens the connection that the first request to a store will take. `None` where there is no
/// need, or no way.
///
/// Browsers keep connections with cookies apart from those without, and no platform's first
/// request carries any: <https://html.spec.whatwg.org/multipage/links.html#link-type-preconnect>.
pub fn prepare(address: &str) -> Option<()> {
    let document = window()?.document()?;
    let known = ["link[rel=preconnect][href='", address, "']"].concat();
    if document.query_selector(&known).ok()?.is_some() {
        return None;
    }
    let link = document.create_element("link").ok()?;
    link.set_attribute("rel", "preconnect").ok()?;
    link.set_attribute("crossorigin", "anonymous").ok()?;
    link.set_attribute("href", address).ok()?;
    // In a shadow root it would be ignored.
    let head = document.query_selector("head").ok()??;
    head.append_child(&link).ok()?;
    Some(())
}
