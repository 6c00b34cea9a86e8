//! `bazhu serve` and the commands about servers. Settings are environment variables
//! (docs/server.md); a flag stands above its variable.

use clap::Args as Arguments;
use std::path::PathBuf;

/// `bazhu serve`.
#[derive(Debug, Arguments)]
#[command(after_help = "\
Settings are environment variables, listed in docs/server.md: DATABASE_URL, BAZHU_DATA,
BAZHU_OPERATOR_TOKEN_FILE, BAZHU_KEY_FILE, BAZHU_TRUSTED_PROXIES, BAZHU_TLS and others.

Examples:
  bazhu serve --site dist
  BAZHU_TLS=true BAZHU_TRUSTED_PROXIES=127.0.0.1 bazhu serve --data /var/lib/bazhu")]
pub struct Serve {
    /// The built site; the one that this program carries unless given (BAZHU_SITE).
    #[arg(long, value_name = "DIR")]
    pub site: Option<PathBuf>,
    /// The folder for what the server keeps (BAZHU_DATA).
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Where to listen (BAZHU_LISTEN); port 0 takes any that is free.
    #[arg(long, value_name = "ADDRESS:PORT")]
    pub listen: Option<String>,
}

/// How to reach a server as its operator.
#[derive(Debug, Arguments)]
pub struct At {
    /// The server's address.
    #[arg(long = "to", value_name = "URL")]
    pub url: String,
    /// The file with the operator's token; without it, BAZHU_OPERATOR_TOKEN holds it.
    #[arg(long, value_name = "FILE")]
    pub token_file: Option<PathBuf>,
}

/// `bazhu publish`.
#[derive(Debug, Arguments)]
#[command(after_help = "\
Example:
  BAZHU_OPERATOR_TOKEN=… bazhu publish data/shanghai --to https://example.org --note '2027 rates'")]
pub struct Publish {
    /// The folder with the pack's source files.
    pub dir: PathBuf,
    #[command(flatten)]
    pub at: At,
    /// What changed, for the server's record.
    #[arg(long, default_value = "", value_name = "TEXT")]
    pub note: String,
}

/// `bazhu rollback`.
#[derive(Debug, Arguments)]
#[command(after_help = "Example:\n  bazhu rollback --to https://example.org --release 7")]
pub struct Rollback {
    #[command(flatten)]
    pub at: At,
    /// The release's number; the last one with other content unless given.
    #[arg(long, value_name = "N")]
    pub release: Option<i64>,
}

/// `bazhu token`.
#[derive(Debug, Arguments)]
#[command(after_help = "\
The token is shown once; the file holds its hash, for BAZHU_OPERATOR_TOKEN_FILE.

Examples:
  bazhu token /etc/bazhu/operator
  bazhu token --key /etc/bazhu/key")]
pub struct Token {
    /// The file to write, which must not exist; only its owner may read it.
    pub file: PathBuf,
    /// Make a key for personal data instead, for BAZHU_KEY_FILE.
    #[arg(long)]
    pub key: bool,
}

/// `bazhu backup`.
#[derive(Debug, Arguments)]
#[command(after_help = "\
The settings of the server name its database. The key is not in the file: keep it elsewhere.

Example:
  BAZHU_DATA=/var/lib/bazhu bazhu backup /backup/bazhu-2026-11-27.sqlite")]
pub struct Backup {
    /// The file to write, which must not exist.
    pub file: PathBuf,
}

/// `bazhu restore`.
#[derive(Debug, Arguments)]
#[command(after_help = "\
Stop the server first. A back-up may go from SQLite to PostgreSQL and back.

Example:
  DATABASE_URL=postgres://… BAZHU_KEY_FILE=key bazhu restore bazhu-2026-11-27.sqlite")]
pub struct Restore {
    /// The file that `bazhu backup` wrote.
    pub file: PathBuf,
    /// Give up what is in the database.
    #[arg(long)]
    pub replace: bool,
}
