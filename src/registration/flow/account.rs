/// The account that a registration created.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// The platform's identifier. Empty if the response was lost and no other request returns it.
    pub id: String,
    /// The email as it was registered.
    pub email: String,
    /// Whether the shopper has to follow a link in an email first.
    pub check_mail: bool,
    /// A problem that did not prevent the account, in English for the owner.
    pub remark: Option<&'static str>,
}
