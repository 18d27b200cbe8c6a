"""How likely overlaps are where chance alone decides, on arrays of sizes and counts."""
