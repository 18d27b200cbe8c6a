"""Tests of `orgmap.read`."""
