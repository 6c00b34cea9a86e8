//! Small pieces of code that several parts share travel with each of those parts, in one file.
//!
//! The tool that divides the app's code makes a file for every set of parts that share something:
//! some twenty, most of a few hundred bytes, each a request of its own. Here a part's file becomes
//! a row of WebAssembly modules: the small shared ones that it needs, then its own. A module that
//! came with another part before is not made again. Large shared pieces stay files of their own.

use std::fs;
use std::path::Path;

use crate::fault::{AtPath, Fault, Outcome};

/// From so many bytes on, uncompressed, a piece is worth a request of its own.
const LARGE: usize = 10_000;

/// What the app's script does with such a file.
const READER: &str = "\
const bundles = [];
function piece(name) {
    for (const { at, bytes } of bundles) {
        if (at[name]) return bytes.then((all) => new Response(all.slice(...at[name]), { headers: { \"content-type\": \"application/wasm\" } }));
    }
    return Promise.reject(new Error(name));
}
function gathered(file, lengths, load) {
    let loading;
    const begin = async () => {
        const at = {};
        let from = 0;
        for (const [name, length] of lengths) at[name] = [from, from += length];
        const bytes = fetch(new URL(file, location.origin)).then((answer) => {
            if (!answer.ok) throw new Error(answer.status);
            return answer.arrayBuffer();
        });
        const bundle = { at, bytes };
        bundles.unshift(bundle);
        try {
            return await load();
        } catch (error) {
            loading = undefined;
            throw error;
        } finally {
            bundles.splice(bundles.indexOf(bundle), 1);
        }
    };
    return () => (loading ??= begin());
}
";

/// Puts the small pieces into the files of the parts in `folder`, and gives the script that
/// reads them from there.
///
/// # Errors
///
/// If the script is not as the dividing tool writes it, or a file cannot be read or written.
pub fn gather(folder: &Path, script: &str) -> Outcome<String> {
    let mut out = script.to_owned();
    let mut gone: Vec<String> = Vec::new();
    for part in parts(script)? {
        let mut pieces = Vec::new();
        for file in part.needs {
            let bytes = read(folder, file)?;
            if bytes.len() < LARGE {
                pieces.push((file, bytes));
            }
        }
        if pieces.is_empty() {
            continue;
        }
        gone.extend(pieces.iter().map(|(file, _)| (*file).to_owned()));
        pieces.push((part.file, read(folder, part.file)?));
        let lengths: Vec<String> = pieces
            .iter()
            .map(|(file, bytes)| format!("[\"{}\", {}]", name_of(file), bytes.len()))
            .collect();
        let own = part
            .text
            .replace(
                "wrapAsyncCb(makeLoad(",
                &format!(
                    "wrapAsyncCb(gathered(\"{}\", [{}], makeLoad(",
                    part.file,
                    lengths.join(", ")
                ),
            )
            .replace(&fetch_of(part.file), &piece_of(part.file));
        out = out.replace(part.text, &(own + ")"));
        let path = folder.join(file_name(part.file));
        let all: Vec<u8> = pieces.into_iter().flat_map(|(_, bytes)| bytes).collect();
        fs::write(&path, all).at("write", &path)?;
    }
    gone.sort();
    gone.dedup();
    for file in &gone {
        out = out.replace(&fetch_of(file), &piece_of(file));
        let path = folder.join(file_name(file));
        fs::remove_file(&path).at("remove", &path)?;
    }
    Ok(match gone.is_empty() {
        true => out,
        false => format!("{READER}{out}"),
    })
}

/// A part as the script loads it.
struct Part<'a> {
    /// `const __wasm_split_load_… = wrapAsyncCb(makeLoad(…, [__chunk_3])`, without what closes it.
    text: &'a str,
    /// `/parts/split_….wasm`
    file: &'a str,
    /// The files of the pieces that it shares.
    needs: Vec<&'a str>,
}

fn parts(script: &str) -> Outcome<Vec<Part<'_>>> {
    let changed = || {
        Fault::new("the script that loads the parts is no longer as we expect")
            .help("look at xtask/src/bundle.rs")
    };
    let mut all = Vec::new();
    for (at, _) in script.match_indices("const __wasm_split_load_") {
        let rest = script.get(at..).unwrap_or_default();
        let end = rest.find("]));").ok_or_else(changed)? + "])".len();
        let text = rest.get(..end).unwrap_or_default();
        let file = file_in(text).ok_or_else(changed)?;
        let mut needs = Vec::new();
        collect(script, text, &mut needs).ok_or_else(changed)?;
        all.push(Part { text, file, needs });
    }
    match all.is_empty() {
        true => Err(changed()),
        false => Ok(all),
    }
}

/// Adds the files of the pieces that a loader names at its end, and of those that they need.
fn collect<'a>(script: &'a str, loader: &str, found: &mut Vec<&'a str>) -> Option<()> {
    let (_, list) = loader.rsplit_once('[')?;
    let names = list.trim_end_matches([')', ']', ';']).split(", ");
    for name in names.filter(|name| !name.is_empty()) {
        let (_, of) = script.split_once(&format!("const {name} = makeLoad("))?;
        let (of, _) = of.split_once("]);")?;
        let (before, own) = (found.len(), file_in(of)?);
        if !found.contains(&own) {
            collect(script, of, found)?;
            found.insert(before, own);
        }
    }
    Some(())
}

/// The first `/parts/….wasm` in a text.
fn file_in(text: &str) -> Option<&str> {
    text.split('"').find(|word| word.starts_with("/parts/"))
}

fn file_name(file: &str) -> &str {
    file.trim_start_matches("/parts/")
}

/// `chunk_3` of `/parts/chunk_3-0123.wasm`.
fn name_of(file: &str) -> &str {
    let name = file_name(file);
    name.split_once('-').map_or(name, |(name, _)| name)
}

fn fetch_of(file: &str) -> String {
    format!("fetch(new URL(\"{file}\", location.origin))")
}

fn piece_of(file: &str) -> String {
    format!("piece(\"{}\")", name_of(file))
}

fn read(folder: &Path, file: &str) -> Outcome<Vec<u8>> {
    let path = folder.join(file_name(file));
    fs::read(&path).at("read", &path)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "/* a, b */\nconst __chunk_1 = makeLoad(() => {\n    const src = fetch(new URL(\"/parts/chunk_1-0f.wasm\", location.origin));\n}\n, []);\n\
        /* a, b */\nconst __chunk_2 = makeLoad(() => {\n    const src = fetch(new URL(\"/parts/chunk_2-0f.wasm\", location.origin));\n}\n, [__chunk_1]);\n\
        const __wasm_split_load_a = wrapAsyncCb(makeLoad(() => {\n    const src = fetch(new URL(\"/parts/split_a-0f.wasm\", location.origin));\n}\n, [__chunk_1, __chunk_2]));\n\
        const __wasm_split_load_b = wrapAsyncCb(makeLoad(() => {\n    const src = fetch(new URL(\"/parts/split_b-0f.wasm\", location.origin));\n}\n, []));\n";

    fn folder(name: &str, large: usize) -> std::path::PathBuf {
        let folder =
            std::env::temp_dir().join(format!("bazhu-bundle-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        for (file, bytes) in [
            ("chunk_1", vec![1; 3]),
            ("chunk_2", vec![2; large]),
            ("split_a", vec![3; 5]),
            ("split_b", vec![4; 7]),
        ] {
            fs::write(folder.join(format!("{file}-0f.wasm")), bytes).unwrap();
        }
        folder
    }

    #[test]
    fn small_pieces_travel_with_their_parts_and_large_ones_alone() {
        let folder = folder("large", LARGE);
        let script = gather(&folder, SCRIPT).unwrap();
        assert!(script.starts_with(READER));
        assert!(
            script.contains(
                "const __chunk_1 = makeLoad(() => {\n    const src = piece(\"chunk_1\");"
            )
        );
        assert!(
            script.contains(
                "const src = fetch(new URL(\"/parts/chunk_2-0f.wasm\", location.origin));"
            )
        );
        assert!(script.contains(
            "const __wasm_split_load_a = wrapAsyncCb(gathered(\"/parts/split_a-0f.wasm\", [[\"chunk_1\", 3], [\"split_a\", 5]], \
             makeLoad(() => {\n    const src = piece(\"split_a\");\n}\n, [__chunk_1, __chunk_2])));"
        ), "{script}");
        // A part that shares nothing stays as it is.
        assert!(script.contains(
            "wrapAsyncCb(makeLoad(() => {\n    const src = fetch(new URL(\"/parts/split_b-0f.wasm\""
        ));
        assert_eq!(
            fs::read(folder.join("split_a-0f.wasm")).unwrap(),
            [1, 1, 1, 3, 3, 3, 3, 3]
        );
        assert!(!folder.join("chunk_1-0f.wasm").exists());
        assert!(folder.join("chunk_2-0f.wasm").exists());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_script_of_another_make_is_refused() {
        let folder = folder("other", 1);
        assert!(gather(&folder, "const other = 1;").is_err());
        assert!(gather(&folder, &SCRIPT.replace("__chunk_1 =", "__piece_1 =")).is_err());
        fs::remove_dir_all(folder).unwrap();
    }
}
