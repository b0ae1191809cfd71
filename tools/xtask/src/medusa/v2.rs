//! Medusa 2.

use super::release::Release;
use crate::tools::npm::NpmProject;

/// The release that the tests register with.
pub const RELEASE: Release = Release {
    title: "Medusa 2.21.2",
    database: "medusa_2_21_2",
    packages: NpmProject {
        name: "medusa",
        version: "2.21.2",
        manifest: include_str!("../../npm/medusa-v2/package.json"),
        lock: None,
        files: &[(
            "medusa-config.js",
            include_str!("../../medusa/v2-config.js"),
        )],
        expectation: "about 2 min and 700 MB, once per machine",
    },
    node_arguments: &["node_modules/@medusajs/cli/cli.js"],
    migrate: &["db:migrate"],
};
