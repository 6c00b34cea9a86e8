//! Tests of the evaluator: each operation by itself, and random programs against brute force.
#![cfg(test)]

mod best;
mod build;
mod exact;
mod generate;
mod hints;
mod hostile;
mod operations;
mod outcomes;
mod questions;
mod reference;
