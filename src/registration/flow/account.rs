/// The account that a registration led to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// The platform's identifier, empty where its answer was lost and it can't be asked for.
    pub id: String,
    /// The email as it was registered.
    pub email: String,
    /// The platform wants the shopper to follow a link in an email first.
    pub check_mail: bool,
    /// What did not work beside the account itself, in English for the owner.
    pub remark: Option<&'static str>,
}
