"""Shortest paths on the arrays of an affiliation network: distances, and what lies between."""
