"""Tests of `orgmap.network`."""
