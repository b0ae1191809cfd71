//! Registering on real Medusa servers.
