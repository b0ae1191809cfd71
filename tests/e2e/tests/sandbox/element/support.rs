use anyhow::Result;
use e2e::{Element, Form, Page, Stage};

/// Opens an element on a page with a policy and returns its form, ready or not.
pub async fn under_policy<'a>(
    stage: &Stage<'a>,
    element: &Element,
    policy: &str,
) -> Result<Form<'a>> {
    stage.open(Page::new(element).policy(policy)?).await?;
    Ok(Form::new(stage.browser, element.id()))
}
