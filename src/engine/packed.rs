//! Reads numbers and bytes off a table that the build made.

/// What is left of such a table; past its end everything is zero.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Packed(pub(crate) &'static [u8]);

impl Packed {
    /// The next bytes.
    pub(crate) fn take(&mut self, length: usize) -> &'static [u8] {
        let (taken, rest) = self.0.split_at_checked(length).unwrap_or((self.0, &[]));
        self.0 = rest;
        taken
    }

    /// The next bytes up to one below 32, which stays.
    pub(crate) fn text(&mut self) -> &'static [u8] {
        let length = self.0.iter().position(|byte| *byte < 32).unwrap_or(self.0.len());
        self.take(length)
    }

    /// The next byte.
    pub(crate) fn byte(&mut self) -> u8 {
        let Some((byte, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *byte
    }

    /// A number of seven bits a byte, lowest first.
    #[inline]
    pub(crate) fn small(&mut self) -> u32 {
        // Nearly all are one byte.
        if let Some((byte @ ..0x80, rest)) = self.0.split_first() {
            self.0 = rest;
            return u32::from(*byte);
        }
        let mut number = 0;
        for place in 0..5 {
            let byte = self.byte();
            number |= u32::from(byte & 0x7f) << (7 * place);
            if byte < 0x80 {
                break;
            }
        }
        number
    }

    /// A number of two bytes, lowest first.
    pub(crate) fn u16(&mut self) -> u16 {
        self.take(2).try_into().map(u16::from_le_bytes).unwrap_or(0)
    }

    /// A number of four bytes, lowest first.
    pub(crate) fn u32(&mut self) -> u32 {
        self.take(4).try_into().map(u32::from_le_bytes).unwrap_or(0)
    }
}
