"""The heavy work of the measures, on arrays alone, in numpy and scipy."""
