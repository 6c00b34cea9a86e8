//! Functions of lists.

use super::{Arguments, list, whole};
use crate::feel::Outcome;
use crate::feel::compare;
use crate::feel::decimal::Decimal;
use crate::feel::value::Value;
use std::cmp::Ordering;

fn extreme(args: &mut Arguments, wanted: Ordering) -> Outcome<Value> {
    let Some(items) = args.list_or_items() else {
        return Ok(Value::Null);
    };
    let mut items = items.into_iter();
    let Some(mut best) = items.next() else {
        return Ok(Value::Null);
    };
    // One item alone is compared with itself: it too must have an order.
    if compare::order(&best, &best)?.is_none() {
        return Ok(Value::Null);
    }
    for item in items {
        match compare::order(&item, &best)? {
            Some(order) if order == wanted => best = item,
            Some(_) => {}
            None => return Ok(Value::Null),
        }
    }
    Ok(best)
}

pub(super) fn min(args: &mut Arguments) -> Outcome<Value> {
    extreme(args, Ordering::Less)
}

pub(super) fn max(args: &mut Arguments) -> Outcome<Value> {
    extreme(args, Ordering::Greater)
}

/// The arguments as numbers; `None` where one is none.
fn numbers(args: &mut Arguments) -> Option<Vec<Decimal>> {
    let number = |item| match item {
        Value::Number(number) => Some(number),
        _ => None,
    };
    args.list_or_items()?.into_iter().map(number).collect()
}

fn in_range(number: Option<Decimal>) -> Outcome<Value> {
    number
        .map(Value::Number)
        .ok_or_else(|| "the number is out of range".to_owned())
}

pub(super) fn sum(args: &mut Arguments) -> Outcome<Value> {
    let Some(numbers) = numbers(args).filter(|numbers| !numbers.is_empty()) else {
        return Ok(Value::Null);
    };
    in_range(
        numbers
            .into_iter()
            .try_fold(Decimal::ZERO, Decimal::checked_add),
    )
}

pub(super) fn mean(args: &mut Arguments) -> Outcome<Value> {
    let Some(numbers) = numbers(args).filter(|numbers| !numbers.is_empty()) else {
        return Ok(Value::Null);
    };
    let count = i64::try_from(numbers.len()).unwrap_or(i64::MAX);
    let sum = numbers
        .into_iter()
        .try_fold(Decimal::ZERO, Decimal::checked_add);
    in_range(sum.and_then(|sum| sum.checked_div(count.into())))
}

pub(super) fn product(args: &mut Arguments) -> Outcome<Value> {
    let Some(numbers) = numbers(args) else {
        return Ok(Value::Null);
    };
    if numbers.is_empty() {
        return Err("the product of nothing is open in the standard".to_owned());
    }
    in_range(
        numbers
            .into_iter()
            .try_fold(Decimal::ONE, Decimal::checked_mul),
    )
}

/// `decisive` settles it; without it, null where one item is no truth.
fn junction(args: &mut Arguments, decisive: bool) -> Outcome<Value> {
    let Some(items) = args.list_or_items() else {
        return Ok(Value::Null);
    };
    let wrong = items
        .iter()
        .any(|item| !matches!(item, Value::Bool(_) | Value::Null));
    if items.contains(&Value::Bool(decisive)) {
        if wrong {
            return Err("a list of truths has an item that is none".to_owned());
        }
        return Ok(Value::Bool(decisive));
    }
    Ok(if wrong || items.contains(&Value::Null) {
        Value::Null
    } else {
        Value::Bool(!decisive)
    })
}

pub(super) fn all(args: &mut Arguments) -> Outcome<Value> {
    junction(args, false)
}

pub(super) fn any(args: &mut Arguments) -> Outcome<Value> {
    junction(args, true)
}

fn length(items: &[Value]) -> i64 {
    i64::try_from(items.len()).unwrap_or(i64::MAX)
}

pub(super) fn count(args: &mut Arguments) -> Outcome<Value> {
    Ok(list(args.take())?.map_or(Value::Null, |items| length(&items).into()))
}

pub(super) fn contains(args: &mut Arguments) -> Outcome<Value> {
    let Some(items) = list(args.take())? else {
        return Ok(Value::Null);
    };
    let element = args.take();
    for item in &items {
        if compare::equal(item, &element)? == Some(true) {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}

/// The index of a place (1 the first, -1 the last) in so many items.
fn index(place: i64, count: i64) -> Option<usize> {
    let index = match place {
        1.. => place - 1,
        0 => return None,
        _ => count.checked_add(place)?,
    };
    usize::try_from(index).ok().filter(|_| index < count)
}

pub(super) fn sublist(args: &mut Arguments) -> Outcome<Value> {
    let (items, start) = (list(args.take())?, whole(&args.take())?);
    let wanted = if args.is_empty() {
        Some(None)
    } else {
        whole(&args.take())?.map(Some)
    };
    let (Some(items), Some(start), Some(wanted)) = (items, start, wanted) else {
        return Ok(Value::Null);
    };
    let Some(first) = index(start, length(&items)) else {
        return Ok(Value::Null);
    };
    let left = length(&items) - i64::try_from(first).unwrap_or(0);
    let wanted = wanted.unwrap_or(left);
    if !(0..=left).contains(&wanted) {
        return Err(format!(
            "from place {start} the list has {left} items, not {wanted}"
        ));
    }
    let wanted = usize::try_from(wanted).unwrap_or(0);
    Ok(Value::List(
        items.into_iter().skip(first).take(wanted).collect(),
    ))
}

pub(super) fn append(args: &mut Arguments) -> Outcome<Value> {
    let Some(mut items) = list(args.take())? else {
        return Err("appending to null is open in the standard".to_owned());
    };
    items.extend(args.rest());
    Ok(Value::List(items))
}

/// All arguments' items; `None` where one is null.
fn joined(args: &mut Arguments) -> Outcome<Option<Vec<Value>>> {
    let mut joined = Vec::new();
    for value in args.rest() {
        let Some(items) = list(value)? else {
            return Ok(None);
        };
        joined.extend(items);
    }
    Ok(Some(joined))
}

pub(super) fn concatenate(args: &mut Arguments) -> Outcome<Value> {
    Ok(joined(args)?.map_or(Value::Null, Value::List))
}

/// The items without those that equal an earlier one.
fn distinct(items: Vec<Value>, budget: u64) -> Outcome<Value> {
    let mut kept: Vec<Value> = Vec::new();
    let mut work = 0u64;
    'items: for item in items {
        for other in &kept {
            work += 1;
            if work > budget {
                return Err("this takes too many steps".to_owned());
            }
            if compare::equal(other, &item)? == Some(true) {
                continue 'items;
            }
        }
        kept.push(item);
    }
    Ok(Value::List(kept))
}

pub(super) fn union(args: &mut Arguments) -> Outcome<Value> {
    let budget = args.budget;
    joined(args)?.map_or(Ok(Value::Null), |items| distinct(items, budget))
}

pub(super) fn distinct_values(args: &mut Arguments) -> Outcome<Value> {
    let budget = args.budget;
    list(args.take())?.map_or(Ok(Value::Null), |items| distinct(items, budget))
}

pub(super) fn insert_before(args: &mut Arguments) -> Outcome<Value> {
    let (items, place) = (list(args.take())?, whole(&args.take())?);
    let (Some(mut items), Some(place)) = (items, place) else {
        return Ok(Value::Null);
    };
    let Some(index) = index(place, length(&items)) else {
        return Ok(Value::Null);
    };
    items.insert(index, args.take());
    Ok(Value::List(items))
}

pub(super) fn remove(args: &mut Arguments) -> Outcome<Value> {
    let (items, place) = (list(args.take())?, whole(&args.take())?);
    let (Some(mut items), Some(place)) = (items, place) else {
        return Ok(Value::Null);
    };
    let Some(index) = index(place, length(&items)) else {
        return Ok(Value::Null);
    };
    items.remove(index);
    Ok(Value::List(items))
}

pub(super) fn reverse(args: &mut Arguments) -> Outcome<Value> {
    Ok(list(args.take())?.map_or(Value::Null, |items| {
        Value::List(items.into_iter().rev().collect())
    }))
}

pub(super) fn index_of(args: &mut Arguments) -> Outcome<Value> {
    let Some(items) = list(args.take())? else {
        return Ok(Value::Null);
    };
    let wanted = args.take();
    let mut places = Vec::new();
    for (place, item) in (1i64..).zip(&items) {
        if compare::equal(item, &wanted)? == Some(true) {
            places.push(place.into());
        }
    }
    Ok(Value::List(places))
}

pub(super) fn flatten(args: &mut Arguments) -> Outcome<Value> {
    fn add(items: Vec<Value>, flat: &mut Vec<Value>) {
        for item in items {
            match item {
                Value::List(inner) => add(inner, flat),
                other => flat.push(other),
            }
        }
    }
    let Some(items) = list(args.take())? else {
        return Ok(Value::Null);
    };
    let mut flat = Vec::new();
    add(items, &mut flat);
    Ok(Value::List(flat))
}
