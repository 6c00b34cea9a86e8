//! Tests of the evaluator: each operation by itself, and random programs against brute force.
#![cfg(test)]

mod build;
mod operations;
mod outcomes;
