//! Every case of a scenario, for people to read.

/// What came of a case.
pub struct Row {
    /// The platform's id.
    pub platform: &'static str,
    /// The step, or the request, that the fault struck.
    pub step: String,
    /// What went wrong.
    pub fault: &'static str,
    /// How often it did.
    pub times: &'static str,
    /// What the shopper reads, and the event.
    pub first: End,
    /// The second press, where the first one did not end well.
    pub second: Option<End>,
    /// The registered accounts.
    pub accounts: usize,
    /// How the case breaks the promise, if it does.
    pub violation: Option<String>,
}

/// How a press ended.
pub struct End {
    /// `success`, or the error's kind.
    pub event: String,
    /// What the shopper reads then.
    pub reads: String,
}

const HEAD: [&str; 8] = [
    "platform",
    "step",
    "fault",
    "times",
    "event",
    "second press",
    "accounts",
    "the shopper reads",
];
const WIDTHS: [usize; 7] = [21, 12, 19, 6, 21, 13, 9];

/// The rows as a table with a head.
pub fn table(rows: &[Row]) -> String {
    let mut table = line(&HEAD);
    table.extend(rows.iter().map(Row::lines));
    table
}

impl Row {
    fn lines(&self) -> String {
        let accounts = self.accounts.to_string();
        let second = self.second.as_ref().map_or("-", |end| &end.event);
        let cells = [
            self.platform,
            &self.step,
            self.fault,
            self.times,
            &self.first.event,
            second,
            &accounts,
            &self.first.reads,
        ];
        match &self.violation {
            Some(violation) => format!("{}  ^ {violation}\n", line(&cells)),
            None => line(&cells),
        }
    }
}

fn line(cells: &[&str; 8]) -> String {
    let mut line = String::new();
    for (index, cell) in cells.iter().enumerate() {
        let width = WIDTHS.get(index).copied().unwrap_or_default();
        line.push_str(&format!("{cell:<width$} "));
    }
    format!("{}\n", line.trim_end())
}
