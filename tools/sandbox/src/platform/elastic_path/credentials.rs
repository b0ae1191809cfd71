//! The credentials that the store accepts.

/// The public client id of the store.
pub const CLIENT_ID: &str = "3hq8Vx0ZkfTn1yLd6sWbRgPcJmAe9uKo";
/// The client secret of the same application key. It belongs on a server.
pub const CLIENT_SECRET: &str = "T5uAp3GezL6JfHc8WbRt4YxKs2DvQ7Nm";
/// The password profile of the account members.
pub const PASSWORD_PROFILE_ID: &str = "8d1e5f0a-6b4c-4f57-9f6e-2c7a90d3b1e4";
