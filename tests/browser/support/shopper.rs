use super::Mounted;

/// The email that the shopper of the suites has.
pub const EMAIL: &str = "ada@example.com";
/// Her password.
pub const PASSWORD: &str = "correct horse battery";

impl Mounted {
    /// Types something right into every field.
    pub fn fill(&self) {
        for name in self.names() {
            self.type_into(&name, sample(&name));
        }
    }
}

fn sample(name: &str) -> &'static str {
    match name {
        "email" => EMAIL,
        "password" => PASSWORD,
        "phone" => "+442079460123",
        "first_name" => "Ada",
        "last_name" => "Lovelace",
        _ => "Analytical Engines",
    }
}
