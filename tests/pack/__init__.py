"""Tests of the recipe: a source in, the files of a pack out."""
