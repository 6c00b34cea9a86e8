//! FEEL, the expression language of DMN 1.5: the documented subset.

pub mod ast;
