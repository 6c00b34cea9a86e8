//! One file per page. A page is a function of the site's state (and of what its address
//! says) to a view; what two pages need is in `components/`.

pub mod check;
pub mod city;
pub mod embed;
pub mod home;
pub mod home_fold;
pub mod learn;
pub mod levels;
pub mod loan;
pub mod missing;
pub mod print_sheet;
pub mod programme;
pub mod programme_card;
pub mod programmes;
pub mod result;
