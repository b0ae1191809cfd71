/// Why a request has no response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransportError {
    /// The browser says that it has no connection.
    Offline,
    /// There was no connection, it was cut, or the browser does not let the page read the response.
    Unreachable,
    /// The time limit passed.
    TimedOut,
}
