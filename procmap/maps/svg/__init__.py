"""From a layout to SVG: presentation attributes, absolute coordinates, nothing from outside."""
