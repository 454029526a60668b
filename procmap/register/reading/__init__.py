"""From a file or a mapping to a typed register: what was written, and where."""
