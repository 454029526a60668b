"""DAT: data, as far as the register says what is collected, read and written."""
