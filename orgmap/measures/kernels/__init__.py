"""Shortest paths on the arrays of an affiliation network, in numpy and scipy alone."""
