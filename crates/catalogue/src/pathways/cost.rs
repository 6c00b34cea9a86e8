//! What the steps of a way cost, and what is paid for their certificates.

use super::plan::{Cost, Input, Planned};
use super::search::Step;
use crate::matching::subsidy::{Certificate, Grants};
use pack::Pack;
use rules::date::to_ymd;

/// The steps with their courses and subsidies.
pub fn planned(
    pack: &Pack,
    input: &Input<'_>,
    grants: &mut Grants<'_>,
    steps: Vec<Step>,
) -> Vec<Planned> {
    let today = input.person.date;
    let planned = steps.into_iter().enumerate().map(|(place, step)| {
        let counted = step.day <= pack.valid_until;
        let day = if counted { step.day } else { today };
        let certificate = Certificate {
            level: step.level,
            day,
            digital_or_green: input.digital_or_green,
            first: place == 0 && to_ymd(day).0 == to_ymd(today).0,
            held: false,
        };
        let offer = input.offers.iter().find(|it| it.level == step.level);
        Planned {
            offer: offer.copied(),
            subsidy: grants.of(&input.person.answers, &certificate),
            counted,
            step,
        }
    });
    planned.collect()
}

/// What they come to.
pub fn total(steps: &[Planned]) -> Cost {
    let mut cost = Cost {
        complete: true,
        ..Cost::default()
    };
    for planned in steps {
        match planned.offer {
            Some(offer) => {
                cost.price_yuan += u64::from(offer.price_yuan);
                cost.sample |= offer.sample;
            }
            None => cost.complete = false,
        }
        if let Some(subsidy) = planned.subsidy.as_ref().filter(|_| planned.counted) {
            cost.subsidy_min_fen += subsidy.min_fen;
            cost.subsidy_max_fen += subsidy.max_fen;
        }
    }
    cost
}
