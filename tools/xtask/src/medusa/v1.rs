//! Medusa 1.

use super::release::Release;
use crate::tools::npm::NpmProject;

/// The release that the tests register with.
pub const RELEASE: Release = Release {
    title: "Medusa 1.20.11",
    database: "medusa_1_20_11",
    packages: NpmProject {
        name: "medusa",
        version: "1.20.11",
        manifest: include_str!("../../npm/medusa-v1/package.json"),
        lock: None,
        files: &[
            (
                "medusa-config.js",
                include_str!("../../medusa/v1-config.js"),
            ),
            ("loopback.js", include_str!("../../medusa/loopback.js")),
        ],
        expectation: "about 1 min and 250 MB, once per machine",
    },
    node_arguments: &[
        "--require",
        "./loopback.js",
        "node_modules/@medusajs/medusa-cli/cli.js",
    ],
    migrate: &["migrations", "run"],
};
