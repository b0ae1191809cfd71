//! The embedded database: named collections of JSON records.

use std::path::Path;

use anyhow::{Context, Result};
use redb::backends::InMemoryBackend;
use redb::{Database, ReadableDatabase, TableDefinition};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// From (collection, key) to JSON. The name of a collection begins with the platform: `medusa/customers`.
const RECORDS: TableDefinition<(&str, &str), &[u8]> = TableDefinition::new("records");

/// The database of the sandbox.
pub(crate) struct Store {
    database: Database,
}

impl Store {
    /// Opens the file at `path`, and creates it if it is missing. Without a path, the store is in memory.
    ///
    /// # Errors
    /// If the file can't be opened, or another sandbox has it open.
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

    /// The record with this key, if there is one.
    ///
    /// # Errors
    /// If the store can't be read, or the record has another type.
    pub fn get<T: DeserializeOwned>(&self, collection: &str, key: &str) -> Result<Option<T>> {
        let records = self.database.begin_read()?.open_table(RECORDS)?;
        let Some(record) = records.get((collection, key))? else {
            return Ok(None);
        };
        Ok(Some(serde_json::from_slice(record.value())?))
    }

    /// All records of a collection, sorted by key.
    ///
    /// # Errors
    /// If the store can't be read, or the record has another type.
    pub fn all<T: DeserializeOwned>(&self, collection: &str) -> Result<Vec<T>> {
        let records = self.database.begin_read()?.open_table(RECORDS)?;
        let mut found = Vec::new();
        for record in records.range((collection, "")..)? {
            let (key, value) = record?;
            if key.value().0 != collection {
                break;
            }
            found.push(serde_json::from_slice(value.value())?);
        }
        Ok(found)
    }

    /// Writes a record. Replaces one with the same key.
    ///
    /// # Errors
    /// If the store can't be written.
    pub fn put(&self, collection: &str, key: &str, record: &impl Serialize) -> Result<()> {
        let write = self.database.begin_write()?;
        write
            .open_table(RECORDS)?
            .insert((collection, key), serde_json::to_vec(record)?.as_slice())?;
        Ok(write.commit()?)
    }

    /// Removes a record, if there is one.
    ///
    /// # Errors
    /// If the store can't be written.
    pub fn remove(&self, collection: &str, key: &str) -> Result<()> {
        let write = self.database.begin_write()?;
        write.open_table(RECORDS)?.remove((collection, key))?;
        Ok(write.commit()?)
    }

    /// Removes all records.
    ///
    /// # Errors
    /// If the store can't be written.
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
    fn a_collection_lists_only_its_own_records() {
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
