/// Why no answer came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransportError {
    /// The browser knows that it has no connection: nothing was sent.
    Offline,
    /// No connection, a cut one, or an answer that the browser keeps from the page.
    Unreachable,
    /// No answer within the time limit.
    TimedOut,
}
