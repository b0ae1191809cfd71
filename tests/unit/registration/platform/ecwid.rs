use crate::support::signup::settings;
use storefront_signup::registration::form::Form;
use storefront_signup::registration::platform;

#[test]
fn without_a_password_the_email_stays_with_the_platforms_fields() {
    let ecwid = platform::find("ecwid").expect("a platform");
    let attributes = [("fields".to_owned(), "accept_marketing phone".to_owned())];
    let form = Form::new(ecwid, &settings(&attributes.into_iter().collect())).unwrap();
    let names: Vec<_> = form
        .fields()
        .map(|form_field| form_field.field.name)
        .collect();
    assert_eq!(names, ["name", "email", "phone", "accept_marketing"]);
}
