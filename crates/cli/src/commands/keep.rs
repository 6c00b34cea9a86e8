//! `bazhu token`, `bazhu backup`, `bazhu restore`: what an operator keeps.

use super::serve::settings;
use crate::args::{Backup, Restore, Token};
use crate::failure::Failure;

/// Makes a token or a key, and its file.
pub fn token(args: &Token) -> Result<(), Failure> {
    let fault = |error| Failure::file(&args.file, error);
    if args.key {
        let key = server::new_key();
        server::write_private(&args.file, &format!("{key}\n")).map_err(fault)?;
        println!(
            "{}: a key; without it names and phone numbers can't be read",
            args.file.display()
        );
        return Ok(());
    }
    let (token, hash) = server::new_token();
    server::write_private(&args.file, &format!("{hash}\n")).map_err(fault)?;
    eprintln!(
        "{}: the token's hash. The token is shown once:",
        args.file.display()
    );
    println!("{token}");
    Ok(())
}

/// Writes everything that is kept into a file.
pub fn backup(args: &Backup) -> Result<(), Failure> {
    let rows = server::backup(&settings(&[])?, &args.file)
        .map_err(|error| Failure::file(&args.file, error))?;
    println!("{}: {rows} rows; the key is not in it", args.file.display());
    Ok(())
}

/// Puts back what a back-up holds.
pub fn restore(args: &Restore) -> Result<(), Failure> {
    let rows = server::restore(&settings(&[])?, &args.file, args.replace)
        .map_err(|error| Failure::file(&args.file, error))?;
    println!("{}: {rows} rows restored", args.file.display());
    Ok(())
}
