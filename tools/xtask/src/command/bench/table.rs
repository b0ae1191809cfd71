//! Medians, ranges and the table of the README.

use super::load::Load;
use anyhow::{Context as _, Result};

const OPENING: &str = "<!-- bench -->";
const CLOSING: &str = "<!-- /bench -->";
const HEAD: &str = "| page | line | email usable, ms | ÷ static | ÷ hand-written | taken over, ms | KB | requests \
    | heap, KB | longest task, ms |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n";

/// The loads of one page on one line.
pub struct Row {
    pub page: &'static str,
    pub line: &'static str,
    pub loads: Vec<Load>,
}

/// The middle, the smallest and the largest of some numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Spread {
    median: f64,
    least: f64,
    most: f64,
}

impl Spread {
    fn of(numbers: impl Iterator<Item = f64>) -> Option<Self> {
        let mut numbers: Vec<f64> = numbers.collect();
        numbers.sort_by(f64::total_cmp);
        let half = numbers.len() / 2;
        let upper = *numbers.get(half)?;
        let median = match numbers.len() % 2 {
            1 => upper,
            _ => f64::midpoint(*numbers.get(half.checked_sub(1)?)?, upper),
        };
        Some(Self {
            median,
            least: *numbers.first()?,
            most: *numbers.last()?,
        })
    }

    /// In milliseconds, with the range.
    fn times(self) -> String {
        format!("{:.0} ({:.0}–{:.0})", self.median, self.least, self.most)
    }
}

/// The table in Markdown. On each line, the first row is the static form, the second the hand-written element.
pub fn table(rows: &[Row]) -> Result<String> {
    let mut table = HEAD.to_owned();
    for row in rows {
        let mut same_line = rows.iter().filter(|other| other.line == row.line);
        let form = usable(same_line.next().context("no static form")?)?.median;
        let element = usable(same_line.next().context("no hand-written element")?)?.median;
        table += &text(row, form, element)?;
    }
    Ok(table)
}

fn usable(row: &Row) -> Result<Spread> {
    Spread::of(row.loads.iter().map(|load| load.usable)).context("no loads")
}

fn text(row: &Row, form: f64, element: f64) -> Result<String> {
    let usable = usable(row)?;
    let median = |read: fn(&Load) -> f64| {
        let spread = Spread::of(row.loads.iter().map(read)).context("no loads")?;
        anyhow::Ok(spread.median)
    };
    let taken_over = Spread::of(row.loads.iter().filter_map(|load| load.taken_over));
    let longest = match median(|load| load.longest_task)? {
        0.0 => "below 50".to_owned(),
        longest => format!("{longest:.0}"),
    };
    Ok(format!(
        "| {} | {} | {} | {:.2} | {:.2} | {} | {:.1} | {} | {:.0} | {longest} |\n",
        row.page,
        row.line,
        usable.times(),
        usable.median / form,
        usable.median / element,
        taken_over.map_or_else(|| "–".to_owned(), Spread::times),
        median(|load| load.bytes)? / 1000.0,
        median(|load| load.requests)?,
        median(|load| load.heap)? / 1000.0,
    ))
}

/// The README with the table between its markers.
pub fn with_table(readme: &str, table: &str) -> Result<String> {
    let split = readme.split_once(OPENING).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(CLOSING)?;
        Some(format!("{before}{OPENING}\n{table}{CLOSING}{after}"))
    });
    split.with_context(|| format!("README.md has no {OPENING}…{CLOSING}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(page: &'static str, usable: &[f64], taken_over: Option<f64>) -> Row {
        let load = |usable: &f64| Load {
            usable: *usable,
            taken_over,
            longest_task: 0.0,
            bytes: 1500.0,
            requests: 2.0,
            heap: 900_000.0,
        };
        Row {
            page,
            line: "slow",
            loads: usable.iter().map(load).collect(),
        }
    }

    #[test]
    fn the_median_is_the_middle_or_the_mean_of_both_middles() {
        let median = |numbers: &[f64]| Spread::of(numbers.iter().copied()).map(|one| one.median);
        assert_eq!(median(&[9.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[4.0, 1.0, 2.0, 9.0]), Some(3.0));
        assert_eq!(median(&[]), None);
    }

    #[test]
    fn a_row_has_its_range_and_its_ratios() {
        let rows = [
            row("static form", &[100.0, 90.0, 110.0], None),
            row("hand-written element", &[200.0], None),
            row("ours", &[300.0, 250.0, 310.0], Some(400.0)),
        ];
        let table = table(&rows).unwrap();
        let ours = table.lines().last().unwrap();
        let expected = "| ours | slow | 300 (250–310) | 3.00 | 1.50 | 400 (400–400) | 1.5 | 2 | 900 | below 50 |";
        assert_eq!(ours, expected);
    }

    #[test]
    fn writing_the_table_changes_nothing_else() {
        let readme = "before <!-- bench -->old<!-- /bench --> after";
        let written = with_table(readme, "| new |\n").unwrap();
        assert_eq!(
            written,
            "before <!-- bench -->\n| new |\n<!-- /bench --> after"
        );
        assert!(with_table("no markers", "").is_err());
    }
}
