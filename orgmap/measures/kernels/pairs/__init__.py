"""Pairs of nodes that share something, on the arrays of an affiliation network."""
