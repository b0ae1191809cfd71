use web_sys::window;

/// Adds a preconnect link for the first request to a store. `None` if there is one or it fails.
///
/// Browsers don't share a connection between requests with and without cookies. No platform's first
/// request has cookies: <https://html.spec.whatwg.org/multipage/links.html#link-type-preconnect>.
pub fn preconnect(url: &str) -> Option<()> {
    let document = window()?.document()?;
    let known = ["link[rel=preconnect][href='", url, "']"].concat();
    if document.query_selector(&known).ok()?.is_some() {
        return None;
    }
    let link = document.create_element("link").ok()?;
    link.set_attribute("rel", "preconnect").ok()?;
    link.set_attribute("crossorigin", "anonymous").ok()?;
    link.set_attribute("href", url).ok()?;
    // Browsers ignore the link in a shadow root.
    let head = document.query_selector("head").ok()??;
    head.append_child(&link).ok()?;
    Some(())
}
