//! The page's shell without what only its authors read: the shell travels and is painted by itself,
//! in the first few thousand bytes.

use site::SHELL_END;

/// The page with a shell that has no comments of style sheets and scripts and no indentation.
/// What stands behind the shell stays as it is.
pub fn lean(page: &str) -> String {
    let Some(end) = page.find(SHELL_END) else {
        return page.to_owned();
    };
    let (shell, rest) = page.split_at(end);
    let mut text = String::new();
    let mut left = shell;
    while let Some((before, after)) = left.split_once("/*") {
        text.push_str(before);
        left = after.split_once("*/").map_or("", |(_, after)| after);
    }
    text.push_str(left);
    let mut lines: Vec<&str> = text.lines().map(str::trim).collect();
    lines.retain(|line| !line.is_empty() && !line.starts_with("//"));
    lines.join("\n") + "\n" + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go_and_nothing_else() {
        let page = format!(
            "<head>\n  <style>/* one\n two */\n  @layer a;\n\n    a {{\n      b: c; /* d */\n    }}</style>\n  \
             <script>\n    // why\n    x(\"//\");\n  </script>\n  <a href=\"https://a.example/\">b</a>\n  {SHELL_END}\n  <p>\n    // stays\n"
        );
        let lean = lean(&page);
        assert_eq!(
            lean,
            format!(
                "<head>\n<style>\n@layer a;\na {{\nb: c;\n}}</style>\n<script>\nx(\"//\");\n</script>\n\
                 <a href=\"https://a.example/\">b</a>\n{SHELL_END}\n  <p>\n    // stays\n"
            )
        );
    }

    #[test]
    fn a_page_without_a_shell_stays() {
        assert_eq!(lean("  <p> /* x */"), "  <p> /* x */");
    }
}
