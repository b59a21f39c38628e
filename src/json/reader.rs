//! Hands a JSON value to whatever type wants to be read from it.

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, Expected, IntoDeserializer, MapAccess, SeqAccess,
    Unexpected, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use serde_json::{Map, Value, map};

use super::KIND;
use super::read_error::ReadError;
use super::step::Step;

/// A value that is being read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'v>(pub(super) &'v Value);

impl Reader<'_> {
    fn is_none_of<T>(self, visitor: &dyn Expected) -> Result<T, ReadError> {
        let found = match self.0 {
            Value::Null => Unexpected::Unit,
            Value::Bool(value) => Unexpected::Bool(*value),
            Value::Number(number) => number.as_i64().map_or(Unexpected::Float(0.0), Unexpected::Signed),
            Value::String(text) => Unexpected::Str(text),
            Value::Array(_) => Unexpected::Seq,
            Value::Object(_) => Unexpected::Map,
        };
        Err(ReadError::invalid_type(found, visitor))
    }

    fn number<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        let Value::Number(number) = self.0 else { return self.is_none_of(&visitor) };
        match (number.as_u64(), number.as_i64()) {
            (Some(number), _) => visitor.visit_u64(number),
            (None, Some(number)) => visitor.visit_i64(number),
            (None, None) => self.is_none_of(&visitor),
        }
    }

    fn text<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.0 {
            Value::String(text) => visitor.visit_str(text),
            _ => self.is_none_of(&visitor),
        }
    }

    fn list<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.0 {
            Value::Array(list) => visitor.visit_seq(Items { list, next: 0 }),
            _ => self.is_none_of(&visitor),
        }
    }

    fn object<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.0 {
            Value::Object(keys) => visitor.visit_map(Keys::of(keys, "")),
            _ => self.is_none_of(&visitor),
        }
    }
}

/// Every number of a type that is read by [`Reader::number`].
macro_rules! numbers {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
            self.number(visitor)
        })*
    };
}

impl<'de> Deserializer<'de> for Reader<'_> {
    type Error = ReadError;

    numbers! {
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
    }

    /// Refused on purpose: what asks for this keeps a copy of the value in a form of its own, and is compiled a second
    /// time to read that.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        Err(ReadError::custom(format_args!("{} of any shape is not read", &visitor as &dyn Expected)))
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.0 {
            Value::Bool(value) => visitor.visit_bool(*value),
            _ => self.is_none_of(&visitor),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.text(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.text(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.text(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.list(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.object(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        self.object(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        match self.0 {
            Value::String(name) => visitor.visit_enum(Variant { name, keys: None }),
            Value::Object(keys) => match keys.get(KIND) {
                Some(Value::String(name)) => visitor.visit_enum(Variant { name, keys: Some(keys) }),
                Some(other) => Reader(other)
                    .is_none_of(&visitor)
                    .map_err(|error| error.within(Step::Key(KIND.to_owned()))),
                None => Err(ReadError::missing_field(KIND)),
            },
            _ => self.is_none_of(&visitor),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! { i128 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct }
}

/// What is left of a list.
struct Items<'v> {
    list: &'v [Value],
    next: usize,
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = ReadError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, ReadError> {
        let Some(item) = self.list.get(self.next) else { return Ok(None) };
        let read = seed.deserialize(Reader(item)).map_err(|error| error.within(Step::Index(self.next)))?;
        self.next += 1;
        Ok(Some(read))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.list.len() - self.next)
    }
}

/// What is left of an object.
struct Keys<'v> {
    rest: map::Iter<'v>,
    /// One that has been read already.
    passed: &'static str,
    open: Option<(&'v str, &'v Value)>,
}

impl<'v> Keys<'v> {
    fn of(keys: &'v Map<String, Value>, passed: &'static str) -> Self {
        Keys { rest: keys.iter(), passed, open: None }
    }
}

impl<'de> MapAccess<'de> for Keys<'_> {
    type Error = ReadError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, ReadError> {
        let passed = self.passed;
        let Some((key, value)) = self.rest.find(|(key, _)| passed.is_empty() || *key != passed) else {
            return Ok(None);
        };
        self.open = Some((key, value));
        let name: StrDeserializer<'_, ReadError> = key.as_str().into_deserializer();
        seed.deserialize(name).map(Some).map_err(|error| error.within(Step::Key(key.to_owned())))
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, ReadError> {
        let (key, value) = self.open.take().unwrap_or(("", &Value::Null));
        seed.deserialize(Reader(value)).map_err(|error| error.within(Step::Key(key.to_owned())))
    }
}

/// A variant of an enum: its name, or an object that says it under [`KIND`].
struct Variant<'v> {
    name: &'v str,
    keys: Option<&'v Map<String, Value>>,
}

impl<'de> EnumAccess<'de> for Variant<'_> {
    type Error = ReadError;
    type Variant = Self;

    fn variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<(T::Value, Self), ReadError> {
        let name: StrDeserializer<'_, ReadError> = self.name.into_deserializer();
        let read = seed.deserialize(name)?;
        Ok((read, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_> {
    type Error = ReadError;

    fn unit_variant(self) -> Result<(), ReadError> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _seed: T) -> Result<T::Value, ReadError> {
        Err(ReadError::custom("a variant without names for its fields is not read"))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _len: usize, _visitor: V) -> Result<V::Value, ReadError> {
        Err(ReadError::custom("a variant without names for its fields is not read"))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        match self.keys {
            Some(keys) => visitor.visit_map(Keys::of(keys, KIND)),
            None => Err(ReadError::invalid_type(Unexpected::Str(self.name), &visitor)),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;

    use crate::json::{parse, read};

    #[derive(Debug, PartialEq, Eq, Deserialize)]
    #[serde(rename_all = "kebab-case", rename_all_fields = "camelCase", deny_unknown_fields)]
    enum Wish {
        Stop,
        GoOn { until: Option<u8>, path_names: Vec<Place> },
    }

    #[derive(Debug, PartialEq, Eq, Deserialize)]
    struct Place {
        at: i32,
        names: BTreeMap<String, bool>,
    }

    fn wish(text: &str) -> Result<Wish, String> {
        read(&parse(text).map_err(|error| error.to_string())?).map_err(|error| error.to_string())
    }

    #[test]
    fn an_enum_is_told_by_its_kind_wherever_that_stands() {
        assert_eq!(wish(r#"{"kind": "stop"}"#), Ok(Wish::Stop));
        assert_eq!(wish(r#""stop""#), Ok(Wish::Stop));
        let names = BTreeMap::from([("é".to_owned(), true)]);
        let all = Wish::GoOn { until: Some(7), path_names: vec![Place { at: -3, names }] };
        let text =
            r#"{"pathNames": [{"at": -3, "names": {"é": true}, "more": [1]}], "until": 7, "kind": "go-on"}"#;
        assert_eq!(wish(text), Ok(all));
        assert_eq!(
            wish(r#"{"kind": "go-on", "pathNames": []}"#),
            Ok(Wish::GoOn { until: None, path_names: vec![] })
        );
    }

    #[test]
    fn what_cannot_be_read_is_named_with_its_place() {
        for (text, fault) in [
            ("7", "invalid type: integer `7`, expected enum Wish"),
            ("{}", "missing field `kind`"),
            (r#"{"kind": 7}"#, "kind: invalid type: integer `7`, expected enum Wish"),
            (r#"{"kind": "fly"}"#, "unknown variant `fly`, expected `stop` or `go-on`"),
            (r#""go-on""#, "invalid type: string \"go-on\", expected struct variant Wish::GoOn"),
            (r#"{"kind": "go-on", "pathNames": null}"#, "pathNames: invalid type: null, expected a sequence"),
            (r#"{"kind": "go-on", "pathNames": [{}]}"#, "pathNames[0]: missing field `at`"),
            (
                r#"{"kind": "go-on", "pathNames": [{"at": 1.5}]}"#,
                "pathNames[0].at: invalid type: a number with a fraction, expected i32",
            ),
            (
                r#"{"kind": "go-on", "pathNames": [], "until": 300}"#,
                "until: invalid value: integer `300`, expected u8",
            ),
            (
                r#"{"kind": "go-on", "pathNames": [], "till": 3}"#,
                "till: unknown field `till`, expected `until` or `pathNames`",
            ),
        ] {
            assert_eq!(wish(text), Err(fault.to_owned()), "{text}");
        }
    }

    #[test]
    fn half_a_character_is_read_as_one_that_is_as_long() {
        let read: String = read(&parse(r#""a\ud83e b""#).unwrap_or_default()).unwrap_or_default();
        assert_eq!(read, "a\u{fffd} b");
    }
}
