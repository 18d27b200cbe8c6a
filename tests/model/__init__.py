"""Tests of `orgmap.model`."""
