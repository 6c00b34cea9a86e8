//! The compiler of rules: what expressions come to, what is emitted for them, what is refused.
#![cfg(test)]

mod emitted;
mod generator;
mod random;
mod random_tables;
mod refused;
mod refused_types;
mod support;
mod tables;
mod values;
mod values_lists;
mod versions;
