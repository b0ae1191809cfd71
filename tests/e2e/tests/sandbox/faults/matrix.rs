//! A scenario at a glance: what went wrong, by platforms. `cargo xtask test` shows it.

use super::table::Row;

const NAME_WIDTH: usize = 26;
const WIDTH: usize = 21;

/// The numbers of cases by fault and platform, each line as `cargo xtask test` wants it.
pub fn matrix(scenario: &str, engine: &str, rows: &[Row]) -> String {
    let platforms = unique(rows.iter().map(|row| row.platform.to_owned()));
    let faults = unique(rows.iter().map(fault));
    let title = format!("{scenario} in {engine}: {} cases", rows.len());
    let legend = "settled by the first press + by the second";
    let mut matrix = format!("| {title}, {legend}\n{}", line("", &platforms));
    for name in &faults {
        let cells = platforms.iter().map(|platform| {
            let own = |row: &&Row| fault(row) == *name && row.platform == platform;
            cell(&rows.iter().filter(own).collect::<Vec<_>>())
        });
        matrix += &line(name, &cells.collect::<Vec<_>>());
    }
    matrix
}

fn fault(row: &Row) -> String {
    format!("{} {}", row.fault, row.times)
}

fn unique(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut unique: Vec<String> = Vec::new();
    for name in names {
        if !unique.contains(&name) {
            unique.push(name);
        }
    }
    unique
}

fn cell(rows: &[&Row]) -> String {
    let broken = rows.iter().filter(|row| row.violation.is_some()).count();
    let first = rows.iter().filter(|row| row.is_settled_at_once()).count();
    match (rows.len(), broken) {
        (0, _) => "-".to_owned(),
        (all, 0) => format!("{first}+{}", all - first),
        (all, broken) => format!("{broken} of {all} BROKEN"),
    }
}

fn line(name: &str, cells: &[String]) -> String {
    let mut line = format!("| {name:<NAME_WIDTH$}");
    for cell in cells {
        line.push_str(&format!("{cell:<WIDTH$}"));
    }
    format!("{}\n", line.trim_end())
}

impl Row {
    /// Whether a second press was not needed, or changed nothing.
    fn is_settled_at_once(&self) -> bool {
        let first = &self.first.event;
        self.second
            .as_ref()
            .is_none_or(|second| second.event == *first)
    }
}
