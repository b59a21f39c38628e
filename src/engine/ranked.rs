//! Puts lists in order. Every list of the engine comes here, because each further copy of the standard library's
//! sorting code, one a type, would be kilobytes more to download.

/// `items` by their rank, a number of up to 96 bits; equal ones stay as they stood.
pub(crate) fn ranked<T>(items: Vec<T>, rank: impl Fn(&T) -> u128) -> Vec<T> {
    if items.is_sorted_by_key(&rank) {
        return items;
    }
    let place = |(at, item): (u32, &T)| rank(item) << 32 | u128::from(at);
    let mut places: Vec<u128> = (0..).zip(&items).map(place).collect();
    places.sort_unstable();
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    let at = |place: u128| usize::try_from(place & u128::from(u32::MAX)).unwrap_or(usize::MAX);
    places.into_iter().filter_map(|place| items.get_mut(at(place))?.take()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_ranks_keep_their_order() {
        let words = vec!["three", "two", "one", "eight", "four", "a"];
        let by_length = ranked(words, |word| word.len() as u128);
        assert_eq!(by_length, ["a", "two", "one", "four", "three", "eight"]);
    }
}
