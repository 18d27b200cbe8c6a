"""What a network falls into, with and without some of its nodes, on arrays."""
