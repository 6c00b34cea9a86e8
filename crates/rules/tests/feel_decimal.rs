//! Decimals against an independent implementation.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

use bigdecimal::{BigDecimal, RoundingMode, num_bigint::BigInt};
use proptest::prelude::*;
use rules::feel::Decimal;
use rules::program::Rounding;
use std::num::NonZeroU64;
use std::str::FromStr;

fn oracle(number: Decimal) -> BigDecimal {
    BigDecimal::from_str(&number.to_string()).unwrap()
}

/// To 34 digits, halves to even.
fn rounded(number: &BigDecimal) -> BigDecimal {
    number.with_precision_round(NonZeroU64::new(34).unwrap(), RoundingMode::HalfEven)
}

fn decimal() -> impl Strategy<Value = Decimal> {
    let digits = prop_oneof!["[0-9]{1,4}", "[0-9]{1,34}", "[159]0{0,31}[159]?", "9{1,34}"];
    (any::<bool>(), digits, -60i32..60).prop_map(|(negative, digits, exponent)| {
        let sign = if negative { "-" } else { "" };
        format!("{sign}{digits}e{exponent}").parse().unwrap()
    })
}

fn power_of_ten(power: i64) -> BigInt {
    BigInt::from(10).pow(u32::try_from(power).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn sums_are_right(a in decimal(), b in decimal()) {
        prop_assert_eq!(oracle(a.checked_add(b).unwrap()), rounded(&(oracle(a) + oracle(b))));
        prop_assert_eq!(a.checked_add(b), b.checked_add(a));
        prop_assert_eq!(a.checked_sub(a), Some(Decimal::ZERO));
        prop_assert_eq!(oracle(a.checked_sub(b).unwrap()), rounded(&(oracle(a) - oracle(b))));
    }

    #[test]
    fn products_are_right(a in decimal(), b in decimal()) {
        prop_assert_eq!(oracle(a.checked_mul(b).unwrap()), rounded(&(oracle(a) * oracle(b))));
    }

    #[test]
    fn quotients_are_right(a in decimal(), b in decimal()) {
        prop_assume!(!b.is_zero());
        let (p, q) = (oracle(a).into_bigint_and_exponent(), oracle(b).into_bigint_and_exponent());
        let shifted = p.0 * power_of_ten(250);
        let whole = &shifted / &q.0;
        let exact = &whole * &q.0 == shifted;
        let mut value = BigDecimal::new(whole, p.1 + 250 - q.1);
        if !exact {
            // Whatever is left makes a tie no tie.
            let nudge = BigDecimal::new(1.into(), p.1 + 251 - q.1);
            value = if a.is_negative() == b.is_negative() { value + nudge } else { value - nudge };
        }
        prop_assert_eq!(oracle(a.checked_div(b).unwrap()), rounded(&value));
    }

    #[test]
    fn powers_are_right(a in decimal(), power in 0i64..40) {
        let mut expected = BigDecimal::from(1);
        for _ in 0..power {
            expected *= oracle(a);
        }
        prop_assert_eq!(oracle(a.checked_pow(power).unwrap()), rounded(&expected));
    }

    #[test]
    fn comparison_and_text_agree_with_the_oracle(a in decimal(), b in decimal()) {
        prop_assert_eq!(a.cmp(&b), oracle(a).cmp(&oracle(b)));
        prop_assert_eq!(a == b, oracle(a) == oracle(b));
        prop_assert_eq!(a.to_string().parse::<Decimal>().unwrap(), a);
    }

    #[test]
    fn rounding_is_right(a in decimal(), scale in -40i32..70) {
        for (rounding, mode) in [
            (Rounding::Floor, RoundingMode::Floor),
            (Rounding::Ceiling, RoundingMode::Ceiling),
            (Rounding::Up, RoundingMode::Up),
            (Rounding::Down, RoundingMode::Down),
            (Rounding::HalfUp, RoundingMode::HalfUp),
            (Rounding::HalfDown, RoundingMode::HalfDown),
            (Rounding::HalfEven, RoundingMode::HalfEven),
        ] {
            let expected = by_hand(a, i64::from(scale), mode);
            prop_assert_eq!(oracle(a.round(scale, rounding).unwrap()), expected, "{:?}", rounding);
        }
    }

    #[test]
    fn modulo_follows_its_definition(a in decimal(), b in decimal()) {
        prop_assume!(!b.is_zero());
        if let Some(rest) = a.checked_modulo(b) {
            prop_assert!(rest.is_zero() || rest.is_negative() == b.is_negative());
            prop_assert!(rest.abs() < b.abs());
            let (p, q) = ((oracle(a) - oracle(rest)).into_bigint_and_exponent(), oracle(b).into_bigint_and_exponent());
            let scale = p.1.max(q.1);
            let up = |part: (BigInt, i64)| part.0 * power_of_ten(scale - part.1);
            prop_assert_eq!(up(p) % up(q), 0.into());
        }
    }

    #[test]
    fn mantissas_are_exact(mantissa in any::<i64>(), scale in 0u32..12) {
        let number = Decimal::from_mantissa(i128::from(mantissa), scale).unwrap();
        prop_assert_eq!(number.mantissa_at(scale), Some(mantissa));
        prop_assert_eq!(oracle(number), BigDecimal::new(mantissa.into(), i64::from(scale)));
        if let Some(fewer) = number.mantissa_at(3) {
            prop_assert_eq!(Decimal::from_mantissa(i128::from(fewer), 3), Some(number));
        }
    }
}

/// Rounded to `scale` places by whole numbers. (The oracle's own rounding is not used
/// beyond a number's last digit.)
fn by_hand(number: Decimal, scale: i64, mode: RoundingMode) -> BigDecimal {
    let (mantissa, exponent) = oracle(number).into_bigint_and_exponent();
    if exponent <= scale {
        return oracle(number);
    }
    let unit = power_of_ten(exponent - scale);
    let negative = number.is_negative();
    let size = if negative { -mantissa } else { mantissa };
    let (kept, lost) = (&size / &unit, &size % &unit);
    let twice: BigInt = &lost * 2;
    let odd = &kept % 2 == 1.into();
    let away = lost != 0.into()
        && match mode {
            RoundingMode::Floor => negative,
            RoundingMode::Ceiling => !negative,
            RoundingMode::Up => true,
            RoundingMode::Down => false,
            RoundingMode::HalfUp => twice >= unit,
            RoundingMode::HalfDown => twice > unit,
            RoundingMode::HalfEven => twice > unit || (twice == unit && odd),
        };
    let result = kept + i32::from(away);
    BigDecimal::new(if negative { -result } else { result }, scale)
}

#[test]
fn the_ends_of_the_range_are_kept() {
    let read = |text: &str| text.parse::<Decimal>().unwrap();
    let largest = read("9999999999999999999999999999999999e6111");
    assert_eq!(largest.checked_add(largest), None);
    assert_eq!(largest.checked_mul(read("10")), None);
    assert_eq!(largest.checked_add(Decimal::ONE), Some(largest));
    let finest = read("1e-6176");
    assert_eq!(finest.checked_div(read("2")), Some(Decimal::ZERO));
    assert_eq!(finest.checked_mul(read("1.6")), Some(read("2e-6176")));
    for text in [
        "1e-6177",
        "1e6145",
        "1e99999999999999999999",
        "1234567890123456789012345678901234.5",
        "",
        "-",
        ".",
        "1e",
        "1.2.3",
        "一",
    ] {
        assert!(text.parse::<Decimal>().is_err(), "{text}");
    }
    assert_eq!(Decimal::ONE.checked_div(Decimal::ZERO), None);
    assert_eq!(Decimal::ZERO.checked_pow(-1), None);
    assert_eq!(Decimal::ZERO.checked_pow(0), Some(Decimal::ONE));
    assert_eq!(read("2").checked_pow(i64::MAX), None);
    assert_eq!(read("2").checked_pow(-2), Some(read("0.25")));
    assert_eq!(read("-0.00").to_string(), "0");
    assert_eq!(read("1e3").to_string(), "1000");
    assert_eq!(read("-12.50").to_string(), "-12.5");
    assert_eq!(read("12.5").mantissa_at(2), Some(1250));
    assert_eq!(read("12.505").mantissa_at(2), None);
}
