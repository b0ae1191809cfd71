//! The embedded store: JSON records on named shelves.

use std::path::Path;

use anyhow::{Context, Result};
use redb::backends::InMemoryBackend;
use redb::{Database, ReadableDatabase, TableDefinition};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// (shelf, key) to JSON. A shelf is a platform's own, for example `medusa/customers`.
const RECORDS: TableDefinition<(&str, &str), &[u8]> = TableDefinition::new("records");

/// All that the sandbox remembers.
pub(crate) struct Store {
    database: Database,
}

impl Store {
    /// Opens the file at `path` and makes it if it isn't there; without a path the store lives in memory.
    ///
    /// # Errors
    /// When the file can't be opened, or another sandbox has it open.
    pub fn open(path: Option<&Path>) -> Result<Self> {
        let database = match path {
            Some(path) => open_file(path).with_context(|| format!("opening {}", path.display()))?,
            None => Database::builder().create_with_backend(InMemoryBackend::new())?,
        };
        let setup = database.begin_write()?;
        setup.open_table(RECORDS)?;
        setup.commit()?;
        Ok(Self { database })
    }

    /// The record under `key`, if there is one.
    ///
    /// # Errors
    /// When the store can't be read, or holds something else there.
    pub fn get<T: DeserializeOwned>(&self, shelf: &str, key: &str) -> Result<Option<T>> {
        let records = self.database.begin_read()?.open_table(RECORDS)?;
        let Some(record) = records.get((shelf, key))? else {
            return Ok(None);
        };
        Ok(Some(serde_json::from_slice(record.value())?))
    }

    /// Every record of a shelf, by key.
    ///
    /// # Errors
    /// When the store can't be read, or holds something else there.
    pub fn all<T: DeserializeOwned>(&self, shelf: &str) -> Result<Vec<T>> {
        let records = self.database.begin_read()?.open_table(RECORDS)?;
        let mut found = Vec::new();
        for record in records.range((shelf, "")..)? {
            let (key, value) = record?;
            if key.value().0 != shelf {
                break;
            }
            found.push(serde_json::from_slice(value.value())?);
        }
        Ok(found)
    }

    /// Writes a record, over one that may be there.
    ///
    /// # Errors
    /// When the store can't be written.
    pub fn put(&self, shelf: &str, key: &str, record: &impl Serialize) -> Result<()> {
        let write = self.database.begin_write()?;
        write
            .open_table(RECORDS)?
            .insert((shelf, key), serde_json::to_vec(record)?.as_slice())?;
        Ok(write.commit()?)
    }

    /// Removes a record, if it is there.
    ///
    /// # Errors
    /// When the store can't be written.
    pub fn remove(&self, shelf: &str, key: &str) -> Result<()> {
        let write = self.database.begin_write()?;
        write.open_table(RECORDS)?.remove((shelf, key))?;
        Ok(write.commit()?)
    }

    /// Forgets everything.
    ///
    /// # Errors
    /// When the store can't be written.
    pub fn clear(&self) -> Result<()> {
        let write = self.database.begin_write()?;
        write.delete_table(RECORDS)?;
        write.open_table(RECORDS)?;
        Ok(write.commit()?)
    }
}

fn open_file(path: &Path) -> Result<Database> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    Ok(Database::create(path)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shelf_lists_only_its_own_records() {
        let store = Store::open(None).unwrap();
        store.put("a", "2", &"second").unwrap();
        store.put("a", "1", &"first").unwrap();
        store.put("b", "1", &"other").unwrap();
        assert_eq!(store.all::<String>("a").unwrap(), ["first", "second"]);
    }

    #[test]
    fn a_cleared_store_is_empty() {
        let store = Store::open(None).unwrap();
        store.put("a", "1", &1).unwrap();
        store.clear().unwrap();
        assert_eq!(store.get::<u32>("a", "1").unwrap(), None);
    }
}
