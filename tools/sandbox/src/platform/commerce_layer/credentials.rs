//! The credentials that the store accepts.

/// The organization's slug.
pub const ORGANIZATION: &str = "sandbox";
/// The public client id of the sales channel.
pub const CLIENT_ID: &str = "h4Jt9wLk2MxVq0bZc8RsYpEuNd7TfGi3oAa6B1yX5_s";
/// The market of the sales channel.
pub const SCOPE: &str = "market:code:europe";
/// The client id of the integration, which may create customer groups.
pub const INTEGRATION_CLIENT_ID: &str = "Qe7uTz1nHc5vKx3dWb9gLr0sPj8mYa4fOi2kXw6Ch_i";
/// The secret of the integration.
pub const INTEGRATION_CLIENT_SECRET: &str = "pG3xW8tRk6ZyBn2vLd0hMs5jQf9cUa7eTo4iVw1Jr_x";
