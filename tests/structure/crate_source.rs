//! The modules of a crate, read from its files: what each one defines, imports and names.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A module's path in its crate, or the path of an item. The crate's root is empty.
pub type ModPath = Vec<String>;

/// What one module holds.
#[derive(Default)]
pub struct Module {
    /// The file that it stands in.
    pub file: PathBuf,
    /// The names of its functions, types, statics and modules.
    pub items: BTreeSet<String>,
    /// The names that its `use` lines bring in, with the paths that they stand for.
    pub imports: BTreeMap<String, ModPath>,
    /// The modules that it imports with `*`.
    pub globs: Vec<ModPath>,
    /// Every path into the crate that the module names.
    pub paths: Vec<ModPath>,
}

/// All modules of one crate.
#[derive(Default)]
pub struct Crate {
    /// The modules by their paths.
    pub modules: BTreeMap<ModPath, Module>,
}

impl Crate {
    /// Reads a crate from its root file. `read` gives the text of a file that exists.
    pub fn read(root: &Path, read: &dyn Fn(&Path) -> Option<String>) -> Self {
        let mut source = Self::default();
        let folder = root.parent().unwrap_or(Path::new(""));
        source.add_file(Vec::new(), root.to_owned(), folder, read);
        source
    }

    fn add_file(
        &mut self,
        path: ModPath,
        file: PathBuf,
        folder: &Path,
        read: &dyn Fn(&Path) -> Option<String>,
    ) {
        let text = read(&file).unwrap_or_else(|| panic!("{} is missing", file.display()));
        let tokens: TokenStream = text.parse().unwrap_or_else(|error| {
            panic!("{}: {error}", file.display());
        });
        let children = self.add_module(path.clone(), &file, tokens);
        for child in children {
            let named = folder.join(&child).with_extension("rs");
            let nested = folder.join(&child).join("mod.rs");
            let found = [named, nested]
                .into_iter()
                .find(|file| read(file).is_some());
            let found = found.unwrap_or_else(|| panic!("no file for the module {child}"));
            let path = [path.clone(), vec![child.clone()]].concat();
            self.add_file(path, found, &folder.join(&child), read);
        }
    }

    /// Adds a module with its inline modules, and gives the names of those in other files.
    fn add_module(&mut self, path: ModPath, file: &Path, tokens: TokenStream) -> Vec<String> {
        let mut reader = Reader::new(path.clone(), file);
        reader.items(&tokens.into_iter().collect::<Vec<_>>());
        self.modules.insert(path.clone(), reader.module);
        for (name, tokens) in reader.inline {
            let path = [path.clone(), vec![name]].concat();
            self.add_module(path, file, tokens);
        }
        reader.files
    }
}

/// Reads the tokens of one module.
struct Reader {
    path: ModPath,
    module: Module,
    inline: Vec<(String, TokenStream)>,
    files: Vec<String>,
}

impl Reader {
    fn new(path: ModPath, file: &Path) -> Self {
        let module = Module {
            file: file.to_owned(),
            ..Module::default()
        };
        Self {
            path,
            module,
            inline: Vec::new(),
            files: Vec::new(),
        }
    }

    fn items(&mut self, tokens: &[TokenTree]) {
        let mut index = 0;
        while let Some(token) = tokens.get(index) {
            let rest = &tokens[index + 1..];
            let word = word(token);
            index += 1;
            match word.as_str() {
                "mod" => index += self.module(rest),
                "use" => index += self.import(rest),
                "fn" | "struct" | "enum" | "trait" | "type" | "static" | "const" => {
                    self.module.items.extend(rest.first().map(self::word));
                }
                "crate" | "self" | "super" if is_separator(rest) => {
                    index += self.tree(Vec::new(), &tokens[index - 1..], false) - 1;
                }
                _ => {
                    if let TokenTree::Group(group) = token {
                        self.items(&group.stream().into_iter().collect::<Vec<_>>());
                    }
                }
            }
        }
    }

    /// `mod name;` or `mod name { … }`. A module of tests depends on whatever it likes.
    fn module(&mut self, rest: &[TokenTree]) -> usize {
        let name = rest.first().map(word).unwrap_or_default();
        self.module.items.insert(name.clone());
        match rest.get(1) {
            Some(TokenTree::Group(group)) => {
                if name != "tests" {
                    self.inline.push((name, group.stream()));
                }
                2
            }
            _ => {
                self.files.push(name);
                1
            }
        }
    }

    fn import(&mut self, rest: &[TokenTree]) -> usize {
        self.tree(Vec::new(), rest, true)
    }

    /// Reads one path, or all paths of a tree `a::{b, c::d}`. Gives the number of its tokens.
    fn tree(&mut self, mut path: ModPath, tokens: &[TokenTree], is_import: bool) -> usize {
        let mut index = 0;
        loop {
            match tokens.get(index) {
                Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                    self.branches(&path, group.stream(), is_import);
                    return index + 1;
                }
                Some(TokenTree::Punct(star)) if star.as_char() == '*' => {
                    self.name(path, Some("*".to_owned()), is_import);
                    return index + 1;
                }
                Some(TokenTree::Ident(segment)) => path.push(segment.to_string()),
                _ => return index.max(1),
            }
            index += 1;
            if !is_separator(&tokens[index..]) {
                let alias = match tokens.get(index).map(word).as_deref() {
                    Some("as") => tokens.get(index + 1).map(word),
                    _ => None,
                };
                self.name(path, alias, is_import);
                return index;
            }
            index += 2;
        }
    }

    fn branches(&mut self, path: &ModPath, tree: TokenStream, is_import: bool) {
        let tokens: Vec<TokenTree> = tree.into_iter().collect();
        let is_comma =
            |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ',');
        for branch in tokens.split(is_comma).filter(|branch| !branch.is_empty()) {
            self.tree(path.clone(), branch, is_import);
        }
    }

    fn name(&mut self, path: ModPath, alias: Option<String>, is_import: bool) {
        let Some(path) = self.absolute(path, is_import) else {
            return;
        };
        if is_import && alias.as_deref() == Some("*") {
            self.module.globs.push(path.clone());
        } else if is_import && let Some(name) = alias.or_else(|| path.last().cloned()) {
            self.module.imports.insert(name, path.clone());
        }
        self.module.paths.push(path);
    }

    /// The path from the crate's root. `None` for a path into another crate.
    fn absolute(&self, path: ModPath, is_import: bool) -> Option<ModPath> {
        let mut base = self.path.clone();
        let mut rest = path.into_iter().peekable();
        match rest.peek()?.as_str() {
            "crate" => {
                base.clear();
                rest.next();
            }
            "self" => {}
            "super" => {}
            name if is_import && self.module.items.contains(name) => {}
            _ => return None,
        }
        for segment in rest {
            match segment.as_str() {
                "self" => {}
                "super" => drop(base.pop()),
                _ => base.push(segment),
            }
        }
        Some(base)
    }
}

fn word(token: &TokenTree) -> String {
    match token {
        TokenTree::Ident(ident) => ident.to_string(),
        _ => String::new(),
    }
}

fn is_separator(tokens: &[TokenTree]) -> bool {
    let is_colon = |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Punct(mark)) if mark.as_char() == ':');
    is_colon(tokens.first()) && is_colon(tokens.get(1))
}
