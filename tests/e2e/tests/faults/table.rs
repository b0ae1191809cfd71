//! What came of the cases, for people to read.

/// What came of a case.
pub struct Row {
    /// The platform's id, the scenario, the step, what went wrong and how often.
    pub place: [String; 5],
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

const HEAD: [&str; 9] = [
    "platform",
    "scenario",
    "step",
    "trouble",
    "times",
    "event",
    "second press",
    "accounts",
    "the shopper reads",
];
const WIDTHS: [usize; 8] = [21, 14, 12, 19, 6, 21, 13, 9];

/// The rows as a table with a head.
pub fn table(rows: &[Row]) -> String {
    let mut table = line(&HEAD.map(str::to_owned));
    for row in rows {
        table.push_str(&line(&row.cells()));
        if let Some(violation) = &row.violation {
            table.push_str(&format!("  ^ {violation}\n"));
        }
    }
    table
}

impl Row {
    fn cells(&self) -> [String; 9] {
        let [platform, scenario, step, trouble, times] = self.place.clone();
        let second = self.second.as_ref().map_or("-", |end| &end.event);
        [
            platform,
            scenario,
            step,
            trouble,
            times,
            self.first.event.clone(),
            second.to_owned(),
            self.accounts.to_string(),
            self.first.reads.clone(),
        ]
    }
}

fn line(cells: &[String; 9]) -> String {
    let mut line = String::new();
    for (index, cell) in cells.iter().enumerate() {
        let width = WIDTHS.get(index).copied().unwrap_or_default();
        line.push_str(&format!("{cell:<width$} "));
    }
    format!("{}\n", line.trim_end())
}
