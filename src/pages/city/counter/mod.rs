//! Asking for a call, its receipt, and the operator's page.

mod enquiry;
mod operator;
mod receipt;

pub use enquiry::enquiry;
pub use operator::operator;
pub use receipt::receipt;
