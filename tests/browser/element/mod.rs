//! The element: how it mounts and unmounts, what its settings do, what a page hears.

mod adoption;
mod events;
mod mount;
mod settings;
mod unmount;
