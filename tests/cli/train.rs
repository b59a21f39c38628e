//! `chaperone train`: models are made from texts, and anybody can make them again.

use std::fs;
use std::path::Path;

use super::process::run;

const TOP: &str = env!("CARGO_MANIFEST_DIR");

#[test]
fn a_model_is_what_its_texts_teach() {
    let ran = run(&["train", "--check", "--root", TOP], "");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
}

#[test]
fn training_twice_gives_the_same_file() {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write(
        "training/advice/advice/a.txt",
        "# What: x\nTake an aspirin.\nYou need an aspirin.\nTake it easy.\n",
    );
    write("training/advice/near-miss/b.txt", "I took an aspirin.\nI need a ride.\nI took it.\n");
    write("models/README.md", "");
    let root = folder.path().to_str().unwrap();
    let trained = |root: &str| {
        let ran = run(&["train", "--root", root], "");
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
        fs::read_to_string(Path::new(root).join("models/advice.toml")).unwrap()
    };
    assert_eq!(trained(root), trained(root));
    let ran = run(&["train", "--check", "--root", root], "");
    assert!(ran.out.contains("digit by digit"), "{}", ran.out);
    write("training/advice/advice/a.txt", "I took an aspirin.\nI took it.\nI need a ride.\n");
    let ran = run(&["train", "--check", "--root", root], "");
    assert_eq!(ran.code, 1, "{}", ran.out);
}
