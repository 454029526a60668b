"""From a typed register and a landscape to a landscape that knows both."""
