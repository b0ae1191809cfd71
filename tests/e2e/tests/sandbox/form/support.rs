use anyhow::Result;
use e2e::{Failure, Form, Shopper, Stage};
use storefront_signup::registration::field::{Control, Field};

/// The platform's fields as the form shows them: the password is last.
pub fn fields(stage: &Stage) -> Vec<&'static Field> {
    let is_password = |field: &&Field| field.control == Control::Password;
    let (passwords, others): (Vec<_>, Vec<_>) = stage
        .platform
        .required
        .iter()
        .copied()
        .partition(is_password);
    [others, passwords].concat()
}

/// Fills the form in, presses, and returns what the error event carries.
pub async fn refusal(stage: &Stage<'_>, form: &Form<'_>, shopper: &Shopper) -> Result<Failure> {
    stage.send(form, shopper).await?;
    form.failure().await
}

/// Whether a taken email is tried by signing in, since nothing tells before the creation whether
/// the email is free: so it is where any page gets a token.
pub fn signs_in_when_taken(stage: &Stage) -> bool {
    stage.platform.token.is_some()
}
