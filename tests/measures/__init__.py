"""Tests of `orgmap.measures`."""
