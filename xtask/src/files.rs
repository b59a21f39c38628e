//! Which files go into a package.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::error::Error;

/// Where git keeps its records.
const GIT: &str = ".git";
/// Names what is built or fetched, a line `/name` each.
const IGNORED: &str = ".gitignore";

/// Every file below a folder, as paths from there with `/` between the parts.
pub(crate) fn below(folder: &Path) -> Result<Vec<String>, Error> {
    let mut names = Vec::new();
    walk(folder, "", &[], &mut names)?;
    Ok(names)
}

/// Every file of the source that git tracks. Where git has no records, as in an unpacked source package, everything
/// that `.gitignore` does not name: the same files.
pub(crate) fn of_the_source(root: &Path) -> Result<Vec<String>, Error> {
    if root.join(GIT).exists() {
        return tracked(root);
    }
    let path = root.join(IGNORED);
    let ignored = fs::read_to_string(&path).map_err(Error::file(&path))?;
    let ignored: Vec<&str> = ignored.lines().filter_map(|line| line.strip_prefix('/')).collect();
    let mut names = Vec::new();
    walk(root, "", &ignored, &mut names)?;
    Ok(names)
}

/// Whether a file is one that may be run.
#[cfg(unix)]
pub(crate) fn is_program(path: &Path) -> Result<bool, Error> {
    use std::os::unix::fs::PermissionsExt as _;
    let about = fs::metadata(path).map_err(Error::file(path))?;
    Ok(about.permissions().mode() & 0o100 != 0)
}

/// Whether a file is one that may be run.
#[cfg(not(unix))]
pub(crate) fn is_program(path: &Path) -> Result<bool, Error> {
    let text = fs::read(path).map_err(Error::file(path))?;
    Ok(text.starts_with(b"#!"))
}

fn tracked(root: &Path) -> Result<Vec<String>, Error> {
    let listed = Command::new("git")
        .current_dir(root)
        .args(["ls-files", "-z"])
        .output()
        .map_err(|error| Error::Start("git", error))?;
    if !listed.status.success() {
        return Err(Error::Source(String::from_utf8_lossy(&listed.stderr).trim().to_owned()));
    }
    let names = String::from_utf8_lossy(&listed.stdout);
    Ok(names.split_terminator('\0').map(str::to_owned).collect())
}

fn walk(folder: &Path, before: &str, without: &[&str], names: &mut Vec<String>) -> Result<(), Error> {
    for entry in fs::read_dir(folder).map_err(Error::file(folder))? {
        let entry = entry.map_err(Error::file(folder))?;
        let name = format!("{before}{}", entry.file_name().to_string_lossy());
        if without.contains(&name.as_str()) {
            continue;
        }
        if entry.path().is_dir() {
            walk(&entry.path(), &format!("{name}/"), without, names)?;
        } else {
            names.push(name);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unpacked_source_package_is_packed_again_without_what_was_built_in_it() {
        let root = tempfile::tempdir().unwrap();
        for (name, text) in [
            (IGNORED, "/target\n/dist\n"),
            ("src/lib.rs", ""),
            ("src/target", ""),
            ("target/debug/x", ""),
            ("dist/x", ""),
        ] {
            let path = root.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let mut names = of_the_source(root.path()).unwrap();
        names.sort();
        assert_eq!(names, [IGNORED, "src/lib.rs", "src/target"]);
    }
}
